package hourglass.ui.train;

import hourglass.core.Identity;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.look.Chooser;
import hourglass.session.look.Look;
import hourglass.session.run.TrainingService;
import hourglass.ui.kit.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The best epoch of the run in words, and the choice between its weights and the last ones once the run has ended. */
public final class BestModel {
    private final TrainingService training;
    private final Chooser chooser;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ObjectProperty<Offer> offer = new SimpleObjectProperty<>(this, "offer", Offer.NONE);
    private @Nullable ModelSnapshot seen;

    BestModel(TrainingService training, Chooser chooser) {
        this.training = training;
        this.chooser = chooser;
    }

    /** What can be asked for. */
    public enum Offer {
        /** Nothing: the run goes on, or its last epoch is its best. */
        NONE,
        /** The weights of the best epoch. */
        BEST,
        /** The last weights again. */
        LAST
    }

    /** Which epoch and how good; empty while none is complete. */
    public StringProperty textProperty() {
        return text;
    }

    /** What can be asked for. */
    public ObjectProperty<Offer> offerProperty() {
        return offer;
    }

    void tick() {
        Look look = chooser.look();
        Optional<ModelSnapshot> best =
                training.best().filter(found -> found.run().equals(look.run()));
        ModelSnapshot now = best.orElse(null);
        if (!Identity.same(now, seen)) {
            seen = now;
            text.set(best.map(BestModel::words).orElse(""));
        }
        offer.set(best.map(found -> offer(found, look)).orElse(Offer.NONE));
    }

    private Offer offer(ModelSnapshot best, Look look) {
        Optional<ModelSnapshot> last = training.snapshot();
        if (training.state().phase().isActive()
                || last.isEmpty()
                || last.get().progress().equals(best.progress())) {
            return Offer.NONE;
        }
        return look.snapshot().progress().equals(best.progress()) ? Offer.LAST : Offer.BEST;
    }

    private static String words(ModelSnapshot best) {
        List<EpochResult> history = best.history();
        if (history.isEmpty()) {
            return "";
        }
        EpochResult result = history.get(history.size() - 1);
        return best.experiment()
                .model()
                .variational()
                .map(spec -> spec.likelihood().natsPerImage(result.validationLoss(), spec.inputSize())
                        + result.validationKl())
                .map(nats -> Messages.text("train.best.nats", result.epoch(), String.format(Locale.ROOT, "%.1f", nats)))
                .orElseGet(() -> Messages.text(
                        "train.best", result.epoch(), String.format(Locale.ROOT, "%.4f", result.validationLoss())));
    }

    /** Shows the weights on offer in all views. */
    public void take() {
        switch (offer.get()) {
            case NONE -> {}
            case BEST -> training.best().ifPresent(chooser::showBest);
            case LAST -> chooser.showLast();
        }
    }
}

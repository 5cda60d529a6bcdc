package hourglass.ui.train;

import hourglass.core.Identity;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.project.ActiveModel;
import hourglass.session.project.ModelService;
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
    private final ModelService models;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ObjectProperty<Offer> offer = new SimpleObjectProperty<>(this, "offer", Offer.NONE);
    private @Nullable ModelSnapshot seen;

    BestModel(TrainingService training, ModelService models) {
        this.training = training;
        this.models = models;
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
        ActiveModel active = models.active();
        boolean ofRun = active.source() == ActiveModel.Source.TRAINING
                || training.state().phase().isActive();
        Optional<ModelSnapshot> best = training.best().filter(any -> ofRun);
        ModelSnapshot now = best.orElse(null);
        if (!Identity.same(now, seen)) {
            seen = now;
            text.set(best.map(BestModel::words).orElse(""));
        }
        offer.set(best.map(found -> offer(found, active)).orElse(Offer.NONE));
    }

    private Offer offer(ModelSnapshot best, ActiveModel active) {
        Optional<ModelSnapshot> last = training.snapshot();
        if (training.state().phase().isActive()
                || last.isEmpty()
                || last.get().progress().equals(best.progress())) {
            return Offer.NONE;
        }
        return Identity.same(active.snapshot(), best) ? Offer.LAST : Offer.BEST;
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
        Optional<ModelSnapshot> wanted = offer.get() == Offer.BEST ? training.best() : training.snapshot();
        if (offer.get() != Offer.NONE) {
            wanted.ifPresent(weights -> models.showTraining(models.active(), weights));
        }
    }
}

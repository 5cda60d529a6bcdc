package hourglass.ui.reconstruct;

import hourglass.session.ask.InferenceService;
import hourglass.session.look.ChosenImage;
import hourglass.session.measure.FedBack;
import hourglass.session.measure.FollowedMeasure;
import hourglass.session.measure.NetworkInput;
import hourglass.session.measure.Provenance;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The chosen image fed back again and again: all passes at once, or one after the other. */
public final class FilmModel {
    private static final long PASS_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

    private final FollowedMeasure<Key, FedBack> measure;
    private final LongSupplier nanos;
    private final ReadOnlyObjectWrapper<Optional<FedBack>> film =
            new ReadOnlyObjectWrapper<>(this, "film", Optional.empty());
    private final ReadOnlyIntegerWrapper pass = new ReadOnlyIntegerWrapper(this, "pass", FedBack.PASSES);
    private long begun;

    /** Which image goes through which network. */
    private record Key(Provenance of, NetworkInput input, ChosenImage image) implements FollowedMeasure.Key<Key> {
        @Override
        public boolean continues(Key earlier) {
            return input.equals(earlier.input) && image.equals(earlier.image) && of.continues(earlier.of);
        }
    }

    FilmModel(InferenceService inference, LongSupplier nanos) {
        this.nanos = nanos;
        measure = new FollowedMeasure<>(inference, new FollowedMeasure.Memory<Key, FedBack>(), PAUSE, nanos);
    }

    /** Follows the image shown. */
    void tick(Pictures shown, Comparison chosen) {
        Key key = new Key(shown.look().provenance(), shown.input(), chosen.image());
        int width = shown.look().test().width();
        measure.want(key, shown.look().snapshot(), () -> new FedBack.Feeding(width, chosen.original(), chosen.input()));
        film.set(measure.of(key));
        if (pass.get() < FedBack.PASSES) {
            pass.set((int) Math.min(FedBack.PASSES, (nanos.getAsLong() - begun) / PASS_NANOS));
        }
    }

    void rest() {
        measure.rest();
    }

    /** There is no image. */
    void clear() {
        measure.rest();
        film.set(Optional.empty());
        pass.set(FedBack.PASSES);
    }

    /** Plays the passes from the beginning, one each quarter of a second. */
    public void play() {
        begun = nanos.getAsLong();
        pass.set(0);
    }

    /** The last pass shown; all of them unless they are being played. */
    public ReadOnlyIntegerProperty passProperty() {
        return pass.getReadOnlyProperty();
    }

    /** The passes, once they are known. */
    public ReadOnlyObjectProperty<Optional<FedBack>> filmProperty() {
        return film.getReadOnlyProperty();
    }
}

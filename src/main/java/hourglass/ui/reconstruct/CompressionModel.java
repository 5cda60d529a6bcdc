package hourglass.ui.reconstruct;

import hourglass.core.metric.PcaBasis;
import hourglass.session.ask.InferenceService;
import hourglass.session.look.Look;
import hourglass.session.measure.Compression;
import hourglass.session.measure.CompressionErrors;
import hourglass.session.measure.CompressionErrors.Codec;
import hourglass.session.measure.FollowedMeasure;
import hourglass.session.measure.NetworkInput;
import hourglass.session.measure.Provenance;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/** What it costs to keep the numbers of the code in few bits, for the network and for PCA with as many. */
public final class CompressionModel {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(4);

    private final FollowedMeasure<Key, Compression> network;
    private final FollowedMeasure<Key, Compression> pca;
    private final IntegerProperty level = new SimpleIntegerProperty(this, "level", 4);
    private final ReadOnlyObjectWrapper<Measured> measured =
            new ReadOnlyObjectWrapper<>(this, "measured", Measured.NONE);

    /** Which code of which size is measured. */
    private record Key(Provenance of, NetworkInput input, int numbers) implements FollowedMeasure.Key<Key> {
        @Override
        public boolean continues(Key earlier) {
            return input.equals(earlier.input) && numbers == earlier.numbers && of.continues(earlier.of);
        }
    }

    /**
     * As far as it is measured.
     *
     * @param pixels of an image, a byte each
     * @param numbers in the code
     */
    record Measured(int pixels, int numbers, Optional<Compression> network, Optional<Compression> pca) {
        static final Measured NONE = new Measured(0, 0, Optional.empty(), Optional.empty());
    }

    CompressionModel(InferenceService inference, LongSupplier nanos) {
        FollowedMeasure.Memory<Key, Compression> memory = new FollowedMeasure.Memory<>();
        network = new FollowedMeasure<>(inference, memory, PAUSE, nanos);
        pca = new FollowedMeasure<>(inference, memory, PAUSE, nanos);
    }

    /** Sees to what is missing and takes what is there; PCA waits for the network. */
    void tick(Look look, NetworkInput input, Optional<PcaBasis> basis) {
        Key own = new Key(look.provenance(), input, look.codeSize());
        network.want(
                own, look.snapshot(), () -> new CompressionErrors(look.test(), input, Codec.NETWORK, look.codeSize()));
        Key linear = new Key(Provenance.of(look.data()), input, look.codeSize());
        if (!network.isBusy()) {
            basis.filter(known -> look.codeSize() <= known.maxComponents())
                    .ifPresent(known -> pca.want(
                            linear,
                            look.snapshot(),
                            () -> new CompressionErrors(
                                    look.test(), input, Codec.pca(known, look.codeSize()), look.codeSize())));
        } else {
            pca.hold();
        }
        measured.set(new Measured(look.test().pixelsPerImage(), look.codeSize(), network.of(own), pca.of(linear)));
    }

    /** Leaves the inference thread to others until the next tick. */
    void hold() {
        network.hold();
        pca.hold();
    }

    void rest() {
        network.rest();
        pca.rest();
    }

    /** There is no network that could be measured. */
    void clear() {
        rest();
        measured.set(Measured.NONE);
    }

    /** Bits a number, 1 … {@link Compression#MOST_BITS}, or {@link Compression#FLOAT}. */
    public IntegerProperty levelProperty() {
        return level;
    }

    ReadOnlyObjectProperty<Measured> measuredProperty() {
        return measured.getReadOnlyProperty();
    }
}

package hourglass.cli;

import hourglass.core.data.ImageSet;
import hourglass.core.metric.PcaBasis;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The PCA of one command's training images, fitted when first asked for. */
final class LinearBaseline {
    private final ImageSet train;
    private final BooleanSupplier cancelled;
    private @Nullable PcaBasis basis;

    LinearBaseline(ImageSet train, BooleanSupplier cancelled) {
        this.train = train;
        this.cancelled = cancelled;
    }

    /** The basis; a {@link java.util.concurrent.CancellationException} where the command was interrupted. */
    PcaBasis basis() {
        PcaBasis fitted = basis;
        if (fitted == null) {
            fitted = PcaBasis.fit(train, cancelled);
            basis = fitted;
        }
        return fitted;
    }
}

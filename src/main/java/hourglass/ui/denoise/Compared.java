package hourglass.ui.denoise;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.Preset;
import hourglass.core.spec.edit.NetworkFamily;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.look.Chooser;
import hourglass.session.look.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the view looks at.
 *
 * @param look the network and the data whose test images are spoilt
 * @param rival a network to hold against it on the same images, if there is one
 */
record Compared(Look look, Optional<Look> rival) {
    /** What is chosen, with a rival where there is one. */
    static Compared by(Chooser chooser) {
        Look look = chooser.look();
        return new Compared(look, rival(look, chooser));
    }

    /**
     * The shipped network to hold against one: where that was trained with noise one that was not, and the other way round;
     * of the same family if possible.
     */
    private static Optional<Look> rival(Look look, Chooser chooser) {
        boolean convolutional = NetworkFamily.of(look.experiment().model()) == NetworkFamily.CONVOLUTIONAL;
        List<Preset> preferred = isNoisy(look)
                ? convolutional ? List.of(Preset.CONV_64, Preset.DENSE_64) : List.of(Preset.DENSE_64)
                : convolutional
                        ? List.of(Preset.CONV_DENOISE, Preset.DENOISE_64)
                        : List.of(Preset.DENOISE_64, Preset.CONV_DENOISE);
        return preferred.stream()
                .flatMap(preset -> chooser.shipped(preset).stream())
                .filter(other -> isNoisy(other) != isNoisy(look)
                        && other.experiment().model().inputSize()
                                == look.experiment().model().inputSize())
                .findFirst();
    }

    DataSet data() {
        return look.data();
    }

    ImageSet test() {
        return look.test();
    }

    Experiment experiment() {
        return look.experiment();
    }

    NoiseSpec trainedWith() {
        return experiment().noise();
    }

    int codeSize() {
        return look.codeSize();
    }

    List<ModelSnapshot> snapshots() {
        List<ModelSnapshot> snapshots = new ArrayList<>();
        snapshots.add(look.snapshot());
        rival.ifPresent(other -> snapshots.add(other.snapshot()));
        return snapshots;
    }

    boolean fits() {
        return look.fits();
    }

    /** Whether this is the same run on the same data, only further; then late answers about it are still welcome. */
    boolean continues(@Nullable Compared earlier) {
        return earlier != null && look.continues(earlier.look);
    }

    static boolean isNoisy(Look look) {
        return look.experiment().noise().isNoisy();
    }
}

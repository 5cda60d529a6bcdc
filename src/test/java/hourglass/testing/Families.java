package hourglass.testing;

import hourglass.core.data.DataOrigin;
import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.Activation;
import hourglass.core.spec.ConvSpec;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.TrainingSpec;
import hourglass.core.spec.VariationalSpec;
import hourglass.core.spec.Waist;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** One small experiment of every family, on images of 8 × 8 pixels, for tests that go through all of them. */
public final class Families {
    private static final int SIDE = 8;

    private Families() {}

    /** An experiment under a name for reports. */
    public record Family(String name, Experiment experiment) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** 70 training and 20 test images: soft spots of light at random places. */
    public static DataSet spots() {
        return new DataSet("Spots", "", DataOrigin.SKETCHWEAR, Map.of("spots", "01"), spots(70, 1), spots(20, 2));
    }

    private static ImageSet spots(int count, long seed) {
        Random random = new Random(seed);
        byte[] pixels = new byte[count * SIDE * SIDE];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            double x = 1 + 6 * random.nextDouble();
            double y = 1 + 6 * random.nextDouble();
            labels[i] = (byte) (x < 4 ? 0 : 1);
            for (int p = 0; p < SIDE * SIDE; p++) {
                int row = p / SIDE;
                double distance = Math.hypot(p % SIDE - x, row - y);
                pixels[i * SIDE * SIDE + p] = (byte) Math.round(255 * Math.exp(-distance * distance / 4));
            }
        }
        return ImageSet.of(SIDE, SIDE, pixels, labels, List.of("Left", "Right"));
    }

    /** Every family, for 10 epochs of batches of 16, the last of an epoch smaller. */
    public static Stream<Family> all() {
        return Stream.of(
                family("dense", dense(6), NoiseSpec.CLEAN),
                family("dense, denoising over a range", dense(6), new NoiseSpec(NoiseKind.GAUSSIAN, 0.3, 0.05)),
                family("dense, masked", dense(6), new NoiseSpec(NoiseKind.MASKING, 0.3)),
                family("convolutional", conv(Waist.NONE), NoiseSpec.CLEAN),
                family("convolutional, denoising", conv(Waist.NONE), new NoiseSpec(NoiseKind.SALT_AND_PEPPER, 0.1)),
                family("convolutional with a dense code", conv(Waist.of(5, Activation.LINEAR)), NoiseSpec.CLEAN),
                family("variational", variational(dense(2), Likelihood.BERNOULLI), NoiseSpec.CLEAN),
                family("variational, Gaussian", variational(dense(3), Likelihood.GAUSSIAN), NoiseSpec.CLEAN),
                family(
                        "variational convolutional, denoising",
                        new VariationalSpec(
                                conv(new Waist(List.of(8), 2, Activation.LINEAR)), Likelihood.BERNOULLI, 0.5, 6.5),
                        new NoiseSpec(NoiseKind.GAUSSIAN, 0.2)));
    }

    private static Family family(String name, ModelSpec model, NoiseSpec noise) {
        DataSet data = spots();
        DataSpec source = new DataSpec(data.name(), data.fingerprint());
        return new Family(name, new Experiment("custom", source, model, noise, new TrainingSpec(10, 16, 2e-3), 7));
    }

    private static DenseSpec dense(int code) {
        return new DenseSpec(
                SIDE * SIDE, List.of(12), code, Activation.RELU, Activation.LINEAR, Loss.MEAN_SQUARED_ERROR);
    }

    private static ConvSpec conv(Waist waist) {
        return new ConvSpec(SIDE, SIDE, List.of(4, 3), 3, waist, Activation.RELU, Loss.MEAN_SQUARED_ERROR);
    }

    private static VariationalSpec variational(DenseSpec trunk, Likelihood likelihood) {
        return new VariationalSpec(trunk, likelihood, 1, 7);
    }
}

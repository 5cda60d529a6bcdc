package hourglass.core.spec.listing;

import hourglass.core.spec.Activation;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.TrainingSpec;
import hourglass.core.spec.VariationalSpec;
import hourglass.core.spec.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A network for Keras 3. */
final class KerasListing implements LayerSpec.Visitor<String>, Lines.Folding {
    private final Experiment experiment;
    private final ModelSpec model;

    KerasListing(Experiment experiment) {
        this.experiment = experiment;
        this.model = experiment.model();
    }

    String text() {
        List<LayerSpec> layers = model.layers();
        Optional<Volume> image = layers.get(0).volumeTaken();
        String shape = image.map(volume -> volume.height() + ", " + volume.width() + ", 1")
                .orElse(model.inputSize() + ",");
        List<String> all = Lines.half(layers, image, this, this);
        Lines lines = new Lines()
                .add(
                        "# " + Lines.title(experiment),
                        "import keras",
                        "import numpy as np",
                        "from keras import layers, ops")
                .add("", "keras.utils.set_random_seed(" + experiment.seed() % (1L << 31) + ")")
                .add("(train, _), (test, _) = keras.datasets.fashion_mnist.load_data()")
                .add("train = train.reshape(-1, " + shape.replaceAll(",$", "") + ").astype(\"float32\") / 255")
                .add("test = test.reshape(-1, " + shape.replaceAll(",$", "") + ").astype(\"float32\") / 255");
        model.variational().ifPresent(variational -> sampling(lines, variational));
        lines.add("", "model = keras.Sequential([", "    keras.Input((" + shape + ")),")
                .indented(4, all.stream().map(line -> line + ",").toList())
                .add("])");
        train(lines);
        return lines.text();
    }

    private void train(Lines lines) {
        TrainingSpec training = experiment.training();
        String loss = model.loss() == Loss.MEAN_SQUARED_ERROR ? "mean_squared_error" : "binary_crossentropy";
        List<String> noise = noise(experiment.noise());
        if (!noise.isEmpty()) {
            lines.add("", "", "def spoilt(images):").indented(4, noise).add("");
        }
        String seenTrain = noise.isEmpty() ? "train" : "spoilt(train)";
        String seenTest = noise.isEmpty() ? "test" : "spoilt(test)";
        lines.add(
                "",
                "model.compile(keras.optimizers.Adam(" + Lines.number(training.learningRate()) + "), \"" + loss + "\")",
                "model.fit(" + seenTrain + ", train, batch_size=" + training.batchSize() + ", epochs="
                        + training.epochs() + ", validation_data=(" + seenTest + ", test))",
                "error = np.mean((model.predict(" + seenTest + ", verbose=0) - test) ** 2)",
                "print(f\"test error {error:.5f}\")");
    }

    private static void sampling(Lines lines, VariationalSpec variational) {
        lines.add(
                "",
                "",
                "class Sampling(layers.Layer):",
                "    def call(self, pair, training=False):",
                "        mean, log_variance = ops.split(pair, 2, axis=1)",
                "        kl = -0.5 * ops.sum(1 + log_variance - mean**2 - ops.exp(log_variance), axis=1)",
                "        self.add_loss(" + Lines.number(variational.beta()) + " * ops.mean(kl) / " + scale(variational)
                        + ")",
                "        noise = keras.random.normal(ops.shape(mean)) if training else 0.0",
                "        return mean + ops.exp(0.5 * log_variance) * noise",
                "");
    }

    /** The divergence per image in the unit of the loss per pixel. */
    static String scale(VariationalSpec variational) {
        return Lines.number(variational.likelihood().natsPerLoss() * variational.inputSize());
    }

    /** What spoils the images before they are seen; the target stays clean. */
    static List<String> noise(NoiseSpec noise) {
        String level = noise.isRange()
                ? "np.random.uniform(" + Lines.number(noise.lowest()) + ", " + Lines.number(noise.level())
                        + ", (len(images),) + (1,) * (images.ndim - 1))"
                : Lines.number(noise.level());
        List<String> lines = new ArrayList<>(List.of("level = " + level));
        switch (noise.kind()) {
            case NONE -> {
                return List.of();
            }
            case GAUSSIAN -> lines.add("spoilt = images + level * np.random.standard_normal(images.shape)");
            case SALT_AND_PEPPER ->
                lines.addAll(List.of(
                        "hit = np.random.random(images.shape) < level",
                        "spoilt = np.where(hit, np.random.random(images.shape) < 0.5, images)"));
            case MASKING -> lines.add("spoilt = np.where(np.random.random(images.shape) < level, 0, images)");
            case MASKING_SQUARE ->
                lines.addAll(List.of(
                        "size = int(round(np.sqrt(images[0].size)))",
                        "spoilt = images.reshape(-1, size, size).copy()",
                        "for image, share in zip(spoilt, np.broadcast_to(np.ravel(level), len(spoilt))):",
                        "    side = int(round(size * np.sqrt(share)))",
                        "    top, left = np.random.randint(0, size - side + 1, 2)",
                        "    image[top : top + side, left : left + side] = 0",
                        "spoilt = spoilt.reshape(images.shape)"));
        }
        lines.add("return np.clip(spoilt, 0, 1).astype(\"float32\")");
        return lines;
    }

    private static String activation(Activation activation) {
        return activation == Activation.LINEAR
                ? ""
                : ", activation=\"" + activation.name().toLowerCase(Locale.ROOT) + "\"";
    }

    @Override
    public String dense(LayerSpec.Dense layer) {
        return "layers.Dense(" + layer.outputs() + activation(layer.activation()) + ")";
    }

    @Override
    public String convolution(LayerSpec.Convolution layer) {
        String stride = layer.stride() == 1 ? "" : "strides=" + layer.stride() + ", ";
        return "layers.Conv2D(" + layer.out().channels() + ", " + layer.kernel() + ", " + stride + "padding=\"same\""
                + activation(layer.activation()) + ")";
    }

    /** Keras doubles the sides; where they were odd, the row and the column before the first are left out. */
    @Override
    public String transposed(LayerSpec.TransposedConvolution layer) {
        int tall = layer.stride() * layer.in().height() - layer.out().height();
        int wide = layer.stride() * layer.in().width() - layer.out().width();
        String words = "layers.Conv2DTranspose(" + layer.out().channels() + ", " + layer.kernel() + ", strides="
                + layer.stride() + ", padding=\"same\"" + activation(layer.activation()) + ")";
        return tall + wide == 0 ? words : words + "\nlayers.Cropping2D(((" + tall + ", 0), (" + wide + ", 0)))";
    }

    @Override
    public String sampling(LayerSpec.Sampling layer) {
        return "Sampling()";
    }

    @Override
    public String flat() {
        return "layers.Flatten()";
    }

    @Override
    public String maps(Volume volume) {
        return "layers.Reshape((" + volume.height() + ", " + volume.width() + ", " + volume.channels() + "))";
    }
}

package hourglass.core.spec.listing;

import hourglass.core.spec.Activation;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.VariationalSpec;
import hourglass.core.spec.Volume;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A network for Deeplearning4j 1.0.0-M2.1 as it comes. What its layers cannot do (noise on the input alone, odd sides,
 * convolutional variational networks) a comment says where it matters.
 */
final class Dl4jListing implements LayerSpec.Visitor<String> {
    private final Experiment experiment;
    private final ModelSpec model;

    Dl4jListing(Experiment experiment) {
        this.experiment = experiment;
        this.model = experiment.model();
    }

    String text() {
        Lines lines = new Lines().add("// " + Lines.title(experiment));
        Optional<VariationalSpec> variational = model.variational();
        if (variational.isPresent() && model.layers().get(0).volumeTaken().isPresent()) {
            return lines.add(
                            "// Deeplearning4j's own variational layer is dense only, so this network cannot be written with",
                            "// its layers as they come; Hourglass adds a sampling layer of its own. Choose vae-2 or vae-16 to",
                            "// see the dense one, or copy this network as Keras or PyTorch.")
                    .text();
        }
        lines.add(
                "// Its one argument is the file train-images-idx3-ubyte.gz of Fashion-MNIST.",
                "import java.io.FileInputStream;",
                "import java.util.zip.GZIPInputStream;",
                "import org.deeplearning4j.nn.conf.*;",
                "import org.deeplearning4j.nn.conf.inputs.InputType;",
                "import org.deeplearning4j.nn.conf.layers.*;",
                "import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;",
                "import org.deeplearning4j.nn.conf.layers.variational.*;",
                "import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;",
                "import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;",
                "import org.nd4j.linalg.activations.Activation;",
                "import org.nd4j.linalg.api.buffer.DataType;",
                "import org.nd4j.linalg.api.ndarray.INDArray;",
                "import org.nd4j.linalg.factory.Nd4j;",
                "import org.nd4j.linalg.indexing.NDArrayIndex;",
                "import org.nd4j.linalg.learning.config.Adam;",
                "import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;",
                "",
                "public class Autoencoder {",
                "    public static void main(String[] arguments) throws Exception {",
                "        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()",
                "                .seed(" + experiment.seed() + ")",
                "                .updater(new Adam("
                        + Lines.number(experiment.training().learningRate()) + "))",
                "                .list()");
        lines.indented(16, variational.map(this::variational).orElseGet(this::plain));
        lines.add("                .build());", "        network.init();");
        train(lines, variational.isPresent());
        return lines.add("    }", "}").text();
    }

    private List<String> plain() {
        List<LayerSpec> layers = model.layers();
        String made = layers.stream().map(layer -> layer.visit(this)).collect(Collectors.joining("\n"));
        String back = toMaps(layers);
        String loss = model.loss() == Loss.MEAN_SQUARED_ERROR ? "MSE" : "XENT";
        Optional<Volume> image = layers.get(0).volumeTaken();
        String last = image.isPresent()
                ? ".layer(new CnnLossLayer.Builder(LossFunction." + loss + ").activation(Activation.IDENTITY).build())"
                : ".layer(new LossLayer.Builder(LossFunction." + loss + ").activation(Activation.IDENTITY).build())";
        String type = image.map(volume -> "InputType.convolutional(" + volume.height() + ", " + volume.width() + ", 1)")
                .orElse("InputType.feedForward(" + model.inputSize() + ")");
        return List.of((made + "\n" + last + back + "\n.setInputType(" + type + ")").split("\n"));
    }

    /** A row of numbers becomes feature maps only where it is told to. */
    private static String toMaps(List<LayerSpec> layers) {
        for (int i = 1; i < layers.size(); i++) {
            Optional<Volume> volume = layers.get(i).volumeTaken();
            if (volume.isPresent() && layers.get(i - 1).volumeGiven().isEmpty()) {
                return "\n.inputPreProcessor(" + i + ", new FeedForwardToCnnPreProcessor("
                        + volume.get().height() + ", " + volume.get().width() + ", "
                        + volume.get().channels() + "))";
            }
        }
        return "";
    }

    private List<String> variational(VariationalSpec variational) {
        List<LayerSpec> layers = model.layers();
        int code = model.encoderLayers() - 2;
        String sizes = layers.subList(0, code).stream()
                .map(layer -> String.valueOf(layer.outputs()))
                .collect(Collectors.joining(", "));
        String back = layers.subList(code + 2, layers.size() - 1).stream()
                .map(layer -> String.valueOf(layer.outputs()))
                .collect(Collectors.joining(", "));
        String output = variational.likelihood() == Likelihood.BERNOULLI
                ? "new BernoulliReconstructionDistribution(Activation.SIGMOID)"
                : "new GaussianReconstructionDistribution(Activation.SIGMOID)";
        return List.of(
                "// Its KL has weight 1; a β of " + Lines.number(variational.beta()) + " cannot be set.",
                ".layer(new VariationalAutoencoder.Builder()",
                "        .nIn(" + model.inputSize() + ").nOut(" + model.codeSize() + ")",
                "        .encoderLayerSizes(" + sizes + ").decoderLayerSizes(" + back + ")",
                "        .activation(Activation."
                        + activation(variational.trunk().activation()) + ")",
                "        .pzxActivationFunction(Activation.IDENTITY)",
                "        .reconstructionDistribution(" + output + ").build())");
    }

    private void train(Lines lines, boolean pretrained) {
        Optional<Volume> image = model.layers().get(0).volumeTaken();
        String shape = image.map(volume -> ".reshape(-1, 1, " + volume.height() + ", " + volume.width() + ")")
                .orElse("");
        lines.add(
                "        INDArray images;",
                "        try (GZIPInputStream in = new GZIPInputStream(new FileInputStream(arguments[0]))) {",
                "            in.skipNBytes(16);",
                "            byte[] bytes = in.readAllBytes();",
                "            float[] pixels = new float[bytes.length];",
                "            for (int i = 0; i < bytes.length; i++) pixels[i] = (bytes[i] & 255) / 255f;",
                "            images = Nd4j.create(pixels, new long[] {bytes.length / " + model.inputSize() + ", "
                        + model.inputSize() + "}, DataType.FLOAT)" + shape + ";",
                "        }",
                "        int batch = " + experiment.training().batchSize() + ";",
                "        for (int epoch = 1; epoch <= " + experiment.training().epochs() + "; epoch++) {",
                "            for (long first = 0; first + batch <= images.size(0); first += batch) {",
                "                INDArray clean = images.get(NDArrayIndex.interval(first, first + batch));");
        String seen = "clean";
        if (experiment.noise().kind() == NoiseKind.GAUSSIAN) {
            seen = "noisy";
            lines.add("                INDArray noisy = clean.add(Nd4j.randn(clean.shape()).mul("
                    + Lines.number(experiment.noise().level()) + "));");
        } else if (experiment.noise().isNoisy()) {
            lines.add("                // Hourglass spoils the input here ("
                    + experiment.noise().describe() + ").");
        }
        lines.add(
                pretrained
                        ? "                network.pretrainLayer(0, clean);"
                        : "                network.fit(" + seen + ", clean);",
                "            }",
                "            System.out.println(\"epoch \" + epoch + \", loss \" + network.score());",
                "        }");
    }

    private static String activation(Activation activation) {
        return activation == Activation.LINEAR ? "IDENTITY" : activation.name();
    }

    private static String end(Activation activation) {
        return ".activation(Activation." + activation(activation) + ").build())";
    }

    @Override
    public String dense(LayerSpec.Dense layer) {
        return ".layer(new DenseLayer.Builder().nOut(" + layer.outputs() + ")" + end(layer.activation());
    }

    @Override
    public String convolution(LayerSpec.Convolution layer) {
        return ".layer(new ConvolutionLayer.Builder(" + square(layer.kernel()) + ").stride(" + square(layer.stride())
                + ").nOut(" + layer.out().channels() + ")\n        .convolutionMode(ConvolutionMode.Same)"
                + end(layer.activation());
    }

    @Override
    public String transposed(LayerSpec.TransposedConvolution layer) {
        String words = ".layer(new Deconvolution2D.Builder(" + square(layer.kernel()) + ").stride("
                + square(layer.stride()) + ").nOut(" + layer.out().channels()
                + ")\n        .convolutionMode(ConvolutionMode.Same)" + end(layer.activation());
        int tall = layer.stride() * layer.in().height() - layer.out().height();
        int wide = layer.stride() * layer.in().width() - layer.out().width();
        return tall + wide == 0
                ? words
                : words + "\n.layer(new Cropping2D.Builder(" + tall + ", 0, " + wide + ", 0).build())";
    }

    private static String square(int side) {
        return side + ", " + side;
    }

    @Override
    public String sampling(LayerSpec.Sampling layer) {
        throw new IllegalStateException("a variational network is written as one layer");
    }
}

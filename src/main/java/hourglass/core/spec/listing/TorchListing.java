package hourglass.core.spec.listing;

import hourglass.core.spec.Activation;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.TrainingSpec;
import hourglass.core.spec.Volume;
import java.util.List;
import java.util.Optional;

/** A network for PyTorch; paddings are TensorFlow's "same", as Hourglass has them. */
final class TorchListing implements LayerSpec.Visitor<String>, Lines.Folding {
    private final Experiment experiment;
    private final ModelSpec model;

    TorchListing(Experiment experiment) {
        this.experiment = experiment;
        this.model = experiment.model();
    }

    String text() {
        List<LayerSpec> layers = model.layers();
        Optional<Volume> image = layers.get(0).volumeTaken();
        String shape = image.map(volume -> "1, " + volume.height() + ", " + volume.width())
                .orElse(String.valueOf(model.inputSize()));
        List<String> noise = KerasListing.noise(experiment.noise());
        Lines lines = new Lines()
                .add("# " + Lines.title(experiment), "import numpy as np", "import torch")
                .add("from torch import nn", "from torchvision.datasets import FashionMNIST", "")
                .add("torch.manual_seed(" + experiment.seed() + ")")
                .add("np.random.seed(" + experiment.seed() % (1L << 32) + ")")
                .add("train, test = (FashionMNIST(\"data\", part, download=True).data.reshape(-1, " + shape
                        + ") / 255 for part in (True, False))");
        classes(lines, layers);
        if (!noise.isEmpty()) {
            lines.add("", "", "def spoilt(images):", "    images = images.numpy()")
                    .indented(4, noise.subList(0, noise.size() - 1))
                    .add("    return torch.from_numpy(np.clip(spoilt, 0, 1).astype(\"float32\"))", "");
        }
        lines.add("", "model = nn.Sequential(")
                .indented(
                        4,
                        Lines.half(layers, image, this, this).stream()
                                .map(line -> line + ",")
                                .toList())
                .add(")");
        train(lines, noise.isEmpty() ? "" : "spoilt");
        return lines.text();
    }

    private void classes(Lines lines, List<LayerSpec> layers) {
        if (layers.stream().anyMatch(LayerSpec.TransposedConvolution.class::isInstance)) {
            lines.add(
                    "",
                    "",
                    "class Crop(nn.Module):",
                    "    def __init__(self, top, left, height, width):",
                    "        super().__init__()",
                    "        self.rows, self.columns = slice(top, top + height), slice(left, left + width)",
                    "",
                    "    def forward(self, maps):",
                    "        return maps[:, :, self.rows, self.columns]",
                    "");
        }
        if (model.isVariational()) {
            lines.add(
                    "",
                    "",
                    "class Sampling(nn.Module):",
                    "    def forward(self, pair):",
                    "        mean, log_variance = pair.chunk(2, 1)",
                    "        self.kl = -0.5 * (1 + log_variance - mean**2 - log_variance.exp()).sum(1).mean()",
                    "        noise = torch.randn_like(mean) if self.training else 0.0",
                    "        return mean + (0.5 * log_variance).exp() * noise",
                    "");
        }
    }

    private void train(Lines lines, String spoilt) {
        TrainingSpec training = experiment.training();
        String loss = model.loss() == Loss.MEAN_SQUARED_ERROR ? "mse_loss" : "binary_cross_entropy";
        String input = spoilt.isEmpty() ? "batch" : spoilt + "(batch)";
        String seen = spoilt.isEmpty() ? "test" : spoilt + "(test)";
        lines.add("", "optimiser = torch.optim.Adam(model.parameters(), " + Lines.number(training.learningRate()) + ")")
                .add("for epoch in range(" + training.epochs() + "):", "    model.train()")
                .add("    for rows in torch.randperm(len(train)).split(" + training.batchSize() + "):")
                .add("        batch = train[rows]", "        optimiser.zero_grad()")
                .add("        loss = nn.functional." + loss + "(model(" + input + "), batch)");
        model.variational()
                .ifPresent(variational -> lines.add(
                        "        for layer in model:",
                        "            if isinstance(layer, Sampling):",
                        "                loss = loss + " + Lines.number(variational.beta()) + " * layer.kl / "
                                + KerasListing.scale(variational)));
        lines.add(
                        "        loss.backward()",
                        "        optimiser.step()",
                        "    model.eval()",
                        "    with torch.no_grad():")
                .add("        error = (model(" + seen + ") - test).pow(2).mean().item()")
                .add("    print(f\"epoch {epoch + 1}, test error {error:.5f}\")");
    }

    private static String then(Activation activation) {
        return switch (activation) {
            case RELU -> ", nn.ReLU()";
            case TANH -> ", nn.Tanh()";
            case SIGMOID -> ", nn.Sigmoid()";
            case ELU -> ", nn.ELU()";
            case LINEAR -> "";
        };
    }

    @Override
    public String dense(LayerSpec.Dense layer) {
        return "nn.Linear(" + layer.inputs() + ", " + layer.outputs() + ")" + then(layer.activation());
    }

    @Override
    public String convolution(LayerSpec.Convolution layer) {
        int tall = padding(layer.in().height(), layer.out().height(), layer.kernel(), layer.stride());
        int wide = padding(layer.in().width(), layer.out().width(), layer.kernel(), layer.stride());
        return "nn.ZeroPad2d((" + wide / 2 + ", " + (wide - wide / 2) + ", " + tall / 2 + ", " + (tall - tall / 2)
                + ")), nn.Conv2d(" + layer.in().channels() + ", " + layer.out().channels() + ", " + layer.kernel()
                + ", "
                + layer.stride() + ")" + then(layer.activation());
    }

    @Override
    public String transposed(LayerSpec.TransposedConvolution layer) {
        int top = padding(layer.out().height(), layer.in().height(), layer.kernel(), layer.stride()) / 2;
        int left = padding(layer.out().width(), layer.in().width(), layer.kernel(), layer.stride()) / 2;
        return "nn.ConvTranspose2d(" + layer.in().channels() + ", "
                + layer.out().channels() + ", " + layer.kernel()
                + ", " + layer.stride() + "), Crop(" + top + ", " + left + ", "
                + layer.out().height() + ", "
                + layer.out().width() + ")" + then(layer.activation());
    }

    private static int padding(int large, int small, int kernel, int stride) {
        return Math.max(0, (small - 1) * stride + kernel - large);
    }

    @Override
    public String sampling(LayerSpec.Sampling layer) {
        return "Sampling()";
    }

    @Override
    public String flat() {
        return "nn.Flatten()";
    }

    @Override
    public String maps(Volume volume) {
        return "nn.Unflatten(1, (" + volume.channels() + ", " + volume.height() + ", " + volume.width() + "))";
    }
}

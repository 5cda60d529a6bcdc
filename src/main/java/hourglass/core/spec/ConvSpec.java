package hourglass.core.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A symmetric convolutional autoencoder: one convolution of stride 2 per stage, an optional dense middle, the mirrored
 * transposed convolutions, and a convolution of stride 1 to one sigmoid per pixel.
 *
 * @param width pixels of an image in a row, 2 … 128
 * @param height rows of an image, 2 … 128
 * @param channels feature maps after each stage, from the image inwards, 1 to 6 of 1 … 256; each stage halves the sides,
 *     rounded up
 * @param kernel side of the window, 1 … the image's smaller side
 * @param waist dense middle
 * @param activation of every hidden layer
 * @param loss what training makes smaller
 */
public record ConvSpec(
        int width, int height, List<Integer> channels, int kernel, Waist waist, Activation activation, Loss loss)
        implements PlainSpec {
    /** Most stages. */
    public static final int MAX_STAGES = 6;
    /** Most feature maps in a stage. */
    public static final int MAX_CHANNELS = 256;

    /** Most numbers under all places of one layer's window: an engine lays them out side by side, 128 MB of them. */
    private static final long MAX_UNDER_WINDOWS = 1L << 25;

    private static final int MAX_SIDE = 128;
    private static final int STRIDE = 2;

    /** Checks every range. */
    public ConvSpec {
        Checks.range("width", "Pixels in a row", width, 2, MAX_SIDE);
        Checks.range("height", "Rows of pixels", height, 2, MAX_SIDE);
        channels = List.copyOf(channels);
        Checks.range("channels", "Stages", channels.size(), 1, MAX_STAGES);
        for (int maps : channels) {
            Checks.range("channels", "Feature maps in a stage", maps, 1, MAX_CHANNELS);
        }
        checkKernel(kernel, width, height);
        checkStages(channels.size(), width, height);
        List<LayerSpec> layers = layers(width, height, channels, kernel, waist, activation);
        checkWindows(kernel, layers);
        long weights = layers.stream().mapToLong(LayerSpec::parameterCount).sum();
        if (weights > DenseSpec.MAX_WEIGHTS) {
            throw new InvalidSpecException(
                    "channels",
                    "The network would have " + weights + " weights; at most " + DenseSpec.MAX_WEIGHTS
                            + " are possible. Use smaller layers.");
        }
    }

    private static void checkKernel(int kernel, int width, int height) {
        if (kernel < 1) {
            throw new InvalidSpecException("kernel", "The kernel must be at least 1 pixel wide; got " + kernel + ".");
        }
        if (kernel > Math.min(width, height)) {
            throw new InvalidSpecException(
                    "kernel",
                    "The kernel of " + kernel + " × " + kernel + " is larger than the image of " + width + " × "
                            + height + " pixels.");
        }
    }

    private static void checkWindows(int kernel, List<LayerSpec> layers) {
        for (LayerSpec layer : layers) {
            long numbers = layer.underWindows();
            if (numbers > MAX_UNDER_WINDOWS) {
                throw new InvalidSpecException(
                        "kernel",
                        "A kernel of " + kernel + " × " + kernel + " would see " + numbers
                                + " numbers of one image at a time; at most " + MAX_UNDER_WINDOWS
                                + " are possible. Use a smaller kernel or fewer feature maps.");
            }
        }
    }

    private static void checkStages(int stages, int width, int height) {
        int side = Math.min(width, height);
        for (int stage = 1; stage <= stages; stage++) {
            if (side < 2) {
                throw new InvalidSpecException(
                        "channels",
                        stages + " stages make the image vanish: after " + (stage - 1)
                                + " it is one pixel wide and cannot be halved again.");
            }
            side = halved(side);
        }
    }

    private static int halved(int side) {
        return (side + 1) / 2;
    }

    /** Volumes from the image (one channel) to the last stage, {@code stages + 1} of them. */
    public List<Volume> volumes() {
        return volumes(width, height, channels);
    }

    private static List<Volume> volumes(int width, int height, List<Integer> channels) {
        List<Volume> volumes = new ArrayList<>();
        volumes.add(new Volume(1, height, width));
        for (int maps : channels) {
            Volume before = volumes.get(volumes.size() - 1);
            volumes.add(new Volume(maps, halved(before.height()), halved(before.width())));
        }
        return List.copyOf(volumes);
    }

    @Override
    public List<LayerSpec> layers() {
        return layers(width, height, channels, kernel, waist, activation);
    }

    private static List<LayerSpec> layers(
            int width, int height, List<Integer> channels, int kernel, Waist waist, Activation activation) {
        List<Volume> volumes = volumes(width, height, channels);
        List<LayerSpec> layers = new ArrayList<>();
        for (int i = 0; i + 1 < volumes.size(); i++) {
            layers.add(new LayerSpec.Convolution(volumes.get(i), volumes.get(i + 1), kernel, STRIDE, activation));
        }
        Volume last = volumes.get(volumes.size() - 1);
        if (waist.isDense()) {
            layers.addAll(middle(last.size(), waist, activation));
        }
        Volume in = last;
        for (int i = channels.size() - 1; i >= 0; i--) {
            Volume size = volumes.get(i);
            Volume out = new Volume(channels.get(i), size.height(), size.width());
            layers.add(new LayerSpec.TransposedConvolution(in, out, kernel, STRIDE, activation));
            in = out;
        }
        layers.add(new LayerSpec.Convolution(in, volumes.get(0), kernel, 1, Activation.SIGMOID));
        return List.copyOf(layers);
    }

    private static List<LayerSpec> middle(int volume, Waist waist, Activation activation) {
        List<Integer> sizes = new ArrayList<>(List.of(volume));
        sizes.addAll(waist.hidden());
        sizes.add(waist.codeSize());
        List<Integer> mirrored = new ArrayList<>(sizes.subList(0, sizes.size() - 1));
        Collections.reverse(mirrored);
        sizes.addAll(mirrored);
        List<LayerSpec> layers = new ArrayList<>();
        for (int i = 0; i + 1 < sizes.size(); i++) {
            boolean code = i == waist.hidden().size();
            layers.add(new LayerSpec.Dense(sizes.get(i), sizes.get(i + 1), code ? waist.activation() : activation));
        }
        return layers;
    }

    @Override
    public int inputSize() {
        return width * height;
    }

    @Override
    public int codeSize() {
        return waist.isDense() ? waist.codeSize() : codeVolume().size();
    }

    /** The volume of the last stage. */
    public Volume codeVolume() {
        List<Volume> volumes = volumes();
        return volumes.get(volumes.size() - 1);
    }

    @Override
    public int encoderLayers() {
        return channels.size() + (waist.isDense() ? waist.hidden().size() + 1 : 0);
    }

    @Override
    public String describe() {
        return "Convolutional autoencoder " + shape();
    }

    /** Feature maps and code in words: "16–8, code 8×7×7" or "16–8, code of 64". */
    private String shape() {
        String maps = channels.stream().map(String::valueOf).collect(Collectors.joining("–"));
        if (!waist.isDense()) {
            return maps + ", code " + codeVolume().words();
        }
        String dense = waist.hidden().stream().map(h -> "–" + h).collect(Collectors.joining());
        return maps + dense + ", code of " + waist.codeSize();
    }

    @Override
    public String describeVariational() {
        return "Variational convolutional autoencoder " + shape();
    }

    @Override
    public Activation codeActivation() {
        return waist.activation();
    }

    @Override
    public Volume image() {
        return new Volume(1, height, width);
    }

    @Override
    public LayerSizes sizes() {
        return new LayerSizes(channels, kernel, waist.hidden(), waist.codeSize());
    }

    @Override
    public boolean isConvolutional() {
        return true;
    }

    @Override
    public boolean hasDenseCode() {
        return waist.isDense();
    }

    @Override
    public boolean takes(int columns, int rows) {
        return width == columns && height == rows;
    }

    @Override
    public ConvSpec resized(int columns, int rows, LayerSizes sizes) {
        Waist middle = new Waist(sizes.hidden(), sizes.codeSize(), waist.activation());
        return new ConvSpec(columns, rows, sizes.channels(), sizes.kernel(), middle, activation, loss);
    }

    @Override
    public ConvSpec withActivation(Activation value) {
        return new ConvSpec(width, height, channels, kernel, waist, value, loss);
    }

    @Override
    public ConvSpec withCodeActivation(Activation value) {
        Waist middle = new Waist(waist.hidden(), waist.codeSize(), value);
        return new ConvSpec(width, height, channels, kernel, middle, activation, loss);
    }

    @Override
    public ConvSpec withLoss(Loss value) {
        return new ConvSpec(width, height, channels, kernel, waist, activation, value);
    }

    @Override
    public <T> T visit(Visitor<T> visitor) {
        return visitor.convolutional(this);
    }
}

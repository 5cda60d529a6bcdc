package hourglass.core.spec.edit;

/**
 * One drawn layer.
 *
 * @param kind what it is
 * @param slot which stage or which hidden layer, counted from the image inwards; layers of one kind and slot are changed
 *     together
 * @param amount neurons, or feature maps where it is a volume
 * @param width columns of a feature map; 0 where it is no volume
 * @param height rows of a feature map; 0 where it is no volume
 */
public record HourglassLayer(Kind kind, int slot, int amount, int width, int height) {
    /** What a layer is. */
    public enum Kind {
        /** The image at either end. */
        IMAGE,
        /** Feature maps of a convolution or of its mirror. */
        STAGE,
        /** Neurons between image and code. */
        HIDDEN,
        /** The numbers in the waist. */
        CODE
    }

    /** Drawn as a stack of feature maps rather than as a bar. */
    public boolean isVolume() {
        return width > 0;
    }

    /** Whether both are one setting, seen on the two sides of the waist. */
    public boolean isPairOf(HourglassLayer other) {
        return kind == other.kind && slot == other.slot;
    }
}

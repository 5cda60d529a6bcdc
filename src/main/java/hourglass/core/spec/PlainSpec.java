package hourglass.core.spec;

import java.util.Optional;

/** A network whose encoder gives a plain code; also the trunk of a variational one. */
public sealed interface PlainSpec extends ModelSpec permits DenseSpec, ConvSpec {
    /** Activation of every hidden layer. */
    Activation activation();

    /** Activation of the code. */
    Activation codeActivation();

    /** The image as it is taken; a dense network knows only the number of its pixels, as one row. */
    Volume image();

    /** Sizes of its layers. */
    LayerSizes sizes();

    /** Whether images pass through convolutions. */
    boolean isConvolutional();

    /** Whether the code is a row of numbers; else it is the last stage's feature maps. */
    boolean hasDenseCode();

    /** What {@link #describe} says of a variational network with this trunk. */
    String describeVariational();

    /** Whether it takes images of so many columns and rows. */
    boolean takes(int width, int height);

    /** The same for images of so many columns and rows, with layers of other sizes. */
    PlainSpec resized(int width, int height, LayerSizes sizes);

    /** The same with another loss. */
    PlainSpec withLoss(Loss loss);

    /** The same with another activation of every hidden layer. */
    PlainSpec withActivation(Activation activation);

    /** The same with another activation of the code. */
    PlainSpec withCodeActivation(Activation activation);

    /** The same with layers of other sizes. */
    default PlainSpec withSizes(LayerSizes sizes) {
        return resized(image().width(), image().height(), sizes);
    }

    @Override
    default PlainSpec trunk() {
        return this;
    }

    @Override
    default ModelSpec withTrunk(PlainSpec trunk) {
        return trunk;
    }

    @Override
    default Optional<VariationalSpec> variational() {
        return Optional.empty();
    }
}

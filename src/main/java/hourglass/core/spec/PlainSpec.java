package hourglass.core.spec;

/** A network whose encoder gives a plain code; also the trunk of a variational one. */
public sealed interface PlainSpec extends ModelSpec permits DenseSpec, ConvSpec {
    /** The same with another code size. */
    PlainSpec withCodeSize(int size);

    /** The same with another loss. */
    PlainSpec withLoss(Loss loss);

    /** The same with another activation of the code. */
    PlainSpec withCodeActivation(Activation activation);
}

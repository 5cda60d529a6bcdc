package hourglass.ui.train;

import hourglass.core.spec.ConvSpec;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.VariationalSpec;

/** The four kinds of network of the lesson. */
enum NetworkFamily {
    DENSE,
    CONVOLUTIONAL,
    VARIATIONAL_DENSE,
    VARIATIONAL_CONVOLUTIONAL;

    static NetworkFamily of(ModelSpec model) {
        if (model instanceof VariationalSpec variational) {
            return variational.trunk() instanceof ConvSpec ? VARIATIONAL_CONVOLUTIONAL : VARIATIONAL_DENSE;
        }
        return model instanceof ConvSpec ? CONVOLUTIONAL : DENSE;
    }

    boolean isVariational() {
        return this == VARIATIONAL_DENSE || this == VARIATIONAL_CONVOLUTIONAL;
    }

    boolean isConvolutional() {
        return this == CONVOLUTIONAL || this == VARIATIONAL_CONVOLUTIONAL;
    }

    static NetworkFamily of(Layers layers, Waist waist) {
        if (layers == Layers.DENSE) {
            return waist == Waist.PLAIN ? DENSE : VARIATIONAL_DENSE;
        }
        return waist == Waist.PLAIN ? CONVOLUTIONAL : VARIATIONAL_CONVOLUTIONAL;
    }

    Layers layers() {
        return isConvolutional() ? Layers.CONVOLUTIONAL : Layers.DENSE;
    }

    Waist waist() {
        return isVariational() ? Waist.VARIATIONAL : Waist.PLAIN;
    }

    /** What the image passes through. */
    enum Layers {
        DENSE,
        CONVOLUTIONAL
    }

    /** What the encoder gives. */
    enum Waist {
        PLAIN,
        VARIATIONAL
    }
}

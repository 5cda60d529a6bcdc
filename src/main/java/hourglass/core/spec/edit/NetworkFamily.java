package hourglass.core.spec.edit;

import hourglass.core.spec.ModelSpec;

/** The four kinds of network of the lesson. */
public enum NetworkFamily {
    /** Dense layers around a plain code. */
    DENSE,
    /** Convolutions around a plain code. */
    CONVOLUTIONAL,
    /** Dense layers around a distribution. */
    VARIATIONAL_DENSE,
    /** Convolutions around a distribution. */
    VARIATIONAL_CONVOLUTIONAL;

    /** That of a network. */
    public static NetworkFamily of(ModelSpec model) {
        return of(
                model.trunk().isConvolutional() ? Layers.CONVOLUTIONAL : Layers.DENSE,
                model.isVariational() ? Waist.VARIATIONAL : Waist.PLAIN);
    }

    /** Whether the encoder gives a distribution. */
    public boolean isVariational() {
        return this == VARIATIONAL_DENSE || this == VARIATIONAL_CONVOLUTIONAL;
    }

    /** Whether images pass through convolutions. */
    public boolean isConvolutional() {
        return this == CONVOLUTIONAL || this == VARIATIONAL_CONVOLUTIONAL;
    }

    /** The one with these layers around this waist. */
    public static NetworkFamily of(Layers layers, Waist waist) {
        if (layers == Layers.DENSE) {
            return waist == Waist.PLAIN ? DENSE : VARIATIONAL_DENSE;
        }
        return waist == Waist.PLAIN ? CONVOLUTIONAL : VARIATIONAL_CONVOLUTIONAL;
    }

    /** What the image passes through. */
    public Layers layers() {
        return isConvolutional() ? Layers.CONVOLUTIONAL : Layers.DENSE;
    }

    /** What the encoder gives. */
    public Waist waist() {
        return isVariational() ? Waist.VARIATIONAL : Waist.PLAIN;
    }

    /** What the image passes through. */
    public enum Layers {
        /** Dense layers. */
        DENSE,
        /** Convolutions. */
        CONVOLUTIONAL
    }

    /** What the encoder gives. */
    public enum Waist {
        /** A code. */
        PLAIN,
        /** A distribution over codes. */
        VARIATIONAL
    }
}

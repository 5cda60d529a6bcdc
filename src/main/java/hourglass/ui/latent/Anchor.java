package hourglass.ui.latent;

/** One end of a path: a code. Immutable. */
final class Anchor {
    private final float[] code;

    Anchor(float[] code) {
        this.code = code.clone();
    }

    float[] code() {
        return code.clone();
    }

    int size() {
        return code.length;
    }

    /** On the straight way to {@code other}: 0 here, 1 there. */
    float[] towards(Anchor other, double share) {
        float[] between = code.clone();
        for (int i = 0; i < between.length; i++) {
            between[i] += (float) (share * (other.code[i] - code[i]));
        }
        return between;
    }
}

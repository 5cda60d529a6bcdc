package hourglass.ui.latent;

import java.util.List;
import java.util.stream.IntStream;

/** One end of a path: a code. Immutable. */
final class Anchor {
    private final float[] code;

    Anchor(float[] code) {
        this.code = code.clone();
    }

    /** From the numbers of a file. */
    static Anchor of(List<Double> numbers) {
        float[] code = new float[numbers.size()];
        for (int i = 0; i < code.length; i++) {
            code[i] = numbers.get(i).floatValue();
        }
        return new Anchor(code);
    }

    /** As a file holds them. */
    List<Double> numbers() {
        return IntStream.range(0, code.length).mapToObj(i -> (double) code[i]).toList();
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

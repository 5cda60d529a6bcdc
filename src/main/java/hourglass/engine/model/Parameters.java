package hourglass.engine.model;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * An immutable vector of floats: the weights of a network, or the state of its optimiser.
 *
 * <p>Safe to share between threads.
 */
public final class Parameters {
    private final float[] values;

    private Parameters(float[] values) {
        this.values = values;
    }

    /** A copy of {@code values}. */
    public static Parameters copyOf(float[] values) {
        return new Parameters(values.clone());
    }

    /** {@code size} numbers that {@code reader} writes into the array it is handed once, and must not keep. */
    public static Parameters read(int size, Consumer<float[]> reader) {
        float[] values = new float[size];
        reader.accept(values);
        return new Parameters(values);
    }

    /** How many numbers. */
    public int size() {
        return values.length;
    }

    /** One number. */
    public float get(int index) {
        return values[index];
    }

    /** A fresh copy of all numbers. */
    public float[] toArray() {
        return values.clone();
    }

    /** A fresh copy of {@code length} numbers from {@code offset} on. */
    public float[] slice(int offset, int length) {
        return Arrays.copyOfRange(values, offset, offset + length);
    }

    /** Whether no number is infinite or NaN. */
    public boolean isFinite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** Equal when every number is equal bit for bit. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters p && Arrays.equals(values, p.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Parameters[" + values.length + "]";
    }
}

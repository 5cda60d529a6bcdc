package hourglass.engine.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** How a tensor's numbers are written; each of these is a float exactly. */
enum NumberType {
    /** IEEE 754 single precision. */
    F32(4),
    /** IEEE 754 half precision: 5 bits of exponent, 10 of fraction. */
    F16(2),
    /** The upper half of a single: 8 bits of exponent, 7 of fraction. */
    BF16(2);

    private static final int HALF_TO_SINGLE = 23 - 10;

    private final int bytes;

    NumberType(int bytes) {
        this.bytes = bytes;
    }

    /** Of the name in a header. */
    static Optional<NumberType> of(String name) {
        for (NumberType type : values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Of one number. */
    int bytes() {
        return bytes;
    }

    /** Turns {@code count} little-endian numbers into floats from {@code offset} on. */
    void convert(byte[] numbers, int count, float[] target, int offset) {
        ByteBuffer in = ByteBuffer.wrap(numbers).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            target[offset + i] = switch (this) {
                case F32 -> in.getFloat();
                case F16 -> half(in.getShort());
                case BF16 -> Float.intBitsToFloat(in.getShort() << 16);
            };
        }
    }

    private static float half(short bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        float size;
        if (exponent == 0) {
            size = fraction * 0x1p-24f;
        } else {
            int wide = exponent == 31 ? 255 : exponent + 127 - 15;
            size = Float.intBitsToFloat(wide << 23 | fraction << HALF_TO_SINGLE);
        }
        return bits < 0 ? -size : size;
    }
}

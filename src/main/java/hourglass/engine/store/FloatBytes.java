package hourglass.engine.store;

import hourglass.engine.model.Parameters;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Floats as little-endian bytes, in pieces so that no second copy of a large network is made. */
final class FloatBytes {
    private static final int PIECE = 1 << 14;

    private FloatBytes() {}

    static void write(Parameters values, OutputStream out) throws IOException {
        byte[] bytes = new byte[PIECE * Float.BYTES];
        FloatBuffer floats = floats(bytes);
        for (int start = 0; start < values.size(); start += PIECE) {
            int count = Math.min(PIECE, values.size() - start);
            floats.put(0, values.slice(start, count));
            out.write(bytes, 0, count * Float.BYTES);
        }
    }

    static float[] read(InputStream in, int size) throws IOException {
        float[] values = new float[size];
        byte[] bytes = new byte[PIECE * Float.BYTES];
        FloatBuffer floats = floats(bytes);
        for (int start = 0; start < size; start += PIECE) {
            int count = Math.min(PIECE, size - start);
            int length = count * Float.BYTES;
            if (in.readNBytes(bytes, 0, length) != length) {
                throw new EOFException("the file ended early");
            }
            floats.get(0, values, start, count);
        }
        return values;
    }

    private static FloatBuffer floats(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }
}

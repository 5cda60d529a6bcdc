package hourglass.core.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Makes IDX files by hand. */
final class IdxBytes {
    private IdxBytes() {}

    /** Images whose pixels count up from 0. */
    static byte[] images(int count, int height, int width) {
        byte[] body = new byte[count * height * width];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) i;
        }
        return file(body, 0x803, count, height, width);
    }

    static byte[] labels(int... values) {
        byte[] body = new byte[values.length];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) values[i];
        }
        return file(body, 0x801, values.length);
    }

    static byte[] file(byte[] body, int... header) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * header.length + body.length);
        for (int word : header) {
            buffer.putInt(word);
        }
        return buffer.put(body).array();
    }

    static byte[] gzip(byte[] bytes) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
                packed.write(bytes);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

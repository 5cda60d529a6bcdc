package hourglass.figures;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What a JPEG or PNG says of itself that its decoder does not tell: how it was turned in the camera, how its inks are
 * stored, and what it costs to decode, which for a progressive JPEG is the whole picture again with every scan. Bytes that
 * make no sense say nothing.
 *
 * @param orientation EXIF's, 1 (upright) to 8
 * @param inInks whether its colours are cyan, magenta, yellow and black
 * @param adobeTransform of Adobe's marker: 0 none, 1 YCbCr, 2 YCCK; −1 without the marker
 * @param heldBytes memory that a decoder takes for coefficients before the first pixel; 0 where it works row by row
 * @param scans times it goes over the picture, or what comes to the same: twice the bytes for each pixel
 */
record PictureHeader(int orientation, boolean inInks, int adobeTransform, long heldBytes, int scans) {
    private static final PictureHeader PLAIN = new PictureHeader(1, false, -1, 0, 1);
    private static final int ORIENTATION = 0x112;
    private static final int MAX_ENTRIES = 200;
    private static final long PNG = 0x89504e470d0a1a0aL;

    /** Of the bytes of a file. */
    static PictureHeader of(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        if (file.length > 4 && (in.getShort(0) & 0xffff) == 0xffd8) {
            return jpeg(in);
        }
        return file.length > 8 && in.getLong(0) == PNG ? png(in) : PLAIN;
    }

    private static PictureHeader png(ByteBuffer in) {
        int orientation = 1;
        for (int at = 8; at + 12 <= in.limit(); ) {
            int length = in.getInt(at);
            if (length < 0 || length > in.limit() - at - 12) {
                break;
            }
            if (in.getInt(at + 4) == 0x65584966) { // eXIf
                orientation = orientation(in, at + 8, length);
            }
            at += 12 + length;
        }
        return new PictureHeader(orientation, false, -1, 0, in.limit() > 24 && in.get(24) == 16 ? 2 : 1);
    }

    private static PictureHeader jpeg(ByteBuffer in) {
        int orientation = 1;
        boolean inks = false;
        int transform = -1;
        long held = 0;
        int scans = 0;
        for (int at = marker(in, 2); at >= 0; at = marker(in, at)) {
            int kind = in.get(at + 1) & 0xff;
            int body = at + 4;
            int length = isAlone(kind) || body > in.limit() ? 0 : Math.max(0, (in.getShort(at + 2) & 0xffff) - 2);
            length = Math.min(length, Math.max(0, in.limit() - body));
            if (kind == 0xe1 && starts(in, body, length, "Exif\0\0")) {
                orientation = orientation(in, body + 6, length - 6);
            } else if (kind == 0xee && length >= 12 && starts(in, body, length, "Adobe")) {
                transform = in.get(body + 11) & 0xff;
            } else if (isFrame(kind) && length >= 6) {
                inks = in.get(body + 5) == 4;
                held = isProgressive(kind) ? Math.max(held, coefficients(in, body, length)) : held;
            } else if (kind == 0xda) {
                scans++;
            }
            at = isAlone(kind) ? at + 2 : body + length;
        }
        return new PictureHeader(orientation, inks, transform, held, Math.max(1, scans));
    }

    /** Where the next marker is, or −1. */
    private static int marker(ByteBuffer in, int from) {
        for (int at = from; at + 1 < in.limit(); at++) {
            int kind = in.get(at + 1) & 0xff;
            boolean marker = in.get(at) == (byte) 0xff && kind != 0 && kind != 0xff;
            if (marker && (kind < 0xd0 || kind > 0xd7)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isAlone(int kind) {
        return kind == 0x01 || (kind >= 0xd0 && kind <= 0xd9);
    }

    private static boolean isFrame(int kind) {
        return kind >= 0xc0 && kind <= 0xcf && kind != 0xc4 && kind != 0xc8 && kind != 0xcc;
    }

    private static boolean isProgressive(int kind) {
        return kind == 0xc2 || kind == 0xc6 || kind == 0xca || kind == 0xce;
    }

    /** Two bytes for each sample, those that are stored at half the resolution counted as such. */
    private static long coefficients(ByteBuffer in, int body, int length) {
        if (length < 9) {
            return 0;
        }
        long pixels = (long) (in.getShort(body + 1) & 0xffff) * (in.getShort(body + 3) & 0xffff);
        int components = Math.min(in.get(body + 5) & 0xff, (length - 6) / 3);
        int most = 1;
        int sum = 0;
        for (int i = 0; i < components; i++) {
            int factors = in.get(body + 7 + 3 * i) & 0xff;
            int samples = Math.max(1, (factors >> 4) * (factors & 15));
            most = Math.max(most, samples);
            sum += samples;
        }
        return 2 * pixels * sum / most;
    }

    private static boolean starts(ByteBuffer in, int at, int length, String text) {
        byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < expected.length; i++) {
            if (i >= length || in.get(at + i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Of the first directory of a TIFF header. */
    private static int orientation(ByteBuffer file, int from, int length) {
        if (length < 8) {
            return 1;
        }
        try {
            ByteBuffer in = file.slice(from, length);
            in.order(in.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            in.position(in.getInt(4));
            int entries = Math.min(in.getShort() & 0xffff, MAX_ENTRIES);
            for (int i = 0; i < entries; i++) {
                int tag = in.getShort() & 0xffff;
                in.getShort();
                in.getInt();
                int value = in.getShort() & 0xffff;
                in.getShort();
                if (tag == ORIENTATION) {
                    return value >= 1 && value <= 8 ? value : 1;
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException damaged) {
            return 1;
        }
        return 1;
    }
}

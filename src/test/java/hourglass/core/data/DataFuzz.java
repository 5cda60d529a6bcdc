package hourglass.core.data;

import hourglass.fuzz.ScratchFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Fuzz target: IDX files, plain and packed, arrays of NumPy and tables; the first byte says which. */
public final class DataFuzz {
    private DataFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (data.length == 0) {
            return;
        }
        byte[] file = Arrays.copyOfRange(data, 1, data.length);
        try {
            switch (data[0] & 3) {
                case 0 -> IdxReader.images(ScratchFile.with(".idx", file), () -> false);
                case 1 -> IdxReader.labels(ScratchFile.with(".idx", file), () -> false);
                case 2 -> NpyReader.read(Path.of("x.npy"), new ByteArrayInputStream(file), file.length);
                default -> CsvReader.read(ScratchFile.with(".csv", file), () -> false);
            }
        } catch (DataFormatException refused) {
            ScratchFile.checkSentence(refused);
        }
    }

    private static byte[] kind(int first, byte[] file) {
        byte[] all = new byte[file.length + 1];
        all[0] = (byte) first;
        System.arraycopy(file, 0, all, 1, file.length);
        return all;
    }

    /** What it begins with. */
    public static List<byte[]> seeds() {
        String npy = "\u0093NUMPY\1\0v\0{'descr': '|u1', 'fortran_order': False, 'shape': (2, 2, 2), }";
        String padded = npy + " ".repeat(128 - 9 - npy.length()) + "\n12345678";
        return List.of(
                kind(0, IdxBytes.images(2, 3, 3)),
                kind(0, IdxBytes.gzip(IdxBytes.images(2, 3, 3))),
                kind(1, IdxBytes.labels(1, 2, 3)),
                kind(1, IdxBytes.gzip(IdxBytes.labels(1, 2, 3))),
                kind(2, padded.getBytes(StandardCharsets.ISO_8859_1)),
                kind(3, "label,a,b,c,d\n1,2,3,4,5\n0,0,0,255,1.0\n".getBytes(StandardCharsets.UTF_8)));
    }
}

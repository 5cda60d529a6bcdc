package hourglass.session.lesson;

import hourglass.fuzz.ScratchFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Fuzz target: a step of an evening, the evening itself, or what was kept of another; the first byte says which. */
public final class LessonFuzz {
    private static final List<String> NAMES =
            List.of("floor.json", LessonFiles.EVENING, LessonFiles.KEPT_RUNS, "de/floor.json");

    private LessonFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (data.length == 0) {
            return;
        }
        String forged = NAMES.get(data[0] & 3);
        LessonFiles.Source source = name -> name.equals(forged)
                ? new ByteArrayInputStream(data, 1, data.length - 1)
                : LessonFiles.SHIPPED.open(name);
        try {
            LessonFiles.read(source, "de");
        } catch (LessonFiles.RefusedException refused) {
            ScratchFile.checkSentence(refused);
        }
    }

    /** What it begins with. */
    public static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (int kind = 0; kind < NAMES.size(); kind++) {
            byte[] text = "{}".getBytes(StandardCharsets.UTF_8);
            try (InputStream in = LessonFiles.SHIPPED.open(NAMES.get(kind))) {
                text = in == null ? text : Objects.requireNonNull(in).readAllBytes();
            }
            byte[] seed = Arrays.copyOf(new byte[] {(byte) kind}, 1 + text.length);
            System.arraycopy(text, 0, seed, 1, text.length);
            seeds.add(seed);
        }
        return seeds;
    }
}

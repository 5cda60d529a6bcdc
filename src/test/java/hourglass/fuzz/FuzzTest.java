package hourglass.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataFuzz;
import hourglass.engine.store.ModelFuzz;
import hourglass.engine.store.RunFuzz;
import hourglass.figures.PictureFuzz;
import hourglass.session.lesson.LessonFuzz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every reader of files on what was once found, on small good files and on some hundred mutations of them; with
 * {@code mvn -Pfuzz test -Dtest=FuzzTest}, or {@code -Dhourglass.fuzz=SECONDS} for another time, on what Jazzer thinks of.
 */
class FuzzTest {
    private static final int MUTATIONS = 300;
    /** Inputs that once broke a reader, in a folder for each target. */
    private static final Path FOUND = Path.of("src", "test", "resources", "fuzz");

    private interface Reader {
        void read(byte[] data) throws IOException;
    }

    private interface Seeds {
        List<byte[]> get() throws IOException;
    }

    private record Target(Class<?> owner, Reader reader, Seeds seeds) {
        @Override
        public String toString() {
            return owner.getSimpleName();
        }

        List<byte[]> corpus() throws IOException {
            List<byte[]> all = new ArrayList<>(seeds.get());
            Path found = FOUND.resolve(owner.getSimpleName());
            if (Files.isDirectory(found)) {
                try (Stream<Path> files = Files.list(found)) {
                    for (Path file : files.sorted().toList()) {
                        all.add(Files.readAllBytes(file));
                    }
                }
            }
            return all;
        }
    }

    private static Stream<Target> targets() {
        return Stream.of(
                new Target(DataFuzz.class, DataFuzz::fuzzerTestOneInput, DataFuzz::seeds),
                new Target(ModelFuzz.class, ModelFuzz::fuzzerTestOneInput, ModelFuzz::seeds),
                new Target(RunFuzz.class, RunFuzz::fuzzerTestOneInput, RunFuzz::seeds),
                new Target(LessonFuzz.class, LessonFuzz::fuzzerTestOneInput, LessonFuzz::seeds),
                new Target(PictureFuzz.class, PictureFuzz::fuzzerTestOneInput, PictureFuzz::seeds));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void goodFilesAndTheirMutationsAreReadOrRefused(Target target) throws IOException {
        Random random = new Random(9);
        List<byte[]> corpus = target.corpus();
        for (byte[] good : corpus) {
            target.reader().read(good);
        }
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] input = mutated(corpus.get(i % corpus.size()), random);
            try {
                target.reader().read(input);
            } catch (RuntimeException | Error broken) {
                throw new AssertionError(target + ": " + Arrays.toString(input), broken);
            }
        }
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(good, random.nextInt(good.length + 9)) : good.clone();
        for (int change = random.nextInt(4); change >= 0 && bytes.length > 0; change--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) (bytes[at] ^ 1 << random.nextInt(8));
        }
        return bytes;
    }

    @ParameterizedTest
    @MethodSource("targets")
    @EnabledIfSystemProperty(named = "hourglass.fuzz", matches = "[0-9]+")
    void whatJazzerThinksOfIsReadOrRefused(Target target) throws IOException, InterruptedException {
        Path work = Files.createDirectories(Path.of("target", "fuzz", target.toString()));
        int number = 0;
        for (byte[] seed : target.corpus()) {
            Files.write(work.resolve("seed-" + number++), seed);
        }
        Path log = work.resolveSibling(target + ".txt");
        Process jazzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.owner().getName(),
                        "--instrumentation_includes=hourglass.**",
                        "--reproducer_path=" + work,
                        "-artifact_prefix=" + work + "/",
                        "-rss_limit_mb=3000",
                        "-timeout=20",
                        "-max_len=20000",
                        "-seed=7",
                        "-max_total_time=" + System.getProperty("hourglass.fuzz"),
                        work.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int code = jazzer.waitFor();
        String said = Files.readString(log, StandardCharsets.UTF_8);
        assertEquals(0, code, target + ": " + said.substring(Math.max(0, said.length() - 3000)));
        assertTrue(said.contains("Done "), said);
    }
}

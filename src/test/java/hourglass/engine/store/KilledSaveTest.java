package hourglass.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import hourglass.engine.model.ModelSnapshot;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** A program killed at any moment while it saves; {@code -Dhourglass.f1.kills=1000} for the long run. */
class KilledSaveTest {
    private static final int KILLS = Integer.getInteger("hourglass.f1.kills", 12);

    @TempDir
    Path folder;

    /** Large enough that writing takes a while. */
    static ModelSnapshot version(long number) {
        return Samples.snapshot(Samples.experiment(784, 16), number);
    }

    @Test
    void theFileIsTheLastAcknowledgedOrTheNextVersion() throws Exception {
        Path file = folder.resolve("model.safetensors");
        Random random = new Random(21);
        long acknowledged = 0;
        new ModelStore("0.1.0").save(file, version(acknowledged));
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged = Math.max(acknowledged, saveAndKill(file, acknowledged + 1, random));
            ModelSnapshot found = ModelFile.read(file).snapshot();
            long iteration = found.progress().iteration();
            assertTrue(
                    iteration == acknowledged || iteration == acknowledged + 1,
                    "found " + iteration + " after " + acknowledged);
            assertEquals(version(iteration), found);
            acknowledged = iteration;
        }
        assertTrue(acknowledged > KILLS, "only " + acknowledged + " saves");
    }

    /** The last version the child called safe. */
    private static long saveAndKill(Path file, long first, Random random) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        SaveLoop.class.getName(),
                        file.toString(),
                        Long.toString(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long last = first - 1;
        try (BufferedReader lines = child.inputReader(StandardCharsets.US_ASCII)) {
            for (int saves = 1 + random.nextInt(15); saves > 0; saves--) {
                last = Long.parseLong(lines.readLine());
            }
            TimeUnit.NANOSECONDS.sleep(random.nextInt(15_000_000));
            child.toHandle().destroyForcibly(); // The handle leaves the pipe open, with what the child still said.
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = Long.parseLong(line);
            }
        }
        assertTrue(child.waitFor(10, TimeUnit.SECONDS), "the child did not end");
        return last;
    }

    private static String classPath() {
        return Stream.of(
                        SaveLoop.class,
                        ModelStore.class,
                        ObjectMapper.class,
                        JsonFactory.class,
                        JsonView.class,
                        Logger.class)
                .map(KilledSaveTest::location)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void killedSavesLeaveOnlyFilesThatAreSweptLater() throws Exception {
        Path file = folder.resolve("model.safetensors");
        saveAndKill(file, 1, new Random(22));
        try (Stream<Path> files = Files.list(folder)) {
            List<String> others = files.map(found -> String.valueOf(found.getFileName()))
                    .filter(name -> !name.equals("model.safetensors"))
                    .toList();
            assertTrue(others.stream().allMatch(name -> name.matches("\\.hourglass-.*\\.tmp")), others.toString());
            assertTrue(others.size() <= 1, others.toString());
        }
    }
}

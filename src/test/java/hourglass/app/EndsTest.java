package hourglass.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Progress;
import hourglass.engine.store.ModelStore;
import hourglass.session.run.Keeper;
import hourglass.session.run.KeptWork;
import hourglass.testing.SmallData;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program ended in every way, again and again, in one home: after each end what was learnt is offered or lies in the
 * output folder, what was saved is as it was, and while it lived no other start saw its work. {@code
 * -Dhourglass.ends.commands=100 -Dhourglass.ends.windows=30} for the long run, the windows of which want {@code Xvfb}.
 */
@EnabledOnOs(OS.LINUX)
class EndsTest {
    private static final Logger LOG = LoggerFactory.getLogger(EndsTest.class);
    private static final int COMMANDS = Integer.getInteger("hourglass.ends.commands", 2);
    private static final int WINDOWS = Integer.getInteger("hourglass.ends.windows", 1);
    private static final Pattern EPOCH = Pattern.compile("^\\s*(?:Epoch|epoch)\\s+(\\d+)\\b.*");
    /** Between two writes of one training, with the time a busy disk takes. */
    private static final long AT_MOST_NANOS = TimeUnit.SECONDS.toNanos(20);

    @TempDir
    Path folder;

    private final Random random = new Random(Long.getLong("hourglass.ends.seed", 21));
    private final Map<String, Progress> keptBefore = new TreeMap<>();

    private enum End {
        TERM,
        KILL,
        INT,
        HUP,
        /** The output folder is gone when the signal comes. */
        TERM_WITHOUT_FOLDER,
        MINIMISED_KILL,
        MINIMISED_TERM,
        DISPLAY_GONE;

        String signal() {
            return name().contains("KILL") ? "KILL" : name().contains("TERM") ? "TERM" : name();
        }

        boolean mayLoseAMinute() {
            return signal().equals("KILL");
        }
    }

    /** An epoch that was shown to be complete, and when. */
    private record Shown(long nanos, int epochs) {}

    /** A running program and what it has said. */
    private record Child(Process process, List<Shown> shown, List<String> lines, Thread reader) {
        static Child start(ProcessBuilder builder, int completeBy) throws IOException {
            Process process = builder.redirectErrorStream(true).start();
            List<Shown> shown = new CopyOnWriteArrayList<>();
            List<String> lines = new CopyOnWriteArrayList<>();
            Thread reader = new Thread(() -> {
                try (BufferedReader text = process.inputReader(StandardCharsets.UTF_8)) {
                    for (String line = text.readLine(); line != null; line = text.readLine()) {
                        lines.add(line);
                        Matcher epoch = EPOCH.matcher(line);
                        if (epoch.matches()) {
                            shown.add(new Shown(System.nanoTime(), Integer.parseInt(epoch.group(1)) - completeBy));
                        }
                    }
                } catch (IOException ended) {
                    lines.add("(" + ended.getMessage() + ")");
                }
            });
            reader.setDaemon(true);
            reader.start();
            return new Child(process, shown, lines, reader);
        }

        void awaitEpoch() throws InterruptedException {
            for (int i = 0; i < 1800 && shown.isEmpty(); i++) {
                assertTrue(process.isAlive(), () -> "it ended by itself: " + lines);
                Thread.sleep(100);
            }
            assertFalse(shown.isEmpty(), () -> "it did not train: " + lines);
        }

        int shownBefore(long nanos) {
            return shown.stream()
                    .filter(epoch -> epoch.nanos() <= nanos)
                    .mapToInt(Shown::epochs)
                    .max()
                    .orElse(0);
        }

        void awaitEnd() throws InterruptedException {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it did not end: " + lines);
            }
            reader.join(5000);
        }
    }

    private ProcessBuilder program(String main, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                // A shell may have started the tests with signals ignored, which is handed down.
                "env",
                "--default-signal=INT,HUP,TERM",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                // As in the machine that does the work, which is not started once more.
                "-D" + Relaunch.PARENT + "=" + ProcessHandle.current().pid(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(options);
        command.add(main);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HOURGLASS_HOME", home().toString());
        return builder;
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Map<String, KeptWork> offered() {
        Keeper looking = new Keeper(home().resolve("data/autosave"), "test", Runnable::run, why -> {
            throw new AssertionError(why);
        });
        looking.look();
        Map<String, KeptWork> works = new TreeMap<>();
        looking.shelf().works().forEach(work -> works.put(work.run().text(), work));
        assertEquals(List.of(), looking.shelf().troubles());
        looking.close();
        return works;
    }

    /** The first epoch is written at once, but it is written beside the training; how long that takes is the disk's. */
    private void awaitKept(Child child) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            try (Stream<Path> files = Files.walk(home().resolve("data/autosave"))) {
                long kept = files.filter(
                                file -> String.valueOf(file.getFileName()).endsWith(".safetensors"))
                        .filter(file -> keptBefore.keySet().stream().noneMatch(run -> String.valueOf(file.getFileName())
                                .startsWith(run + ".")))
                        .count();
                if (kept > 0) {
                    return;
                }
            } catch (IOException | UncheckedIOException changing) {
                LOG.debug("it is being written", changing);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("nothing was kept half a minute after the first epoch: " + child.lines());
    }

    /** What is offered now and was not before; nothing that was may be missing or changed. */
    private List<KeptWork> fresh() {
        Map<String, KeptWork> now = offered();
        keptBefore.forEach((run, progress) -> {
            assertTrue(now.containsKey(run), () -> run + " is no longer offered");
            assertEquals(progress, now.get(run).progress());
        });
        List<KeptWork> fresh = now.values().stream()
                .filter(work -> !keptBefore.containsKey(work.run().text()))
                .toList();
        fresh.forEach(work -> keptBefore.put(work.run().text(), work.progress()));
        return fresh;
    }

    private static void signal(Process process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void commandsKeepOrWriteWhatTheyLearnt() throws Exception {
        End[] ends = {End.TERM, End.KILL, End.INT, End.HUP, End.TERM_WITHOUT_FOLDER};
        for (int i = 0; i < COMMANDS; i++) {
            End end = ends[i % ends.length];
            endCommand(end, folder.resolve("out-" + i));
            LOG.info("command {} of {}: {} held", i + 1, COMMANDS, end);
        }
    }

    private void endCommand(End end, Path out) throws Exception {
        Child child = Child.start(
                program(
                        Launcher.class.getName(),
                        List.of(),
                        List.of(
                                "train",
                                "--sketchwear",
                                "--preset",
                                "dense-64",
                                "--epochs",
                                "5000",
                                "--batch",
                                "128",
                                "--out",
                                out.toString())),
                0);
        child.awaitEpoch();
        awaitKept(child);
        Thread.sleep(200 + random.nextInt(1500));
        assertEquals(List.of(), fresh(), "a live start's work is nobody else's");
        if (end == End.TERM_WITHOUT_FOLDER) {
            try (Stream<Path> files = Files.list(out)) {
                files.forEach(file -> assertTrue(file.toFile().delete()));
            }
            Files.delete(out);
        }
        long now = System.nanoTime();
        signal(child.process(), end.signal());
        child.awaitEnd();
        check(end, child, now, out);
    }

    private void check(End end, Child child, long now, Path out) throws IOException {
        List<KeptWork> kept = fresh();
        Path file = out.resolve("model.safetensors");
        if (end.mayLoseAMinute()) {
            assertFalse(Files.exists(file));
            assertEquals(1, kept.size(), () -> "kept " + kept + " after " + child.lines());
            int least = Math.max(1, child.shownBefore(now - AT_MOST_NANOS));
            assertTrue(kept.get(0).progress().epochs() >= least, () -> kept + " after " + child.lines());
            return;
        }
        int shown = child.shownBefore(now);
        if (end == End.TERM_WITHOUT_FOLDER) {
            assertEquals(1, kept.size(), () -> "kept " + kept + " after " + child.lines());
            assertTrue(kept.get(0).progress().epochs() >= shown, () -> kept + " after " + child.lines());
            assertTrue(
                    child.lines().stream()
                            .anyMatch(line -> line.contains(kept.get(0).file().toString())),
                    () -> "it did not say where: " + child.lines());
            return;
        }
        assertEquals(List.of(), kept, "it is in the output folder");
        ModelSnapshot saved = new ModelStore("test").open(file).snapshot();
        assertTrue(saved.progress().epochs() >= shown, () -> saved.progress() + " after " + child.lines());
        assertTrue(child.lines().contains("Saved " + file), child.lines()::toString);
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void windowsKeepWhatTheyLearnt() throws Exception {
        boolean display = WINDOWS > 1 && isThere("Xvfb");
        Assumptions.assumeTrue(WINDOWS > 0);
        End[] ends = display
                ? new End[] {
                    End.TERM, End.DISPLAY_GONE, End.MINIMISED_KILL, End.KILL, End.MINIMISED_TERM, End.INT, End.HUP
                }
                : new End[] {End.TERM, End.KILL, End.INT, End.HUP};
        Path data = writeData();
        for (int i = 0; i < WINDOWS; i++) {
            endWindow(ends[i % ends.length], data, display);
            LOG.info("window {} of {}: {} held", i + 1, WINDOWS, ends[i % ends.length]);
        }
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private void endWindow(End end, Path data, boolean display) throws Exception {
        Process screen = display ? screen() : null;
        boolean minimised = end.name().startsWith("MINIMISED");
        List<String> options = new ArrayList<>(List.of("-Dprism.order=sw", "-Dhourglass.minimise=" + minimised));
        if (!display) {
            options.addAll(List.of(
                    "-Djava.awt.headless=true",
                    "-Dglass.platform=Monocle",
                    "-Dmonocle.platform=Headless",
                    "-Dprism.text=t2k"));
        }
        ProcessBuilder program = program(DrivenWindow.class.getName(), options, List.of("--data=" + data));
        program.environment().put("DISPLAY", ":" + DISPLAY);
        // The epoch shown is under way, so it is the one before that is complete.
        Child child = Child.start(program, 1);
        try {
            child.awaitEpoch();
            awaitKept(child);
            Thread.sleep(minimised ? 14_000 : 1500 + random.nextInt(6000));
            // What ended before is being offered there, so nobody else is offered that either.
            assertEquals(Map.of(), offered(), "a live start's work is nobody else's");
            long now = System.nanoTime();
            int shown = child.shownBefore(now);
            if (end == End.DISPLAY_GONE && screen != null) {
                signal(screen, "KILL");
            } else {
                signal(child.process(), end.signal());
            }
            child.awaitEnd();
            List<KeptWork> kept = fresh();
            assertEquals(1, kept.size(), () -> "kept " + kept + " after " + child.lines());
            Progress progress = kept.get(0).progress();
            int least = end.mayLoseAMinute() ? child.shownBefore(now - AT_MOST_NANOS) : shown;
            assertTrue(progress.epochs() >= least, () -> progress + " after " + child.lines());
            if (minimised) {
                assertTrue(progress.epochs() >= 2, () -> progress + " after fourteen seconds minimised");
            }
            assertTrue(progress.iteration() > 0);
        } finally {
            child.process().destroyForcibly();
            if (screen != null) {
                screen.destroy();
                screen.waitFor();
            }
        }
    }

    private static final int DISPLAY = Integer.getInteger("hourglass.ends.display", 77);

    private static Process screen() throws IOException, InterruptedException {
        Process screen = new ProcessBuilder("Xvfb", ":" + DISPLAY, "-screen", "0", "1440x900x24")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path socket = Path.of("/tmp/.X11-unix/X" + DISPLAY);
        for (int i = 0; i < 100 && !Files.exists(socket); i++) {
            Thread.sleep(100);
        }
        Thread.sleep(500);
        return screen;
    }

    /** So many images that ten epochs take a while: small ones, over and over. */
    private Path writeData() throws IOException {
        DataSet garments = SmallData.garments();
        Path data = Files.createDirectories(folder.resolve("data"));
        write(garments.train(), 50, data, "train");
        write(garments.test(), 1, data, "t10k");
        Files.write(data.resolve("classes.txt"), garments.train().classNames());
        return data;
    }

    private static void write(ImageSet set, int times, Path folder, String name) throws IOException {
        int pixels = set.pixelsPerImage();
        byte[] images = new byte[set.size() * pixels];
        byte[] labels = new byte[set.size()];
        float[] values = set.images(0, set.size());
        for (int i = 0; i < images.length; i++) {
            images[i] = (byte) Math.round(255 * values[i]);
        }
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) set.label(i);
        }
        try (DataOutputStream out =
                new DataOutputStream(Files.newOutputStream(folder.resolve(name + "-images-idx3-ubyte")))) {
            for (int header : new int[] {0x803, set.size() * times, set.height(), set.width()}) {
                out.writeInt(header);
            }
            for (int i = 0; i < times; i++) {
                out.write(images);
            }
        }
        try (DataOutputStream out =
                new DataOutputStream(Files.newOutputStream(folder.resolve(name + "-labels-idx1-ubyte")))) {
            out.writeInt(0x801);
            out.writeInt(set.size() * times);
            for (int i = 0; i < times; i++) {
                out.write(labels);
            }
        }
    }

    /** A program that trains beside files of the user's leaves them bit for bit. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void whatWasSavedIsNotTouched() throws Exception {
        Assumptions.assumeTrue(COMMANDS > 2);
        Path out = folder.resolve("saved");
        endCommand(End.TERM, out);
        byte[] before = Files.readAllBytes(out.resolve("model.safetensors"));
        endCommand(End.KILL, folder.resolve("other"));
        assertArrayEquals(before, Files.readAllBytes(out.resolve("model.safetensors")));
    }
}

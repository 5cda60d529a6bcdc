package hourglass.app;

import hourglass.cli.HourglassCommand;
import hourglass.engine.heap.HeapNetworks;
import hourglass.session.concurrent.Interruption;
import hourglass.session.concurrent.Pulse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts the program again in a virtual machine with its vector module, which a jar cannot ask for and without which
 * training is several times slower. This process then only waits: it hands on what the other says, ends as it ends, and
 * asks it to end when it is asked itself.
 */
final class Relaunch {
    /** Tells the other process whose child it is; so it is not started again, and ends when that one is gone. */
    static final String PARENT = "hourglass.parent";

    private static final String WARNING = "WARNING: Using incubator modules: " + HeapNetworks.VECTOR_MODULE;
    private static final String OPTIONS = "Picked up JAVA_TOOL_OPTIONS:";
    /** Commands that compute nothing. */
    private static final Set<String> LIGHT = Set.of("data", "help", "--help", "-h", "--version", "-V");

    private static final int SECONDS_TO_END = 12;
    private static final Duration LOOK = Duration.ofMillis(500);
    /** As a shell says it of Ctrl-C. */
    private static final int INTERRUPTED = 130;

    private Relaunch() {}

    /** Runs the program in the other process and gives its exit code; empty where it is to run in this one. */
    static Optional<Integer> run(String[] arguments) {
        if (!isWanted(arguments)) {
            return Optional.empty();
        }
        try {
            ClassArchive archive = ClassArchive.here(Startup.folders().cache());
            ProcessBuilder again = new ProcessBuilder(command(arguments, archive.options(arguments)));
            Letters.hand(arguments, again);
            Process child = again.redirectInput(Redirect.INHERIT)
                    .redirectOutput(Redirect.INHERIT)
                    .start();
            Interruption.atExit(() -> end(child));
            handOn(child.getErrorStream());
            int code = child.waitFor();
            archive.keep();
            return Optional.of(code);
        } catch (IOException failed) {
            // Then this one does the work, in its own time.
            return Optional.empty();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return Optional.of(1);
        }
    }

    private static boolean isWanted(String[] arguments) {
        boolean light = Arrays.stream(arguments).anyMatch(LIGHT::contains);
        boolean names = Letters.areLost() && !(light && !arguments[0].equals("data"));
        return System.getProperty(PARENT) == null && Files.isExecutable(java()) && (names || isFaster(light));
    }

    private static boolean isFaster(boolean light) {
        return !light
                && ModuleLayer.boot().findModule(HeapNetworks.VECTOR_MODULE).isEmpty()
                && ModuleFinder.ofSystem().find(HeapNetworks.VECTOR_MODULE).isPresent();
    }

    private static Path java() {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return Path.of(System.getProperty("java.home", ""), "bin", windows ? "java.exe" : "java");
    }

    private static List<String> command(String[] arguments, List<String> options) {
        List<String> command = new ArrayList<>(List.of(java().toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(options);
        if (ModuleFinder.ofSystem().find(HeapNetworks.VECTOR_MODULE).isPresent()) {
            command.add("--add-modules=" + HeapNetworks.VECTOR_MODULE);
        }
        command.addAll(permissions(Runtime.version().feature()));
        command.add("-D" + PARENT + "=" + ProcessHandle.current().pid());
        command.add("-cp");
        command.add(System.getProperty("java.class.path", ""));
        command.add(Launcher.class.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    /** What newer machines want to be told before they let libraries do in silence what these do. */
    static List<String> permissions(int java) {
        List<String> permissions = new ArrayList<>();
        if (java >= 22) {
            permissions.add("--enable-native-access=ALL-UNNAMED");
        }
        if (java >= 23) {
            permissions.add("--sun-misc-unsafe-memory-access=allow");
        }
        return permissions;
    }

    /** What starts the program once more beside this one, which it does not outlive. */
    static List<String> again(List<String> arguments) {
        return command(arguments.toArray(String[]::new), List.of(Engine.option()));
    }

    /** All but the virtual machine's own remark on its module, which is its first word but for one on its options. */
    private static void handOn(InputStream errors) throws IOException {
        byte[] line = line(errors);
        while (line.length > 0 && startsWith(line, OPTIONS)) {
            HourglassCommand.handOn(line, line.length);
            line = line(errors);
        }
        if (!startsWith(line, WARNING)) {
            HourglassCommand.handOn(line, line.length);
        }
        byte[] buffer = new byte[4096];
        for (int count = errors.read(buffer); count >= 0; count = errors.read(buffer)) {
            HourglassCommand.handOn(buffer, count);
        }
    }

    private static boolean startsWith(byte[] line, String words) {
        return new String(line, StandardCharsets.ISO_8859_1).startsWith(words);
    }

    /** Up to a line's end, or to where it is seen to be the program's own. */
    private static byte[] line(InputStream errors) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = errors.read(); next >= 0; next = errors.read()) {
            line.write(next);
            if (next == '\n' || !mayBeTheMachines(line.toString(StandardCharsets.ISO_8859_1))) {
                break;
            }
        }
        return line.toByteArray();
    }

    private static boolean mayBeTheMachines(String begun) {
        return Stream.of(OPTIONS, WARNING).anyMatch(words -> words.startsWith(begun) || begun.startsWith(words));
    }

    /** Asks the other process to end and waits until it has kept what it must. */
    private static void end(Process child) {
        child.destroy();
        try {
            if (!child.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                child.destroyForcibly();
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** In the other process: ends, keeping what must be kept, when the one that waits for it is gone. */
    static Optional<Pulse> watchParent() {
        return Optional.ofNullable(Long.getLong(PARENT))
                .map(parent -> new Pulse("parent", LOOK, () -> endWithout(parent), (thread, escaped) -> {}));
    }

    private static void endWithout(long parent) {
        if (ProcessHandle.of(parent).filter(ProcessHandle::isAlive).isEmpty()) {
            System.exit(INTERRUPTED);
        }
    }
}

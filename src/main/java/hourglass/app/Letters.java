package hourglass.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Names of files with other letters than ASCII where the system says that it knows only those, as with {@code LANG=C}: the
 * virtual machine then loses them at its start. Started again in a locale that has all letters it finds them.
 */
final class Letters {
    private static final String HANDED = "hourglass.arguments";
    private static final String SEPARATOR = "\0";
    private static final List<String> POOR = List.of("ansi_x3.4-1968", "us-ascii", "646");

    private Letters() {}

    /** Whether this process cannot say all names. */
    static boolean areLost() {
        return POOR.contains(System.getProperty("sun.jnu.encoding", "").toLowerCase(Locale.ROOT))
                && !System.getProperty("os.name", "").startsWith("Windows");
    }

    /** Gives the other process all letters, and these arguments as they were typed. */
    static void hand(String[] arguments, ProcessBuilder other) {
        if (areLost()) {
            other.environment().put("LC_ALL", "C.UTF-8");
            String typed = String.join(SEPARATOR, typed(arguments));
            String safe = Base64.getUrlEncoder().encodeToString(typed.getBytes(StandardCharsets.UTF_8));
            other.command().add(1, "-D" + HANDED + "=" + safe);
        }
    }

    /** In the other process: the arguments as they were typed; else those given. */
    static String[] handed(String[] given) {
        String safe = System.getProperty(HANDED);
        if (safe == null || given.length == 0) {
            return given;
        }
        String typed = new String(Base64.getUrlDecoder().decode(safe), StandardCharsets.UTF_8);
        return typed.split(SEPARATOR, -1);
    }

    /** The system remembers what the virtual machine has lost. */
    private static List<String> typed(String[] arguments) {
        try {
            byte[] line = Files.readAllBytes(Path.of("/proc/self/cmdline"));
            List<String> all = Arrays.asList(new String(line, StandardCharsets.UTF_8).split(SEPARATOR, -1));
            int end = all.size() - 1; // each is followed by a separator
            return end < arguments.length ? List.of(arguments) : all.subList(end - arguments.length, end);
        } catch (IOException unknown) {
            return List.of(arguments);
        }
    }
}

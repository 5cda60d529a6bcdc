package hourglass.app;

import hourglass.cli.HourglassCommand;
import hourglass.core.Reason;
import hourglass.engine.store.ModelFile;
import hourglass.engine.store.SessionFile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main class: opens the window, or runs a command where the first argument names one. */
public final class Launcher {
    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);

    private Launcher() {}

    /** Without arguments, or with options or files of networks and sessions only, the window; else a command of {@link HourglassCommand}. */
    public static void main(String[] arguments) {
        Relaunch.run(arguments).ifPresent(code -> Runtime.getRuntime().halt(flushed(code)));
        Startup.prepare();
        Relaunch.watchParent();
        String[] rest = withEngine(Letters.handed(arguments));
        if (wantsWindow(rest)) {
            openWindow(rest);
        } else {
            int code = HourglassCommand.run(rest, Wiring.commandContext());
            // Native pools of the libraries may still hold threads; the work is done and written.
            Runtime.getRuntime().halt(flushed(code));
        }
    }

    private static String[] withEngine(String[] arguments) {
        try {
            return Engine.takenFrom(arguments);
        } catch (IllegalArgumentException unknown) {
            HourglassCommand.complain(String.valueOf(unknown.getMessage()));
            Runtime.getRuntime().halt(flushed(2));
            return arguments;
        }
    }

    private static final List<String> WINDOW_OPTIONS = List.of("--data", "--heartbeat", "--lesson", "--language");

    /** Whether these arguments open the window. */
    static boolean wantsWindow(String[] arguments) {
        return Arrays.stream(arguments)
                .findFirst()
                .map(first -> WINDOW_OPTIONS.stream().anyMatch(first::startsWith) || isFile(first))
                .orElse(true);
    }

    /** Whether an argument names the file of a network, as a desktop hands it over when one is double-clicked. */
    static boolean isNetwork(String argument) {
        return !argument.startsWith("-") && argument.toLowerCase(Locale.ROOT).endsWith(ModelFile.EXTENSION);
    }

    /** The same of a session. */
    static boolean isSession(String argument) {
        return !argument.startsWith("-") && argument.toLowerCase(Locale.ROOT).endsWith(SessionFile.EXTENSION);
    }

    /** Whether it is one of the files that the window opens. */
    static boolean isFile(String argument) {
        return isNetwork(argument) || isSession(argument);
    }

    private static void openWindow(String[] arguments) {
        if (isLinux() && !hasDisplay()) {
            int code = HourglassCommand.noDisplay();
            Runtime.getRuntime().halt(flushed(code));
        }
        HourglassCommand.holdErrors();
        try {
            Application.launch(HourglassApp.class, arguments);
        } catch (RuntimeException failed) {
            LOG.error("the window did not open: {}", HourglassCommand.heldErrors(), failed);
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            HourglassCommand.complain("the window did not open. " + why(cause));
            Runtime.getRuntime().halt(flushed(1));
        }
    }

    /** The toolkit says in few words of its own what it lacks. */
    static String why(Throwable cause) {
        String said = String.valueOf(cause.getMessage());
        String otherwise = " The commands work without a window, see --help.";
        if (said.contains("DISPLAY")) {
            return "The display " + System.getenv("DISPLAY")
                    + " refuses this program: it is not running, or lets nobody in." + otherwise;
        }
        if (said.contains("GTK")) {
            return "Windows need the library GTK 3, which is not installed here (libgtk-3-0 on Debian and Ubuntu, gtk3 on"
                    + " Fedora)." + otherwise;
        }
        if (said.contains("No toolkit") || said.contains("Graphics Device")) {
            return "The libraries that draw windows cannot be loaded: they are unpacked to "
                    + System.getProperty("user.home") + "/.openjfx/cache, where there must be room and programs must be"
                    + " allowed; name another folder with -Djavafx.cachedir=FOLDER." + otherwise;
        }
        return Reason.of(cause);
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    private static boolean hasDisplay() {
        boolean monocle = "Monocle".equals(System.getProperty("glass.platform"));
        String x11 = System.getenv("DISPLAY");
        return monocle || (x11 != null && !x11.isBlank());
    }

    private static int flushed(int code) {
        HourglassCommand.flush();
        return code;
    }
}

package hourglass.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import hourglass.session.data.AppFolders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be set before the first library is touched. */
final class Startup {
    private static final Logger ROOT = Logger.getLogger("");

    private Startup() {}

    static void prepare() {
        // No file, whatever it claims to be, may bring classes of its own.
        ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter("!*"));
        // Figures are drawn without a screen, also where there is one that refuses.
        System.setProperty("java.awt.headless", "true");
        System.setProperty("org.nd4j.log.initialization", "false");
        System.setProperty("java.net.useSystemProxies", "true");
        System.setProperty("org.deeplearning4j.crash.reporting.enabled", "false");
        log(folders().logs());
        givesMemoryBack();
    }

    /** The collector keeps what it once needed unless told; a laptop has other programs. */
    private static void givesMemoryBack() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        try {
            machine.setVMOption("MinHeapFreeRatio", "10");
            machine.setVMOption("MaxHeapFreeRatio", "25");
            machine.setVMOption("G1PeriodicGCInterval", "8000");
        } catch (IllegalArgumentException otherCollector) {
            ROOT.log(Level.FINE, "this virtual machine has no such settings", otherCollector);
        }
    }

    /** The folders of this user. */
    static AppFolders folders() {
        return AppFolders.of(
                System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv());
    }

    /** Everything from INFO on goes into a small rotating file; the terminal belongs to the commands. */
    private static void log(Path folder) {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tF %1$tT %4$s %3$s: %5$s%6$s%n");
        try {
            LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(levels()));
            Files.createDirectories(folder);
            FileHandler file =
                    new FileHandler(folder.resolve("hourglass-%g.log").toString(), 1 << 20, 3, true);
            file.setFormatter(new SimpleFormatter());
            ROOT.addHandler(file);
        } catch (IOException noLog) {
            // Without a log the program works as well; there is nobody to tell it to.
            ROOT.setLevel(Level.OFF);
        }
    }

    /** As a configuration, because the log library forgets what is set on loggers nobody holds; without handlers. */
    private static byte[] levels() {
        return Stream.of("org.nd4j", "org.deeplearning4j", "org.reflections", "javafx", "smile")
                .map(noisy -> noisy + ".level=WARNING\n")
                .collect(Collectors.joining("", ".level=INFO\n", ""))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}

package hourglass.app;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The classes of the window in the form in which the virtual machine shares them, which halves the work of a start. The
 * first window that is closed writes them; a newer program or another Java writes its own and removes the old ones. An
 * installed program has had them written where it is installed, and uses those.
 */
final class ClassArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);
    /** The folder of an installed program's own files. */
    private static final String IMAGE = "hourglass.image";

    private static final String INSTALLED = "classes.jsa";
    private static final String PREFIX = "classes-";
    private static final String SUFFIX = ".jsa";
    private static final String FRESH = ".fresh";
    /** What the virtual machine has to say on archives goes to where commands write their results. */
    private static final List<String> QUIET = List.of("-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");

    private final Path file;
    private final boolean possible;

    private ClassArchive(Path file, boolean possible) {
        this.file = file;
        this.possible = possible;
    }

    /** Of the program that runs, in this folder. */
    static ClassArchive here(Path folder) {
        return Optional.ofNullable(System.getProperty(IMAGE))
                .map(Path::of)
                .flatMap(ClassArchive::installed)
                .orElseGet(() -> of(folder, System.getProperty("java.class.path", "")));
    }

    /** That of an installed program, where its installation wrote one. */
    static Optional<ClassArchive> installed(Path image) {
        return Optional.of(image.resolve(INSTALLED))
                .filter(Files::isRegularFile)
                .map(file -> new ClassArchive(file, true));
    }

    /** Of this class path; classes in folders cannot be shared. */
    static ClassArchive of(Path folder, String classPath) {
        List<Path> jars =
                Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
        boolean possible = !classPath.isBlank() && jars.stream().allMatch(Files::isRegularFile);
        return new ClassArchive(folder.resolve(PREFIX + (possible ? identity(jars) : "none") + SUFFIX), possible);
    }

    /** Changes with the program and with the virtual machine. */
    private static String identity(List<Path> jars) {
        CRC32 sum = new CRC32();
        sum.update(System.getProperty("java.vm.version", "").getBytes(StandardCharsets.UTF_8));
        for (Path jar : jars) {
            sum.update(jar.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
            sum.update(Long.toString(jar.toFile().lastModified()).getBytes(StandardCharsets.UTF_8));
            sum.update(Long.toString(jar.toFile().length()).getBytes(StandardCharsets.UTF_8));
        }
        return Long.toHexString(sum.getValue());
    }

    /** For the virtual machine that is to do the work: uses the archive, or writes it where a window has none yet. */
    List<String> options(String[] arguments) {
        if (!possible) {
            return List.of();
        }
        List<String> options = new ArrayList<>(QUIET);
        if (Files.isRegularFile(file)) {
            options.add("-XX:SharedArchiveFile=" + file);
        } else if (Launcher.wantsWindow(arguments) && prepared()) {
            options.add("-XX:ArchiveClassesAtExit=" + fresh());
        }
        return options;
    }

    private boolean prepared() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(fresh());
            return true;
        } catch (IOException refused) {
            LOG.info("no archive of classes", refused);
            return false;
        }
    }

    /** One for each start, because two windows may be open. */
    private Path fresh() {
        return file.resolveSibling(
                file.getFileName() + FRESH + ProcessHandle.current().pid());
    }

    /** Takes into use what the other virtual machine wrote when it ended; only a whole archive ever has its name. */
    void keep() {
        if (!Files.isRegularFile(fresh())) {
            return;
        }
        try {
            Files.move(fresh(), file, StandardCopyOption.REPLACE_EXISTING);
            removeOthers();
        } catch (IOException refused) {
            LOG.info("the archive of classes is not kept", refused);
        }
    }

    private void removeOthers() throws IOException {
        try (Stream<Path> all = Files.list(file.toAbsolutePath().getParent())) {
            for (Path other : all.filter(this::isAnother).toList()) {
                Files.deleteIfExists(other);
            }
        }
    }

    private boolean isAnother(Path path) {
        // Also what was left by a machine that was killed while it wrote.
        return path.getFileName().toString().startsWith(PREFIX) && !path.endsWith(file.getFileName());
    }
}

package hourglass.session.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that belongs to one start of the program for as long as that start lives. The lock on a file in it says so, and
 * the operating system releases it however the program ends. One thread at a time.
 */
final class StartFolder {
    private static final Logger LOG = LoggerFactory.getLogger(StartFolder.class);
    private static final String LOCK = "lock";

    private final Path path;
    private @Nullable FileChannel held;

    /** This one, which is made when it is claimed. */
    StartFolder(Path path) {
        this.path = path;
    }

    /** A name for this start that no other has; names sort by time. */
    static String nameOfThisStart() {
        return System.currentTimeMillis() + "-" + ProcessHandle.current().pid();
    }

    /** The folder of a start that has ended, now held by this one; empty where that start still lives. */
    static Optional<StartFolder> abandoned(Path path) throws IOException {
        StartFolder folder = new StartFolder(path);
        return folder.lock() ? Optional.of(folder) : Optional.empty();
    }

    /** The folders of all starts but this one, the newest first. */
    List<Path> others() throws IOException {
        Path root = path.getParent();
        if (root == null || !Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.isDirectory(folder) && !folder.equals(path))
                    .sorted((a, b) -> b.compareTo(a))
                    .toList();
        }
    }

    Path path() {
        return path;
    }

    /** Makes it, if it is not there (any more), and holds it. */
    void claim() throws IOException {
        if (held != null && Files.isRegularFile(path.resolve(LOCK))) {
            return;
        }
        letGo();
        boolean locked;
        try {
            Files.createDirectories(path);
            locked = lock();
        } catch (IOException refused) {
            throw new IOException("The folder " + path + " cannot be written to.", refused);
        }
        if (!locked) {
            throw new IOException("The folder " + path + " belongs to another start of the program.");
        }
    }

    private boolean lock() throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                held = channel;
                return true;
            }
        } catch (OverlappingFileLockException ours) {
            LOG.debug("{} is held by this very process", path);
        }
        channel.close();
        return false;
    }

    /** Others may have it from now on. */
    void letGo() {
        if (held != null) {
            try {
                held.close();
            } catch (IOException stays) {
                LOG.debug("lock of {}", path, stays);
            }
            held = null;
        }
    }

    /** Removes what interrupted writing left. */
    void sweep() throws IOException {
        removeAll(".hourglass-*.tmp");
    }

    /** Removes the files of this kind. */
    void removeAll(String glob) throws IOException {
        try (var files = Files.newDirectoryStream(path, glob)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    /** Lets go and, where nothing but the lock is in it, removes it. */
    void close() {
        try (Stream<Path> files = Files.isDirectory(path) ? Files.list(path) : Stream.empty()) {
            boolean empty = files.allMatch(file -> file.endsWith(LOCK));
            if (empty) {
                letGo();
                Files.deleteIfExists(path.resolve(LOCK));
                Files.deleteIfExists(path);
            }
        } catch (IOException stays) {
            LOG.debug("{} stays", path, stays);
        }
        letGo();
    }
}

package hourglass.session.data.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Lets one download at a time into a folder, across programs. It saves traffic, it does not guard the files: those are
 * safe by unique names and atomic moves. So a file system without locks is no reason to stop, and neither is that POSIX
 * drops the lock of a whole process when a second, cancelled download of it closes the same lock file.
 */
final class FolderLock implements AutoCloseable {
    /** It stays in the folder: a lock on a deleted file would keep nobody out. */
    static final String FILE_NAME = ".download.lock";

    private static final Duration ATTEMPT = Duration.ofMillis(100);

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits until nobody else downloads into {@code folder}. */
    static FolderLock acquire(Path folder, Waiting waiting) throws IOException {
        FolderLock lock = new FolderLock(
                FileChannel.open(folder.resolve(FILE_NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        boolean held = false;
        try {
            while (!lock.tryHold()) {
                waiting.sleep(ATTEMPT);
            }
            held = true;
            return lock;
        } finally {
            if (!held) {
                lock.close();
            }
        }
    }

    private boolean tryHold() {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByAnotherThread) {
            return false;
        } catch (IOException noLocksHere) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

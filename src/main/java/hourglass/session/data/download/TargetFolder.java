package hourglass.session.data.download;

import hourglass.core.data.Checksums;
import hourglass.core.data.OfficialSet.PackedFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The folder the files go to: what is there already, and how a finished file enters.
 *
 * @param path where it is
 * @param pause waits a while and ends the work when it was cancelled
 */
record TargetFolder(Path path, Downloader.Pause pause) {
    /** It stays in the folder: a lock on a deleted file would keep nobody out. */
    static final String LOCK = ".download.lock";

    private static final String PART = ".part";
    private static final Duration STALE = Duration.ofDays(1);
    private static final int MOVE_ATTEMPTS = 5;
    private static final Duration ATTEMPT = Duration.ofMillis(100);

    /** Whether the file is here, whole and right. One that cannot be read counts as missing. */
    boolean has(PackedFile file) {
        Path there = path.resolve(file.name());
        try {
            return Files.isRegularFile(there)
                    && Files.size(there) == file.length()
                    && Checksums.ofFile(there).equals(file.sha256());
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Waits until nobody else downloads into this folder, here or in another program, and keeps others waiting until the
     * result is closed. It saves traffic, it does not guard the files: those are safe by unique names and atomic moves.
     * So a file system without locks is no reason to stop, and neither is that POSIX drops the lock of a whole process
     * when a second, cancelled download of it closes the same lock file.
     */
    FileChannel lock() throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            while (!isOurs(channel)) {
                pause.pause(ATTEMPT);
            }
            held = true;
            return channel;
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    private static boolean isOurs(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByAnotherThread) {
            return false;
        } catch (IOException noLocksHere) {
            return true;
        }
    }

    /** A new, unique name for an unfinished file. */
    Path newPart(PackedFile file) {
        String unique = ProcessHandle.current().pid() + "-" + Long.toUnsignedString(System.nanoTime(), 36) + "-"
                + Thread.currentThread().getId();
        return path.resolve(file.name() + "." + unique + PART);
    }

    /** Gives a finished file its name. Virus scanners may hold it for a moment, hence the attempts. */
    void admit(Path part, PackedFile file) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Files.move(
                        part,
                        path.resolve(file.name()),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (FileSystemException held) {
                if (attempt == MOVE_ATTEMPTS) {
                    throw held;
                }
                pause.pause(ATTEMPT);
            }
        }
    }

    /** Removes an unfinished file, if it is still there. */
    static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException held) {
            // It must not hide why the file is unfinished; a later download removes it as stale.
        }
    }

    /** Removes what a killed program left behind; younger files may belong to somebody. */
    void removeStaleParts(List<PackedFile> files) {
        Instant limit = Instant.now().minus(STALE);
        for (PackedFile file : files) {
            try (DirectoryStream<Path> parts = Files.newDirectoryStream(path, file.name() + ".*" + PART)) {
                for (Path part : parts) {
                    if (Files.getLastModifiedTime(part).toInstant().isBefore(limit)) {
                        Files.deleteIfExists(part);
                    }
                }
            } catch (IOException | DirectoryIteratorException notNow) {
                // Litter is no reason to refuse the download; the next one tries again.
            }
        }
    }

    /** Why a file could not be written here, as part of a sentence. */
    String why(IOException cause) {
        String detail = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            return path + " is not a folder";
        }
        if (detail.contains("no space") || detail.contains("not enough space") || detail.contains("quota")) {
            return "the disk that holds " + path + " is full";
        }
        if (cause instanceof AccessDeniedException || detail.contains("read-only")) {
            return path + " may not be written to";
        }
        return path + " could not be written to (" + cause.getMessage() + ")";
    }
}

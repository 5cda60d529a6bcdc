package hourglass.session.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The folder the files go to: what is there already, and how a finished file enters. */
final class TargetFolder {
    static final String PART = ".part";

    private static final Duration STALE = Duration.ofDays(1);
    private static final int MOVE_ATTEMPTS = 5;
    private static final Duration MOVE_WAIT = Duration.ofMillis(100);

    private final Path folder;
    private final Waiting waiting;

    TargetFolder(Path folder, Waiting waiting) {
        this.folder = folder;
        this.waiting = waiting;
    }

    Path path() {
        return folder;
    }

    /** Whether the file is here, whole and right. One that cannot be read counts as missing. */
    boolean has(RemoteFile file) {
        Path path = folder.resolve(file.name());
        try {
            return Files.isRegularFile(path)
                    && Files.size(path) == file.length()
                    && sha256(path).equals(file.sha256());
        } catch (IOException unreadable) {
            return false;
        }
    }

    private String sha256(Path path) throws IOException {
        MessageDigest digest = Sha256.start();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(path)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                waiting.beat();
            }
        }
        return Sha256.finish(digest);
    }

    /** A new, unique name for an unfinished file. */
    Path newPart(RemoteFile file) {
        String unique = ProcessHandle.current().pid() + "-" + Long.toUnsignedString(System.nanoTime(), 36) + "-"
                + Thread.currentThread().getId();
        return folder.resolve(file.name() + "." + unique + PART);
    }

    /** Gives a finished file its name. Virus scanners may hold it for a moment, hence the attempts. */
    void admit(Path part, RemoteFile file) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Files.move(
                        part,
                        folder.resolve(file.name()),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (FileSystemException held) {
                if (attempt == MOVE_ATTEMPTS) {
                    throw held;
                }
                waiting.sleep(MOVE_WAIT);
            }
        }
    }

    /** Removes an unfinished file, if it is still there. */
    void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException held) {
            // It must not hide why the file is unfinished; a later download removes it as stale.
        }
    }

    /** Removes what a killed program left behind; younger files may belong to somebody. */
    void removeStaleParts(List<RemoteFile> files) {
        Instant limit = Instant.now().minus(STALE);
        for (RemoteFile file : files) {
            try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, file.name() + ".*" + PART)) {
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
}

package hourglass.figures;

import hourglass.core.Reason;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files all or nothing: a file of that name is never half written. */
final class WholeFile {
    private WholeFile() {}

    /**
     * Writes {@code bytes}; {@code kind} is what the sentence of a failure calls the file. An older one is replaced, or
     * unharmed if this fails.
     */
    static void write(Path file, String kind, byte[] bytes) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        String start = "The " + kind + " " + target + " cannot be written";
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException(start + " because its folder does not exist.");
        }
        if (!Files.isWritable(folder)) {
            throw new IOException(start + " because its folder does not allow writing.");
        }
        if (Files.isDirectory(target)) {
            throw new IOException(start + " because a folder has that name.");
        }
        try {
            replace(folder, target, bytes);
        } catch (IOException cause) {
            throw new IOException(start + ". " + Reason.of(cause), cause);
        }
    }

    private static void replace(Path folder, Path target, byte[] bytes) throws IOException {
        Path temporary = Files.createFile(
                folder.resolve(".hourglass-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".tmp"));
        try {
            Files.write(temporary, bytes);
            try {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException unsupported) {
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}

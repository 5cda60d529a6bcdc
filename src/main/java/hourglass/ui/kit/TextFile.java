package hourglass.ui.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a text in UTF-8, all or nothing. */
final class TextFile {
    private TextFile() {}

    /** Replaces the file or makes it; if that fails, an older one is unharmed and the message is a sentence. */
    static void write(Path file, String text) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new IOException(Messages.text("export.is-folder", target.toString()));
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException(Messages.text("export.no-folder", target.toString()));
        }
        if (!Files.isWritable(folder)) {
            throw new IOException(Messages.text("export.read-only", target.toString()));
        }
        Path temporary = folder.resolve(".hourglass-" + target.getFileName() + ".tmp");
        try {
            Files.writeString(
                    temporary,
                    text,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            move(temporary, target);
        } catch (IOException cause) {
            throw new IOException(
                    Messages.text("export.not-written", target.toString(), String.valueOf(cause.getMessage())), cause);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

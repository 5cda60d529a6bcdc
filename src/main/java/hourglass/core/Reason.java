package hourglass.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Why something failed, as one sentence about what a person is holding: never a class's name, never "null", never a
 * stack. What this program throws has its sentence already; what the system and the libraries throw gets one here.
 */
public final class Reason {
    /** What nobody foresaw; the log has the rest. */
    public static final String UNFORESEEN =
            "Something went wrong inside Hourglass; nothing of yours was changed, and the log says what happened.";

    private static final String OURS = "hourglass.";

    private Reason() {}

    /** The sentence, with its full stop. */
    public static String of(Throwable failed) {
        if (failed instanceof OutOfMemoryError) {
            return "There is not enough memory for this ("
                    + Runtime.getRuntime().maxMemory() / 1_000_000
                    + " MB may be used); choose something smaller, or give Java more with -Xmx.";
        }
        Throwable root = root(failed);
        if (failed instanceof LinkageError || root instanceof UnsatisfiedLinkError) {
            return "A library of this program cannot be loaded here: " + library(root) + ".";
        }
        if (failed instanceof UncheckedIOException || failed instanceof ExecutionException) {
            return of(root);
        }
        if (failed instanceof IOException system && !isOurs(failed)) {
            return ofSystem(system);
        }
        if (failed instanceof InvalidPathException) {
            return "There is no file of this name: " + sentence(String.valueOf(failed.getMessage()));
        }
        return worded(failed) ? sentence(String.valueOf(failed.getMessage())) : UNFORESEEN;
    }

    private static boolean isOurs(Throwable failed) {
        return failed.getClass().getName().startsWith(OURS) || isSentence(failed.getMessage());
    }

    /** Arguments and states are refused in words by this program itself; other exceptions speak to programmers. */
    private static boolean worded(Throwable failed) {
        String message = failed.getMessage();
        boolean speaks = isOurs(failed)
                || failed.getClass() == IllegalArgumentException.class
                || failed.getClass() == IllegalStateException.class;
        return speaks && message != null && !message.isBlank();
    }

    private static boolean isSentence(@Nullable String message) {
        return message != null && message.endsWith(".") && message.indexOf(' ') > 0 && !message.startsWith("java.");
    }

    private static String ofSystem(IOException failed) {
        String file = failed instanceof FileSystemException system && system.getFile() != null
                ? system.getFile()
                : "The file";
        if (failed instanceof NoSuchFileException) {
            return file + " does not exist.";
        }
        if (failed instanceof AccessDeniedException) {
            return file + " may not be read or written; change its permissions or choose another place.";
        }
        if (failed instanceof FileAlreadyExistsException) {
            return file + " exists already; choose another name.";
        }
        if (failed instanceof DirectoryNotEmptyException) {
            return file + " is a folder with files in it; choose another name.";
        }
        String detail = failed instanceof FileSystemException system ? system.getReason() : failed.getMessage();
        if (detail != null && isAboutRoom(detail)) {
            return "The disk is full; free some space or choose another disk.";
        }
        return detail == null || detail.isBlank()
                ? file + " could not be read or written, and the system does not say why."
                : file + " could not be read or written: " + sentence(detail);
    }

    private static boolean isAboutRoom(String detail) {
        String lower = detail.toLowerCase(Locale.ROOT);
        return lower.contains("no space left")
                || lower.contains("not enough space")
                || lower.contains("quota exceeded");
    }

    private static String library(Throwable root) {
        String message = root.getMessage();
        if (!(root instanceof UnsatisfiedLinkError) || message == null || message.isBlank()) {
            return "part of it is missing, as after an installation that was interrupted";
        }
        // The system names the file once and the virtual machine once more.
        String once = withoutStop(message).replaceFirst("^(.+): \\1: ", "$1: ");
        return once.contains("failed to map segment")
                ? once + "; its folder lets no program run, so name another one with"
                        + " -Dorg.bytedeco.javacpp.cachedir=FOLDER"
                : once;
    }

    private static Throwable root(Throwable failed) {
        Set<Throwable> seen = new HashSet<>();
        Throwable root = failed;
        while (root.getCause() != null && seen.add(root)) {
            root = root.getCause();
        }
        return root;
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static String sentence(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.endsWith(".") || line.endsWith("?") || line.endsWith("!") ? line : line + ".";
    }
}

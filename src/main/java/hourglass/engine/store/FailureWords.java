package hourglass.engine.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** What the system's reasons mean to a user, as a phrase with what to do. */
final class FailureWords {
    private FailureWords() {}

    /** The phrase for why a file could not be written. */
    static String writing(IOException failure) {
        if (failure instanceof StoreException known) {
            return withoutStop(String.valueOf(known.getMessage()));
        }
        if (failure instanceof NoSuchFileException) {
            return "its folder is not there any more; choose another folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "its folder may not be written to; choose another folder";
        }
        if (failure instanceof AtomicMoveNotSupportedException) {
            return "its disk cannot replace a file in one step; choose a folder on another disk";
        }
        return byReason(reason(failure));
    }

    /** The phrase for why a file could not be read. */
    static String reading(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "it does not exist; choose another file";
        }
        if (failure instanceof AccessDeniedException) {
            return "it may not be read; change its permissions or choose another file";
        }
        return "it could not be read (" + reason(failure) + "); try again or choose another file";
    }

    /** A sentence without its full stop. */
    static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String byReason(String reason) {
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("not enough space") || lower.contains("quota exceeded")) {
            return "the disk is full; free some space or choose another disk";
        }
        if (lower.contains("read-only")) {
            return "its disk is read-only; choose another folder";
        }
        if (lower.contains("name too long")) {
            return "its name is too long; choose a shorter one";
        }
        if (lower.contains("not a directory")) {
            return "part of its path is a file, not a folder; choose another folder";
        }
        return "the system refused (" + reason + "); try again or choose another folder";
    }

    private static String reason(IOException failure) {
        String reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return reason == null || reason.isBlank() ? "for a reason it does not give" : withoutStop(reason);
    }
}

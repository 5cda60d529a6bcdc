package hourglass.engine.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves so that at every moment, a power cut included, the target is either its old or its new version, complete: a
 * temporary file beside the target is written, forced to the disk, read back and verified, and then renamed over the
 * target in one step.
 *
 * <p>Safe to share between threads as long as its {@link FileOps} is.
 */
public final class AtomicFile {
    /** First letters of the temporary files, hidden on Unix. */
    static final String TEMPORARY = ".hourglass-";

    private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);
    private static final int MOVES = 5;
    private static final Duration FIRST_WAIT = Duration.ofMillis(20);
    private static final Duration LEFTOVER_AGE = Duration.ofMinutes(10);
    private static final int BUFFER = 1 << 16;

    private final FileOps ops;

    /** On these operations. */
    public AtomicFile(FileOps ops) {
        this.ops = ops;
    }

    /** Writes what the file is to hold. */
    @FunctionalInterface
    public interface Content {
        /** Writes all; need neither flush nor close. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Judges what was written. */
    @FunctionalInterface
    public interface Verifier {
        /** Reads the fresh file and throws, with a phrase as message, if it is not what was to be written. */
        void verify(InputStream written, long length) throws IOException;
    }

    /**
     * Replaces {@code target}, or makes it; returns only when the new version is on the disk and verified.
     *
     * @throws StoreException if not: then {@code target} is what it was, and the message is one sentence for the user
     */
    public void save(Path target, Content content, Verifier verifier) throws StoreException {
        boolean moved = false;
        Path place = place(target);
        Path folder = folder(target, place);
        Path temporary = folder.resolve(temporaryName());
        try {
            write(temporary, content);
            try (InputStream in = ops.open(temporary)) {
                verifier.verify(in, ops.size(temporary));
            }
            move(temporary, place);
            moved = true;
        } catch (IOException failure) {
            throw notSaved(target, FailureWords.writing(failure), failure);
        } finally {
            if (!moved) {
                discard(temporary);
            }
        }
        confirm(target, folder);
    }

    /** {@link #save(Path, Content, Verifier)} with these bytes, which must come back equal. */
    public void save(Path target, byte[] bytes) throws StoreException {
        save(target, out -> out.write(bytes), (written, length) -> {
            if (length != bytes.length || !Arrays.equals(bytes, written.readAllBytes())) {
                throw new IOException("what was read back differs from what was written");
            }
        });
    }

    /**
     * Replaces {@code target}, or makes it, in one step but without waiting for the disk: for caches.
     *
     * @throws StoreException if not; then {@code target} is what it was
     */
    public void replaceQuickly(Path target, Content content) throws StoreException {
        Path place = place(target);
        Path temporary = folder(target, place).resolve(temporaryName());
        try {
            try (OutputStream buffered = new BufferedOutputStream(ops.create(temporary), BUFFER)) {
                content.writeTo(buffered);
            }
            ops.move(temporary, place);
        } catch (IOException failure) {
            discard(temporary);
            throw notSaved(target, FailureWords.writing(failure), failure);
        }
    }

    private Path place(Path target) throws StoreException {
        try {
            return ops.resolve(target);
        } catch (IOException failure) {
            throw notSaved(target, FailureWords.writing(failure), failure);
        }
    }

    private Path folder(Path target, Path place) throws StoreException {
        Path folder = place.getParent();
        if (folder == null || ops.isFolder(place)) {
            throw notSaved(target, "it is a folder; choose a file name", null);
        }
        if (ops.isFile(folder)) {
            throw notSaved(target, folder + " is a file, not a folder; choose another folder", null);
        }
        if (!ops.isFolder(folder)) {
            throw notSaved(target, "the folder " + folder + " is not there; choose another folder", null);
        }
        if (ops.isProtected(place)) {
            throw notSaved(target, "the file is write-protected; choose another name", null);
        }
        return folder;
    }

    private void write(Path temporary, Content content) throws IOException {
        try (FileOps.Sink sink = ops.create(temporary)) {
            OutputStream buffered = new BufferedOutputStream(sink, BUFFER);
            content.writeTo(buffered);
            buffered.flush();
            sink.force();
        }
    }

    /** Other programs, such as virus scanners, may hold a file for a moment on Windows; hence more than one try. */
    private void move(Path temporary, Path place) throws IOException {
        Duration wait = FIRST_WAIT;
        for (int attempt = 1; ; attempt++) {
            try {
                ops.move(temporary, place);
                return;
            } catch (IOException failure) {
                if (attempt == MOVES) {
                    throw failure;
                }
                ops.pause(wait);
                wait = wait.multipliedBy(2);
            }
        }
    }

    private void confirm(Path target, Path folder) throws StoreException {
        try {
            ops.forceFolder(folder);
        } catch (IOException failure) {
            throw new StoreException(
                    target + " was written, but the disk did not confirm its new name: " + FailureWords.writing(failure)
                            + "; save again to be sure.",
                    failure);
        }
        sweep(folder);
    }

    /** Removes what earlier saves left behind when the program was killed. */
    private void sweep(Path folder) {
        try {
            for (Path leftover : ops.leftovers(folder, TEMPORARY + "*.tmp", LEFTOVER_AGE)) {
                ops.delete(leftover);
            }
        } catch (IOException failure) {
            LOG.debug("old temporary files stay in {}", folder, failure);
        }
    }

    private void discard(Path temporary) {
        try {
            ops.delete(temporary);
        } catch (IOException failure) {
            LOG.debug("temporary file {} stays", temporary, failure);
        }
    }

    /** Short whatever the target is called, so that the longest allowed name can be saved too. */
    private static String temporaryName() {
        return TEMPORARY + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()) + ".tmp";
    }

    private static StoreException notSaved(Path target, String phrase, @Nullable IOException cause) {
        String sentence =
                target + " was not saved (an earlier version, if there is one, is unchanged): " + phrase + ".";
        return cause == null ? new StoreException(sentence) : new StoreException(sentence, cause);
    }
}

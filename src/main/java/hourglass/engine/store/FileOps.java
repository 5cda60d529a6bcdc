package hourglass.engine.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The operations on files that a save is made of, each of which may fail; replaced in tests by one that does. None of the
 * system's own is disturbed by an interrupt of the calling thread, so that a save while the program closes completes.
 */
public interface FileOps {
    /** The real thing. */
    static FileOps system() {
        return new SystemFileOps();
    }

    /** Where a write to {@code target} must go: the file itself, or what it links to. Absolute. */
    Path resolve(Path target) throws IOException;

    /** Whether there is a folder of this name. */
    boolean isFolder(Path path);

    /** Whether there is a file of this name that its owner has protected from being written. */
    boolean isProtected(Path path);

    /** Whether there is an ordinary file of this name. */
    boolean isFile(Path path);

    /** A file that did not exist before. */
    Sink create(Path file) throws IOException;

    /** An existing file's content. */
    InputStream open(Path file) throws IOException;

    /** An existing file's length in bytes. */
    long size(Path file) throws IOException;

    /** Renames in one step, over an existing file of the new name. */
    void move(Path from, Path to) throws IOException;

    /** Makes renames in this folder outlast a power cut, where the platform can. */
    void forceFolder(Path folder) throws IOException;

    /** Removes a file if it is there. */
    void delete(Path file) throws IOException;

    /** Makes a folder and those above it if they are missing. */
    void createFolders(Path folder) throws IOException;

    /** Files in a folder whose names match and which were not written to for {@code age}. */
    List<Path> leftovers(Path folder, String glob, Duration age) throws IOException;

    /** Waits; returns early when the thread is interrupted and leaves its interrupt flag set. */
    void pause(Duration time);

    /** A file being written. */
    abstract class Sink extends OutputStream {
        /** Returns when all that was written has reached the disk. */
        public abstract void force() throws IOException;
    }
}

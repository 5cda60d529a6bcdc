package hourglass.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file for a fuzz target's input, written over each time. */
public final class ScratchFile {
    private ScratchFile() {}

    /** A file of this ending with these bytes; in memory where the system has such a place. */
    public static Path with(String ending, byte[] data) throws IOException {
        Path memory = Path.of("/dev/shm");
        Path folder = Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
        Path file = folder.resolve("hourglass-fuzz-" + ProcessHandle.current().pid() + ending);
        file.toFile().deleteOnExit();
        return Files.write(file, data);
    }

    /** What every refusal must be. */
    public static void checkSentence(Throwable refusal) {
        String said = String.valueOf(refusal.getMessage());
        if (!said.endsWith(".") || said.length() < 10) {
            throw new AssertionError("no sentence: " + said, refusal);
        }
    }
}

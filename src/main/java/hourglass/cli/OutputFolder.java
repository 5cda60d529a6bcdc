package hourglass.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes sure before the work that its results can be written. */
final class OutputFolder {
    private OutputFolder() {}

    /** Makes the folder where it is missing and tries to write into it. */
    static void prepare(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, ".probe", "");
            Files.delete(probe);
        } catch (FileAlreadyExistsException file) {
            throw new OutputException("Cannot write results into " + folder + ": it is a file, not a folder.", file);
        } catch (IOException denied) {
            throw new OutputException("Cannot write results into " + folder + "; choose another folder.", denied);
        }
    }

    /** The folder for the results cannot be used. */
    static final class OutputException extends IOException {
        private static final long serialVersionUID = 1L;

        OutputException(String sentence, IOException cause) {
            super(sentence, cause);
        }
    }
}

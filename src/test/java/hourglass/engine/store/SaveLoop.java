package hourglass.engine.store;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A program that saves version after version and says after each which one is safe, until it is killed. */
public final class SaveLoop {
    private SaveLoop() {}

    /** With the file and the first version. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        ModelStore store = new ModelStore("0.1.0");
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            for (long version = Long.parseLong(arguments[1]); ; version++) {
                store.save(file, KilledSaveTest.version(version));
                out.write((version + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}

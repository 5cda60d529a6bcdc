package hourglass.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Finds real Fashion-MNIST for tests: skipped where it is absent, failed where CI says it must be there. */
public final class RealData {
    private RealData() {}

    /** The folder with the four files. */
    public static Path require() {
        Path folder = Path.of(System.getProperty("hourglass.data", "no-such-folder"));
        boolean there = Files.isRegularFile(folder.resolve("train-images-idx3-ubyte.gz"));
        if ("true".equals(System.getenv("CI"))) {
            Assertions.assertTrue(there, "with CI=true Fashion-MNIST must be in " + folder.toAbsolutePath());
        }
        Assumptions.assumeTrue(there, "no Fashion-MNIST in " + folder.toAbsolutePath());
        return folder;
    }
}

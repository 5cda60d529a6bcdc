package hourglass.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumsTest {
    // FIPS 180-2, appendix B.1
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void agreesWithThePublishedExample(@TempDir Path folder) throws IOException {
        byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
        assertEquals(ABC, Checksums.ofBytes(abc));
        assertEquals(ABC, Checksums.ofBytes(new byte[] {'a'}, new byte[] {'b', 'c'}));
        assertEquals(ABC, Checksums.ofFile(Files.write(folder.resolve("abc"), abc)));
    }
}

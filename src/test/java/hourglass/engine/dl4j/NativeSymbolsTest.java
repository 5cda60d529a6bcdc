package hourglass.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/**
 * OpenBLAS for some systems is built without LAPACK, so that nothing of it may be asked for; what the program itself calls
 * is among the rules of its architecture.
 */
class NativeSymbolsTest {
    private static final int SECTION_DYNAMIC_SYMBOLS = 11;
    private static final int SYMBOL_BYTES = 24;

    /** Read from the library itself: what it leaves to be found in others. */
    @Test
    void theLibraryOfDeeplearning4jAsksForNothingButBlas() throws IOException {
        assertTrue(Nd4j.scalar(1f).getFloat(0) == 1);
        Path library;
        try (Stream<Path> files = Files.walk(Loader.getCacheDir().toPath())) {
            library = files.filter(file -> file.endsWith("libnd4jcpu.so"))
                    .findFirst()
                    .orElse(Path.of("none"));
        }
        assumeTrue(Files.exists(library), "its symbols are read on Linux");
        Set<String> undefined = undefined(library);
        assertEquals(
                Set.of("cblas_dgemm", "cblas_dgemv", "cblas_sgemm", "cblas_sgemv"),
                undefined.stream().filter(name -> name.contains("blas")).collect(Collectors.toSet()));
        assertEquals(
                Set.of(),
                undefined.stream()
                        .filter(name -> name.matches("(?i)LAPACK.*|[sdcz](gesv|getr|potr|gees|syev|gels|geqr).*"))
                        .collect(Collectors.toSet()));
        assertTrue(undefined.contains("malloc"), "symbols were read");
    }

    private static Set<String> undefined(Path library) throws IOException {
        try (FileChannel file = FileChannel.open(library)) {
            ByteBuffer header = read(file, 0, 64);
            long sections = header.getLong(40);
            int bytes = header.getShort(58);
            int count = header.getShort(60) & 0xffff;
            Set<String> names = new TreeSet<>();
            for (int i = 0; i < count; i++) {
                ByteBuffer section = read(file, sections + (long) i * bytes, bytes);
                if (section.getInt(4) == SECTION_DYNAMIC_SYMBOLS) {
                    ByteBuffer text = read(file, sections + (long) section.getInt(40) * bytes, bytes);
                    add(names, contents(file, section), contents(file, text));
                }
            }
            return names;
        }
    }

    private static void add(Set<String> names, ByteBuffer symbols, ByteBuffer text) {
        for (int at = 0; at < symbols.limit(); at += SYMBOL_BYTES) {
            if (symbols.getShort(at + 6) == 0) {
                int from = symbols.getInt(at);
                int to = from;
                while (text.get(to) != 0) {
                    to++;
                }
                byte[] name = new byte[to - from];
                text.get(from, name);
                names.add(new String(name, StandardCharsets.US_ASCII).replaceFirst("@.*", ""));
            }
        }
    }

    private static ByteBuffer contents(FileChannel file, ByteBuffer section) throws IOException {
        return read(file, section.getLong(24), Math.toIntExact(section.getLong(32)));
    }

    private static ByteBuffer read(FileChannel file, long from, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) >= 0) {
            // until all is there
        }
        return buffer.flip();
    }
}

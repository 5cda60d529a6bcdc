package hourglass.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.FashionMnist.OfficialFile;
import hourglass.testing.RealData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class FashionMnistTest {
    @TempDir
    private Path folder;

    @Test
    void realFilesHaveThePublishedCountsAndMoments() throws IOException {
        DataSet data = IdxFolder.load(RealData.require());
        assertEquals(DataOrigin.FASHION_MNIST, data.origin());
        assertEquals(60_000, data.train().size());
        assertEquals(10_000, data.test().size());
        assertEquals("Ankle boot", data.train().className(0));
        double sum = 0;
        double squares = 0;
        byte[] pixels = data.train().rawPixels();
        for (byte pixel : pixels) {
            double value = (pixel & 0xff) / 255.0;
            sum += value;
            squares += value * value;
        }
        double mean = sum / pixels.length;
        assertEquals(0.2860, mean, 0.0005);
        assertEquals(0.3530, Math.sqrt(squares / pixels.length - mean * mean), 0.0005);
    }

    @Test
    void plainFilesAreKnownByTheirContents() throws IOException {
        Path real = RealData.require();
        for (OfficialFile file : FashionMnist.FILES) {
            assertEquals(file.length(), Files.size(real.resolve(file.name())));
            try (InputStream in = new GZIPInputStream(Files.newInputStream(real.resolve(file.name())))) {
                Files.copy(in, folder.resolve(file.plainName()));
            }
        }
        assertTrue(FashionMnist.isIn(folder));
        DataSet plain = FashionMnist.load(folder);
        DataSet packed = FashionMnist.load(real);
        assertEquals(packed.fingerprint(), plain.fingerprint());
        assertArrayEquals(packed.test().rawPixels(), plain.test().rawPixels());
    }

    @Test
    void otherFilesOfTheSameNamesAreRefusedWithAWayOut() throws IOException {
        writeLikeMnist();
        for (String message :
                new String[] {refusal(() -> FashionMnist.load(folder)), refusal(() -> IdxFolder.load(folder))}) {
            assertTrue(message.contains(" in " + folder.toAbsolutePath() + " is not Fashion-MNIST's file"), message);
            assertTrue(message.contains("download Fashion-MNIST again") && message.contains("classes.txt"), message);
        }
        Files.writeString(folder.resolve("classes.txt"), "zero\none\n");
        assertEquals(DataOrigin.IDX_FOLDER, IdxFolder.load(folder).origin());
    }

    @Test
    void oneMissingFileIsNamed() throws IOException {
        writeLikeMnist();
        Files.delete(folder.resolve("train-labels-idx1-ubyte.gz"));
        assertFalse(FashionMnist.isIn(folder));
        assertTrue(refusal(() -> FashionMnist.load(folder)).contains("train-labels-idx1-ubyte.gz"));
    }

    private void writeLikeMnist() throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte.gz"), IdxBytes.gzip(IdxBytes.images(4, 28, 28)));
        Files.write(folder.resolve("train-labels-idx1-ubyte.gz"), IdxBytes.gzip(IdxBytes.labels(0, 1, 0, 1)));
        Files.write(folder.resolve("t10k-images-idx3-ubyte.gz"), IdxBytes.gzip(IdxBytes.images(2, 28, 28)));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte.gz"), IdxBytes.gzip(IdxBytes.labels(1, 0)));
    }

    private static String refusal(Executable action) {
        return assertThrows(DataFormatException.class, action).getMessage();
    }
}

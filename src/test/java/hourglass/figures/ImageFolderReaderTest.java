package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataFormatException;
import hourglass.core.data.DataOrigin;
import hourglass.core.data.DataSet;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderReaderTest {
    @TempDir
    private Path folder;

    private static void picture(Path file, int width, int height, int rgb) throws IOException {
        Files.createDirectories(file.getParent());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, rgb);
            }
        }
        String name = file.toString();
        assertTrue(ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile()));
    }

    private void twoClasses(Path at, int each) throws IOException {
        for (int i = 0; i < each; i++) {
            picture(at.resolve("cats/" + i + ".png"), 28, 28, 0x0a0a0a * (i + 1));
            picture(at.resolve("dogs/" + i + ".bmp"), 28, 28, 0x0b0b0b * (i + 1));
        }
    }

    private void refuses(String... parts) {
        String message = assertThrows(DataFormatException.class, () -> ImageFolderReader.read(folder, 1))
                .getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    private void passesOver(String... parts) throws IOException {
        DataSet data = ImageFolderReader.read(folder, 1);
        assertEquals("1 picture was passed over.", data.remarks().get(0));
        assertEquals(2, data.remarks().size());
        for (String part : parts) {
            assertTrue(data.remarks().get(1).contains(part), data.remarks().get(1));
        }
    }

    @Test
    void splitsEachClassBySeed() throws IOException {
        twoClasses(folder, 12);
        Files.writeString(folder.resolve("cats/notes.txt"), "not a picture");
        DataSet data = ImageFolderReader.read(folder, 3);
        assertEquals(DataOrigin.IMAGE_FOLDER, data.origin());
        assertEquals(List.of("cats", "dogs"), data.train().classNames());
        assertEquals(20, data.train().size());
        assertArrayEquals(new byte[] {0, 0, 1, 1}, data.test().labels());
        assertEquals(data.fingerprint(), ImageFolderReader.read(folder, 3).fingerprint());
        assertFalse(Arrays.equals(
                data.test().rawPixels(),
                ImageFolderReader.read(folder, 4).test().rawPixels()));
    }

    @Test
    void takesTrainAndTestAsGiven() throws IOException {
        twoClasses(folder.resolve("train"), 3);
        twoClasses(folder.resolve("test"), 1);
        DataSet data = ImageFolderReader.read(folder, 3);
        assertEquals(6, data.train().size());
        assertEquals(2, data.test().size());
        assertEquals(10, data.test().rawPixel(0, 400));
    }

    @Test
    void keepsShapeOnBlackAndUsesRec601() throws IOException {
        picture(folder.resolve("train/a/1.png"), 112, 56, 0xff0000);
        picture(folder.resolve("train/a/2.png"), 5, 5, 0x00ff00);
        twoClasses(folder.resolve("train"), 2);
        picture(folder.resolve("test/a/1.gif"), 56, 112, 0xffffff);
        DataSet data = ImageFolderReader.read(folder, 1);
        assertEquals(0, data.train().rawPixel(0, 6 * 28 + 5));
        assertEquals(76, data.train().rawPixel(0, 7 * 28 + 5));
        assertEquals(76, data.train().rawPixel(0, 20 * 28 + 27));
        assertEquals(0, data.train().rawPixel(0, 21 * 28 + 5));
        assertEquals(150, data.train().rawPixel(1, 0));
        assertEquals(0, data.test().rawPixel(0, 14 * 28 + 6));
        assertEquals(255, data.test().rawPixel(0, 14 * 28 + 7));
    }

    @Test
    void greyFilesKeepTheirNumbersAndShrinkByArea() throws IOException {
        twoClasses(folder.resolve("train"), 2);
        BufferedImage grey = new BufferedImage(56, 56, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 56 * 56; i++) {
            grey.getRaster().setSample(i % 56, i / 56, 0, i % 2 == 0 ? 100 : 140);
        }
        Files.createDirectories(folder.resolve("test/cats"));
        ImageIO.write(grey, "png", folder.resolve("test/cats/1.png").toFile());
        byte[] pixels = ImageFolderReader.read(folder, 1).test().rawPixels();
        byte[] expected = new byte[784];
        Arrays.fill(expected, (byte) 120);
        assertArrayEquals(expected, pixels);
    }

    @Test
    void readsJpeg() throws IOException {
        twoClasses(folder.resolve("train"), 2);
        picture(folder.resolve("test/dogs/x.jpg"), 28, 28, 0x808080);
        assertEquals(128, ImageFolderReader.read(folder, 1).test().rawPixel(0, 100), 2);
    }

    @Test
    void namesAPictureItCannotRead() throws IOException {
        twoClasses(folder, 3);
        Path bad = folder.resolve("dogs/1.bmp");
        Files.writeString(bad, "hello");
        passesOver(bad.toString(), "not a picture");
    }

    @Test
    void allDamagedPicturesAreNamedTogetherAndTheOthersUsed() throws IOException {
        twoClasses(folder, 6);
        Files.write(folder.resolve("cats/2.png"), new byte[0]);
        Files.writeString(folder.resolve("dogs/4.bmp"), "BM and nothing more");
        DataSet data = ImageFolderReader.read(folder, 1);
        assertEquals(10, data.train().size() + data.test().size());
        assertEquals("2 pictures were passed over.", data.remarks().get(0));
        String names = String.join(" ", data.remarks());
        assertTrue(names.contains("2.png") && names.contains("4.bmp"), names);
    }

    @Test
    void aClassWithoutAReadablePictureIsRefusedWithTheReasons() throws IOException {
        twoClasses(folder, 2);
        Files.write(folder.resolve("cats/0.png"), new byte[0]);
        Files.write(folder.resolve("cats/1.png"), new byte[0]);
        refuses("cats in " + folder, "0.png", "1.png");
    }

    @Test
    void whatOtherProgramsLeaveInFoldersIsPassedOver() throws IOException {
        twoClasses(folder, 3);
        String before = ImageFolderReader.read(folder, 1).fingerprint();
        twoClasses(folder.resolve("__MACOSX"), 1);
        Files.writeString(folder.resolve("cats/._1.png"), "resource fork");
        Files.writeString(folder.resolve("dogs/Thumbs.db"), "thumbs");
        Files.writeString(folder.resolve(".DS_Store"), "finder");
        DataSet data = ImageFolderReader.read(folder, 1);
        assertEquals(before, data.fingerprint());
        assertEquals(List.of(), data.remarks());
    }

    @Test
    void aPictureOfMorePixelsThanACameraMakesIsPassedOver() throws IOException {
        twoClasses(folder, 3);
        Path big = folder.resolve("cats/1.png");
        byte[] bytes = Files.readAllBytes(big);
        ByteBuffer.wrap(bytes).putInt(16, 8000).putInt(20, 8000); // width and height of a PNG's header
        CRC32 check = new CRC32();
        check.update(bytes, 12, 17);
        ByteBuffer.wrap(bytes).putInt(29, (int) check.getValue());
        Files.write(big, bytes);
        passesOver(big.toString(), "8000×8000 pixels, which are 64 million");
    }

    @Test
    void hugePicturesAreThinnedWhileTheyAreRead() throws IOException {
        twoClasses(folder.resolve("train"), 2);
        picture(folder.resolve("test/dogs/x.jpg"), 5000, 5000, 0x808080);
        byte[] pixels = ImageFolderReader.read(folder, 1).test().rawPixels();
        assertEquals(128, pixels[400] & 0xff, 2);
    }

    @Test
    void aCutOffPngIsPassedOverOrHasLostNoPixel() throws IOException {
        twoClasses(folder, 3);
        String whole = ImageFolderReader.read(folder, 1).fingerprint();
        Path cut = folder.resolve("cats/2.png");
        byte[] bytes = Files.readAllBytes(cut);
        int refused = 0;
        for (int length = 0; length < bytes.length; length++) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            try {
                assertEquals(whole, ImageFolderReader.read(folder, 1).fingerprint());
            } catch (AssertionError notWhole) {
                passesOver(cut.toString());
                refused++;
            }
        }
        assertTrue(refused > bytes.length / 2, refused + " refused");
    }

    @Test
    void aJpegCutOffAtAnyLengthIsPassedOver() throws IOException {
        twoClasses(folder, 2);
        Path cut = folder.resolve("cats/2.jpg");
        picture(cut, 28, 28, 0x808080);
        byte[] bytes = Files.readAllBytes(cut);
        for (int length = 0; length < bytes.length; length++) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            passesOver(cut.toString());
        }
    }

    @Test
    void aHugeFileAndAHugeDeclaredSizeArePassedOver() throws IOException {
        twoClasses(folder, 2);
        Path big = folder.resolve("cats/1.png");
        byte[] bytes = Files.readAllBytes(big);
        bytes[16] = 0x7f; // the width of a PNG's header
        Files.write(big, bytes);
        passesOver(big.toString());
        picture(big, 8193, 1, 0);
        passesOver(big.toString(), "8193×1", "8192");
        try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
            file.setLength(20_000_001);
        }
        passesOver(big.toString(), "20000001 bytes");
    }

    @Test
    void refusesFoldersThatAreNoClasses() throws IOException {
        refuses("no folders");
        picture(folder.resolve("cats/1.png"), 2, 2, 0);
        refuses("1 pictures", "at least 2");
        for (int i = 0; i < 101; i++) {
            Files.createDirectories(folder.resolve("class" + i));
        }
        refuses("more than 100");
        assertThrows(DataFormatException.class, () -> ImageFolderReader.read(folder.resolve("cats/1.png"), 1));
    }

    @Test
    void refusesATestClassThatIsNotTrained() throws IOException {
        twoClasses(folder.resolve("train"), 2);
        picture(folder.resolve("test/birds/1.png"), 2, 2, 0);
        refuses("birds");
    }

    @Test
    void canBeCancelled() throws IOException {
        twoClasses(folder, 2);
        assertThrows(CancellationException.class, () -> ImageFolderReader.read(folder, 1, () -> true));
    }

    /** Written by a system with another encoding; Java shows both names alike. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void foldersWhoseNamesAreNoLettersHereAreClassesAllTheSame() throws IOException, InterruptedException {
        twoClasses(folder, 3);
        String script =
                "cd \"$1\" && for x in 351 350; do n=$(printf \"\\\\$x\"); mkdir \"$n\"; cp cats/* \"$n\"; done";
        Process shell = new ProcessBuilder("sh", "-c", script, "sh", folder.toString()).start();
        assertEquals(0, shell.waitFor());
        DataSet data = ImageFolderReader.read(folder, 1);
        assertEquals(4, data.train().classCount());
        assertEquals(4, new HashSet<>(data.train().classNames()).size());
        assertEquals(8, data.train().size());
    }
}

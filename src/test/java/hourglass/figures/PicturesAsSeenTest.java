package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataFormatException;
import hourglass.testing.Allocated;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A picture of four fields, bright at the upper left, dark at the lower right, in every mode that people store pictures in,
 * and pictures that cost more than they show.
 */
class PicturesAsSeenTest {
    private static final int WIDTH = 56;
    private static final int HEIGHT = 28;
    private static final Color[] FIELDS = {
        new Color(250, 250, 250), new Color(200, 40, 40), new Color(40, 160, 40), new Color(20, 20, 60)
    };

    @TempDir
    private Path folder;

    private static BufferedImage fields(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        paint(image);
        return image;
    }

    private static void paint(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < 4; i++) {
            graphics.setColor(FIELDS[i]);
            graphics.fillRect(i % 2 * WIDTH / 2, i / 2 * HEIGHT / 2, WIDTH / 2, HEIGHT / 2);
        }
        graphics.dispose();
    }

    private Path png(BufferedImage image) throws IOException {
        Path file = folder.resolve("x.png");
        assertTrue(ImageIO.write(image, "png", file.toFile()));
        return file;
    }

    /** In the middle of each quarter of what is painted: upper left, upper right, lower left, lower right. */
    private static int[] seen(Path file, boolean lying) throws IOException {
        byte[] pixels = new byte[784];
        GreyPicture.decode(file, pixels, 0, () -> false);
        int[] at = lying
                ? new int[] {10 * 28 + 7, 10 * 28 + 21, 17 * 28 + 7, 17 * 28 + 21}
                : new int[] {7 * 28 + 10, 7 * 28 + 17, 21 * 28 + 10, 21 * 28 + 17};
        int[] result = new int[4];
        for (int i = 0; i < 4; i++) {
            result[i] = pixels[at[i]] & 0xff;
        }
        return result;
    }

    private static int grey(int field) {
        Color color = FIELDS[field];
        return (int) Math.round(0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue());
    }

    private static void fieldsAreSeen(Path file, int tolerance) throws IOException {
        fieldsAreSeen(file, tolerance, true, 0, 1, 2, 3);
    }

    private static void fieldsAreSeen(Path file, int tolerance, boolean lying, int... order) throws IOException {
        int[] seen = seen(file, lying);
        for (int i = 0; i < 4; i++) {
            assertEquals(grey(order[i]), seen[i], tolerance, "field " + i + " of " + file);
        }
    }

    @Test
    void coloursAndPalettes() throws IOException {
        fieldsAreSeen(png(fields(BufferedImage.TYPE_INT_RGB)), 1);
        fieldsAreSeen(png(fields(BufferedImage.TYPE_INT_ARGB)), 1);
        byte[] red = new byte[4];
        byte[] green = new byte[4];
        byte[] blue = new byte[4];
        for (int i = 0; i < 4; i++) {
            red[i] = (byte) FIELDS[i].getRed();
            green[i] = (byte) FIELDS[i].getGreen();
            blue[i] = (byte) FIELDS[i].getBlue();
        }
        IndexColorModel palette = new IndexColorModel(2, 4, red, green, blue);
        BufferedImage few = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY, palette);
        paint(few);
        fieldsAreSeen(png(few), 1);
        Path gif = folder.resolve("x.gif");
        assertTrue(ImageIO.write(few, "gif", gif.toFile()));
        fieldsAreSeen(gif, 1);
    }

    @Test
    void sixteenBits() throws IOException {
        BufferedImage grey = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY);
        ColorSpace rgb = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        ComponentColorModel wide = new ComponentColorModel(rgb, false, false, Color.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = wide.createCompatibleWritableRaster(WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int field = (y < HEIGHT / 2 ? 0 : 2) + (x < WIDTH / 2 ? 0 : 1);
                grey.getRaster().setSample(x, y, 0, 257 * grey(field));
                int[] color = {FIELDS[field].getRed(), FIELDS[field].getGreen(), FIELDS[field].getBlue()};
                raster.setPixel(x, y, new int[] {257 * color[0], 257 * color[1], 257 * color[2]});
            }
        }
        fieldsAreSeen(png(grey), 1);
        fieldsAreSeen(png(new BufferedImage(wide, raster, false, null)), 1);
    }

    @Test
    void whatShowsThroughIsTheGroundThatLetsThePaintBeSeen() throws IOException {
        for (boolean dark : new boolean[] {true, false}) {
            BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setColor(dark ? Color.BLACK : Color.WHITE);
            graphics.fillRect(10, 10, 8, 8);
            graphics.setColor(new Color(255, 255, 255, 128));
            graphics.fillRect(0, 0, 4, dark ? 0 : 4);
            graphics.dispose();
            byte[] pixels = new byte[784];
            GreyPicture.decode(png(image), pixels, 0, () -> false);
            assertEquals(dark ? 255 : 0, pixels[5 * 28 + 20] & 0xff, "ground");
            assertEquals(dark ? 0 : 255, pixels[14 * 28 + 14] & 0xff, "paint");
            assertEquals(dark ? 255 : 128, pixels[0] & 0xff, "half of it");
        }
    }

    /** Inks as Adobe stores them, inverted, with and without a change to luma and chroma. */
    @Test
    void fourInks() throws IOException {
        for (boolean luma : new boolean[] {false, true}) {
            WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 4, null);
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    Color color = FIELDS[(y < HEIGHT / 2 ? 0 : 2) + (x < WIDTH / 2 ? 0 : 1)];
                    inks.setPixel(x, y, stored(color, luma));
                }
            }
            fieldsAreSeen(jpeg(inks, luma ? 2 : 0), 4);
        }
    }

    private static int[] stored(Color light, boolean luma) {
        double red = light.getRed();
        double green = light.getGreen();
        double blue = light.getBlue();
        if (!luma) {
            return new int[] {light.getRed(), light.getGreen(), light.getBlue(), 255};
        }
        red = 255 - red;
        green = 255 - green;
        blue = 255 - blue;
        double y = 0.299 * red + 0.587 * green + 0.114 * blue;
        return new int[] {
            (int) Math.round(y),
            (int) Math.round(128 + 0.564 * (blue - y)),
            (int) Math.round(128 + 0.713 * (red - y)),
            255
        };
    }

    private Path jpeg(Raster bands, int transform) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam fine = writer.getDefaultWriteParam();
            fine.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            fine.setCompressionQuality(1);
            writer.write(null, new IIOImage(bands, null, null), fine);
        } finally {
            writer.dispose();
        }
        byte[] adobe = ByteBuffer.allocate(16)
                .putShort((short) 0xffee)
                .putShort((short) 14)
                .put("Adobe".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 100)
                .putInt(0)
                .put((byte) transform)
                .array();
        return Files.write(folder.resolve("x.jpg"), inserted(bytes.toByteArray(), adobe));
    }

    private static byte[] inserted(byte[] jpeg, byte[] segment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(segment);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** As cameras write it; which field is seen at the upper left, upper right, lower left, lower right. */
    @Test
    void turnedByTheCamera() throws IOException {
        Path plain = folder.resolve("plain.jpg");
        assertTrue(ImageIO.write(fields(BufferedImage.TYPE_INT_RGB), "jpg", plain.toFile()));
        int[][] seen = {
            {0, 1, 2, 3},
            {1, 0, 3, 2},
            {3, 2, 1, 0},
            {2, 3, 0, 1},
            {0, 2, 1, 3},
            {2, 0, 3, 1},
            {3, 1, 2, 0},
            {1, 3, 0, 2}
        };
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] exif = ByteBuffer.allocate(36)
                    .putShort((short) 0xffe1)
                    .putShort((short) 34)
                    .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                    .putInt(8)
                    .putShort((short) 1)
                    .putShort((short) 0x112)
                    .putShort((short) 3)
                    .putInt(1)
                    .putShort((short) orientation)
                    .array();
            Path file = Files.write(folder.resolve("turned.jpg"), inserted(Files.readAllBytes(plain), exif));
            fieldsAreSeen(file, 12, orientation < 5, seen[orientation - 1]);
        }
    }

    private static void cheap(Path file, String... parts) {
        String[] message = {""};
        long bytes = Allocated.by(() -> message[0] = String.valueOf(
                assertThrows(DataFormatException.class, () -> GreyPicture.decode(file, new byte[784], 0, () -> false))
                        .getMessage()));
        for (String part : parts) {
            assertTrue(message[0].contains(part), message[0]);
        }
        assertTrue(bytes < Allocated.MOST, bytes + " bytes for: " + message[0]);
    }

    private Path lying(int width, int height, int depth, int type) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {(byte) depth, (byte) type, 0, 0, 1})
                .array();
        chunk(out, "IHDR", header);
        if (type == 3) {
            chunk(out, "PLTE", new byte[768]);
            chunk(out, "zTXt", packed("k\0\0", 100_000_000));
        }
        chunk(out, "IDAT", packed("", 1000));
        chunk(out, "IEND", new byte[0]);
        return Files.write(folder.resolve("lying.png"), out.toByteArray());
    }

    private static byte[] packed(String before, int zeros) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before.getBytes(StandardCharsets.ISO_8859_1));
        try (OutputStream deflated = new DeflaterOutputStream(out)) {
            byte[] some = new byte[10_000];
            for (int i = 0; i < zeros; i += some.length) {
                deflated.write(some);
            }
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
        byte[] named = ByteBuffer.allocate(4 + data.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 check = new CRC32();
        check.update(named);
        out.writeBytes(ByteBuffer.allocate(8 + named.length)
                .putInt(data.length)
                .put(named)
                .putInt((int) check.getValue())
                .array());
    }

    @Test
    void picturesThatCostMoreThanTheyShowAreRefusedForLittle() throws IOException {
        cheap(lying(Integer.MAX_VALUE, 1, 8, 2), "pixels");
        cheap(lying(8192, 8192, 8, 2), "67 million");
        cheap(lying(8000, 4000, 16, 6), "32 million, expected at most 20 million");
        cheap(lying(8000, 4900, 8, 6), "damaged");
        cheap(lying(8000, 4900, 8, 3), "damaged");
    }

    @Test
    void aProgressiveJpegIsWeighedByWhatItsDecoderHolds() throws IOException {
        Path file = folder.resolve("x.jpg");
        byte[] small = progressive();
        Files.write(file, small);
        assertTrue(PictureHeader.of(small).heldBytes() > 0
                && PictureHeader.of(small).scans() > 3);
        fieldsAreSeen(file, 12);
        int frame = 0;
        while (small[frame] != (byte) 0xff || small[frame + 1] != (byte) 0xc2) {
            frame++;
        }
        ByteBuffer.wrap(small).putShort(frame + 5, (short) 6000).putShort(frame + 7, (short) 6000);
        Files.write(file, small);
        cheap(file, "6000×6000 pixels in", "scans", "baseline JPEG");
    }

    private static byte[] progressive() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(fields(BufferedImage.TYPE_INT_RGB), null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    @Test
    void decodingEndsWithinAPictureWhenItIsNotWanted() throws IOException {
        Path file = png(new BufferedImage(2000, 2000, BufferedImage.TYPE_INT_RGB));
        AtomicInteger asked = new AtomicInteger();
        assertThrows(
                CancellationException.class,
                () -> GreyPicture.decode(file, new byte[784], 0, () -> asked.incrementAndGet() > 5));
        assertEquals(6, asked.get());
    }
}

package hourglass.figures;

import hourglass.core.data.DataFormatException;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** One picture file as 28 × 28 grey bytes: shape kept, centred on black, area average when it shrinks. */
final class GreyPicture {
    static final int SIDE = 28;
    static final long MAX_BYTES = 20_000_000;
    static final int MAX_SIDE = 8192;
    /** As many as a camera makes; a decoder takes a second and more for others, however few of them are wanted. */
    private static final long MAX_PIXELS = 40_000_000;
    /** Far more than 28 pixels need. */
    private static final int MAX_DECODED_SIDE = 1024;

    private GreyPicture() {}

    /** Decodes {@code file} into {@code target[offset … offset + 783]}. */
    static void decode(Path file, byte[] target, int offset) throws IOException {
        BufferedImage image = load(file);
        double scale = (double) SIDE / Math.max(image.getWidth(), image.getHeight());
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        double[] sums = average(image, width, height);
        int left = (SIDE - width) / 2;
        int top = (SIDE - height) / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                target[offset + (top + y) * SIDE + left + x] = (byte) Math.round(sums[y * width + x]);
            }
        }
    }

    private static BufferedImage load(Path file) throws IOException {
        long length = Files.size(file);
        if (length > MAX_BYTES) {
            throw new DataFormatException(file + " has " + length + " bytes, expected at most " + MAX_BYTES + ".");
        }
        if (length == 0) {
            throw new DataFormatException(file + " is empty; get it again or remove it.");
        }
        byte[] bytes = Files.readAllBytes(file);
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new DataFormatException(file + " is not a picture this program can read (png, jpg, gif, bmp).");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return decode(file, reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage decode(Path file, ImageReader reader) throws DataFormatException {
        try {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
                throw new DataFormatException(file + " has " + width + "×" + height + " pixels, expected at most "
                        + MAX_SIDE + "×" + MAX_SIDE + ".");
            }
            if ((long) width * height > MAX_PIXELS) {
                throw new DataFormatException(file + " has " + width + "×" + height + " pixels, which are "
                        + (long) width * height / 1_000_000 + " million, expected at most " + MAX_PIXELS / 1_000_000
                        + " million; make it smaller.");
            }
            boolean[] cutOff = new boolean[1];
            reader.addIIOReadWarningListener((source, warning) -> cutOff[0] |= tellsOfMissingData(warning));
            BufferedImage image = reader.read(0, thinned(reader, width, height));
            if (cutOff[0]) {
                throw new DataFormatException(file + " is cut off; replace or remove it.");
            }
            return image;
        } catch (DataFormatException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the platform's decoders answer damaged files with all kinds of unchecked exceptions
            throw new DataFormatException(file + " is damaged and cannot be decoded; replace or remove it.", e);
        }
    }

    /** Of a huge picture only every second, third … pixel, so that it never takes more memory than a large one. */
    private static ImageReadParam thinned(ImageReader reader, int width, int height) {
        int step = Math.max(1, Math.max(width, height) / MAX_DECODED_SIDE);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }

    /** The JPEG decoder fills what is missing with grey and only warns. */
    private static boolean tellsOfMissingData(String warning) {
        return warning.contains("premature end") || warning.contains("Truncated");
    }

    /** Mean brightness of the source area of each target pixel, {@code [height × width]}, 0 to 255. */
    private static double[] average(BufferedImage image, int width, int height) {
        double[] sums = new double[width * height];
        double stepX = (double) image.getWidth() / width;
        double stepY = (double) image.getHeight() / height;
        double[] row = new double[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            brightness(image, y, row);
            int last = Math.min(height - 1, (int) ((y + 1) / stepY));
            for (int ty = (int) (y / stepY); ty <= last; ty++) {
                double share = overlap(y, ty * stepY, stepY) / stepY;
                if (share > 0) {
                    addRow(row, share, stepX, sums, ty * width, width);
                }
            }
        }
        return sums;
    }

    /** One row of the source, 0 to 255. */
    private static void brightness(BufferedImage image, int y, double[] row) {
        Raster raster = image.getRaster();
        boolean grey = raster.getNumBands() <= 2 && !(image.getColorModel() instanceof IndexColorModel);
        double full = Math.pow(2, raster.getSampleModel().getSampleSize(0)) - 1;
        for (int x = 0; x < row.length; x++) {
            if (grey) {
                // getRGB takes grey pictures for linear light and would brighten them
                double alpha = raster.getNumBands() == 1 ? 1 : raster.getSample(x, y, 1) / full;
                row[x] = 255 * alpha * raster.getSample(x, y, 0) / full;
            } else {
                row[x] = luma(image.getRGB(x, y));
            }
        }
    }

    private static void addRow(double[] row, double share, double step, double[] sums, int from, int width) {
        for (int x = 0; x < row.length; x++) {
            double grey = row[x] * share / step;
            int last = Math.min(width - 1, (int) ((x + 1) / step));
            for (int tx = (int) (x / step); tx <= last; tx++) {
                sums[from + tx] += grey * Math.max(0, overlap(x, tx * step, step));
            }
        }
    }

    private static double overlap(int pixel, double from, double length) {
        return Math.min(pixel + 1, from + length) - Math.max(pixel, from);
    }

    /** Rec. 601 brightness of a pixel, laid over black where it is transparent. */
    private static double luma(int argb) {
        double alpha = (argb >>> 24) / 255.0;
        return alpha * (0.299 * (argb >> 16 & 0xff) + 0.587 * (argb >> 8 & 0xff) + 0.114 * (argb & 0xff));
    }
}

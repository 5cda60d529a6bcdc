package hourglass.figures;

import hourglass.core.data.DataFormatException;
import hourglass.core.data.ImageBlock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A picture file in grey: as 28 × 28 bytes, shape kept, centred on black, area average when it shrinks; or as it is. */
public final class GreyPicture {
    static final int SIDE = 28;
    static final long MAX_BYTES = 20_000_000;
    static final int MAX_SIDE = 8192;
    /** As many as a camera makes; a decoder takes a second and more for others, however few of them are wanted. */
    private static final long MAX_PIXELS = 40_000_000;
    /** Far more than 28 pixels need. */
    private static final int MAX_DECODED_SIDE = 512;
    /** What the decoder of progressive JPEG may hold, and what it may go over with all scans: a camera's 20 million fit. */
    private static final long MAX_HELD = 64_000_000;

    private static final long MAX_SCANNED = 500_000_000;

    /** As much of a picture as can be looked at beside another. */
    private static final int MAX_SHOWN_SIDE = 512;

    private GreyPicture() {}

    /**
     * A picture as it is, its longer side at most 512 pixels.
     *
     * @throws DataFormatException with a sentence for the user if it cannot be used
     * @throws IOException if the file cannot be read
     */
    public static ImageBlock read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new DataFormatException(file + " is a folder, expected one picture (png, jpg, gif, bmp).");
        }
        byte[] bytes = bytes(file);
        PictureHeader header = PictureHeader.of(bytes);
        Brightness image = load(file, bytes, header, () -> false);
        double scale = Math.min(1, (double) MAX_SHOWN_SIDE / Math.max(image.width(), image.height()));
        int width = Math.max(1, (int) Math.round(image.width() * scale));
        int height = Math.max(1, (int) Math.round(image.height() * scale));
        double[] means = average(image, width, height);
        int across = header.orientation() >= 5 ? height : width;
        float[] pixels = new float[means.length];
        for (int i = 0; i < pixels.length; i++) {
            Upright place = new Upright(header.orientation(), width, height, across);
            pixels[place.of(i % width, i / width)] = (float) Math.max(0, Math.min(1, means[i] / 255));
        }
        return ImageBlock.copyOf(across, pixels.length / across, pixels);
    }

    /** Decodes {@code file} into {@code target[offset … offset + 783]}. */
    static void decode(Path file, byte[] target, int offset, BooleanSupplier cancelled) throws IOException {
        byte[] bytes = bytes(file);
        PictureHeader header = PictureHeader.of(bytes);
        Brightness image = load(file, bytes, header, cancelled);
        double scale = (double) SIDE / Math.max(image.width(), image.height());
        int width = Math.max(1, (int) Math.round(image.width() * scale));
        int height = Math.max(1, (int) Math.round(image.height() * scale));
        double[] sums = average(image, width, height);
        boolean lying = header.orientation() >= 5;
        int left = (SIDE - (lying ? height : width)) / 2;
        int top = (SIDE - (lying ? width : height)) / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = new Upright(header.orientation(), width, height, SIDE).of(x, y);
                target[offset + top * SIDE + left + at] = (byte) Math.round(sums[y * width + x]);
            }
        }
    }

    /** Where the stored pixels belong in the picture as it was taken, in rows of {@code stride}. */
    private record Upright(int orientation, int width, int height, int stride) {
        int of(int x, int y) {
            int right = width - 1 - x;
            int up = height - 1 - y;
            return switch (orientation) {
                case 2 -> y * stride + right;
                case 3 -> up * stride + right;
                case 4 -> up * stride + x;
                case 5 -> x * stride + y;
                case 6 -> x * stride + up;
                case 7 -> right * stride + up;
                case 8 -> right * stride + y;
                default -> y * stride + x;
            };
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        long length = Files.size(file);
        if (length > MAX_BYTES) {
            throw new DataFormatException(file + " has " + length + " bytes, expected at most " + MAX_BYTES + ".");
        }
        if (length == 0) {
            throw new DataFormatException(file + " is empty; get it again or remove it.");
        }
        return Files.readAllBytes(file);
    }

    private static Brightness load(Path file, byte[] bytes, PictureHeader header, BooleanSupplier cancelled)
            throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new DataFormatException(file + " is not a picture this program can read (png, jpg, gif, bmp).");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                reader.addIIOReadProgressListener(new AskingInside(cancelled));
                return decode(file, reader, header);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Brightness decode(Path file, ImageReader reader, PictureHeader header) throws DataFormatException {
        try {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            checkWork(file, width, height, header);
            boolean[] cutOff = new boolean[1];
            reader.addIIOReadWarningListener((source, warning) -> cutOff[0] |= tellsOfMissingData(warning));
            ImageReadParam thinned = thinned(reader, width, height);
            Brightness image = header.inInks()
                    ? Brightness.ofInks(reader.readRaster(0, thinned), header.adobeTransform())
                    : Brightness.of(reader.read(0, thinned));
            if (cutOff[0]) {
                throw new DataFormatException(file + " is cut off; replace or remove it.");
            }
            return image;
        } catch (DataFormatException | CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the platform's decoders answer damaged files with all kinds of unchecked exceptions
            throw new DataFormatException(file + " is damaged and cannot be decoded; replace or remove it.", e);
        }
    }

    private static void checkWork(Path file, int width, int height, PictureHeader header) throws DataFormatException {
        if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
            throw new DataFormatException(file + " has " + width + "×" + height + " pixels, expected at most "
                    + MAX_SIDE + "×" + MAX_SIDE + ".");
        }
        long pixels = (long) width * height;
        long most = header.heldBytes() == 0 ? MAX_PIXELS / header.scans() : MAX_PIXELS;
        if (pixels > most) {
            throw new DataFormatException(file + " has " + width + "×" + height + " pixels, which are "
                    + pixels / 1_000_000 + " million, expected at most " + most / 1_000_000
                    + " million; make it smaller.");
        }
        if (header.heldBytes() > MAX_HELD || header.heldBytes() * header.scans() > MAX_SCANNED) {
            throw new DataFormatException(file + " has " + width + "×" + height + " pixels in " + header.scans()
                    + " scans, which takes too much memory or time to decode; make it smaller, or save it again as a"
                    + " baseline JPEG.");
        }
    }

    /** Stops a decoder within a picture. */
    private static final class AskingInside implements IIOReadProgressListener {
        private final BooleanSupplier cancelled;

        AskingInside(BooleanSupplier cancelled) {
            this.cancelled = cancelled;
        }

        private void ask() {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("the reading was cancelled");
            }
        }

        @Override
        public void imageStarted(ImageReader source, int image) {
            ask();
        }

        @Override
        public void imageProgress(ImageReader source, float percent) {
            ask();
        }

        @Override
        public void imageComplete(ImageReader source) {}

        @Override
        public void sequenceStarted(ImageReader source, int first) {}

        @Override
        public void sequenceComplete(ImageReader source) {}

        @Override
        public void thumbnailStarted(ImageReader source, int image, int thumbnail) {}

        @Override
        public void thumbnailProgress(ImageReader source, float percent) {}

        @Override
        public void thumbnailComplete(ImageReader source) {}

        @Override
        public void readAborted(ImageReader source) {}
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
    private static double[] average(Brightness image, int width, int height) {
        double[] sums = new double[width * height];
        double stepX = (double) image.width() / width;
        double stepY = (double) image.height() / height;
        double[] row = new double[image.width()];
        for (int y = 0; y < image.height(); y++) {
            image.row(y, row);
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
}

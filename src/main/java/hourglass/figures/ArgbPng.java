package hourglass.figures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** Writes pixels that were drawn elsewhere as PNG. */
public final class ArgbPng {
    private ArgbPng() {}

    /**
     * Writes a picture without transparency, all or nothing.
     *
     * @param argb {@code width · height} pixels, row by row; their opacity is left out
     * @param caption put into the file as text
     * @throws IOException with one sentence for the user if the file cannot be written; an older one is then unharmed
     * @throws IllegalArgumentException if the number of pixels is another
     */
    public static void write(Path file, int[] argb, int width, int height, String caption) throws IOException {
        if (width < 1 || height < 1 || argb.length != (long) width * height) {
            throw new IllegalArgumentException(
                    "expected " + width + "×" + height + " pixels of a size of at least 1×1, got " + argb.length);
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, width, height, argb);
        PngWriter.write(file, image, caption);
    }
}

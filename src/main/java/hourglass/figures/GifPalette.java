package hourglass.figures;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The 256 colours of an animation: all of its colours if there are no more, else the most frequent, with the nearest of
 * them in place of the others. One for all pictures, so that what stands still does not flicker.
 */
final class GifPalette {
    private static final int MOST = 256;

    private final int[] colors;
    private final Map<Integer, Integer> places = new HashMap<>();

    private GifPalette(int[] colors) {
        this.colors = colors;
        for (int i = 0; i < colors.length; i++) {
            places.put(colors[i], i);
        }
    }

    static GifPalette of(List<GifFrame> frames) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (GifFrame frame : frames) {
            for (int argb : pixels(frame.image())) {
                counts.merge(argb & 0xffffff, 1, Integer::sum);
            }
        }
        Comparator<Map.Entry<Integer, Integer>> order = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return new GifPalette(counts.entrySet().stream()
                .sorted(order.thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .mapToInt(Map.Entry::getKey)
                .toArray());
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /** The picture in these colours. */
    BufferedImage indexed(BufferedImage image) {
        int width = image.getWidth();
        BufferedImage result =
                new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colorModel());
        int[] pixels = pixels(image);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = places.computeIfAbsent(pixels[i] & 0xffffff, this::nearest);
        }
        result.getRaster().setPixels(0, 0, width, image.getHeight(), pixels);
        return result;
    }

    private IndexColorModel colorModel() {
        byte[][] channels = new byte[3][MOST];
        for (int i = 0; i < colors.length; i++) {
            channels[0][i] = (byte) (colors[i] >> 16);
            channels[1][i] = (byte) (colors[i] >> 8);
            channels[2][i] = (byte) colors[i];
        }
        return new IndexColorModel(8, MOST, channels[0], channels[1], channels[2]);
    }

    private int nearest(int rgb) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colors.length; i++) {
            int red = (rgb >> 16 & 0xff) - (colors[i] >> 16 & 0xff);
            int green = (rgb >> 8 & 0xff) - (colors[i] >> 8 & 0xff);
            int blue = (rgb & 0xff) - (colors[i] & 0xff);
            int distance = 2 * red * red + 4 * green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}

package hourglass.ui.scatter;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** A picture of premultiplied pixels that is painted by hand and shown without a copy. */
final class Raster {
    final int width;
    final int height;
    private final int[] pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    Raster(int width, int height) {
        this.width = Math.max(1, width);
        this.height = Math.max(1, height);
        IntBuffer store = IntBuffer.allocate(this.width * this.height);
        pixels = store.array();
        buffer = new PixelBuffer<>(this.width, this.height, store, PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
    }

    void clear() {
        Arrays.fill(pixels, 0);
    }

    /** The picture as it stands; FX thread. */
    Image finished() {
        buffer.updateBuffer(changed -> null);
        return image;
    }

    /** Lays a square of premultiplied pixels over what is there, cut off at the edges. */
    void blend(int[] sprite, int size, int left, int top) {
        int fromX = Math.max(0, -left);
        int toX = Math.min(size, width - left);
        int fromY = Math.max(0, -top);
        int toY = Math.min(size, height - top);
        for (int row = fromY; row < toY; row++) {
            int target = (top + row) * width + left;
            int source = row * size;
            for (int column = fromX; column < toX; column++) {
                int over = sprite[source + column];
                if (over != 0) {
                    pixels[target + column] = over >>> 24 == 255 ? over : over(over, pixels[target + column]);
                }
            }
        }
    }

    private static int over(int above, int below) {
        int rest = 255 - (above >>> 24);
        int evens = below & 0xFF00FF;
        int odds = (below >>> 8) & 0xFF00FF;
        // Multiplies two channels at once; the halves cannot reach each other.
        evens = evens * rest + 0x800080;
        evens = ((evens + ((evens >>> 8) & 0xFF00FF)) >>> 8) & 0xFF00FF;
        odds = odds * rest + 0x800080;
        odds = (odds + ((odds >>> 8) & 0xFF00FF)) & 0xFF00FF00;
        return above + (evens | odds);
    }

    /** An opaque colour at an opacity of 0 … 1, premultiplied. */
    static int faded(int opaque, double opacity) {
        int alpha = (int) Math.round(opacity * 255);
        int red = (opaque >> 16 & 255) * alpha / 255;
        int green = (opaque >> 8 & 255) * alpha / 255;
        int blue = (opaque & 255) * alpha / 255;
        return alpha << 24 | red << 16 | green << 8 | blue;
    }

    /** An opaque colour between two others; 0 is the first. */
    static int mixed(int first, int second, double share) {
        if (share <= 0) {
            return first;
        }
        if (share >= 1) {
            return second;
        }
        int red = mixed(first, second, share, 16);
        int green = mixed(first, second, share, 8);
        int blue = mixed(first, second, share, 0);
        return 0xFF000000 | red << 16 | green << 8 | blue;
    }

    private static int mixed(int first, int second, double share, int shift) {
        int from = first >> shift & 255;
        int to = second >> shift & 255;
        return (int) Math.round(from + (to - from) * share);
    }
}

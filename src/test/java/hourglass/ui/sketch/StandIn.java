package hourglass.ui.sketch;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Real images and made-up reconstructions, only to have something true to look at while drawing the views. */
final class StandIn {
    static final List<String> CLASSES = List.of(
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");
    static final int SIDE = 28;
    static final int PIXELS = SIDE * SIDE;

    private final byte[] pixels;
    private final byte[] labels;

    StandIn(Path folder) throws IOException {
        pixels = read(folder.resolve("t10k-images-idx3-ubyte.gz"), 16);
        labels = read(folder.resolve("t10k-labels-idx1-ubyte.gz"), 8);
    }

    private static byte[] read(Path file, int header) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(header);
            return in.readAllBytes();
        }
    }

    int label(int image) {
        return labels[image];
    }

    float[] image(int image) {
        float[] grey = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            grey[i] = (pixels[image * PIXELS + i] & 0xFF) / 255f;
        }
        return grey;
    }

    /** The first images of each class in turn, so that a row shows them all. */
    List<Integer> onePerClass(int count) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; found.size() < count; i++) {
            if (label(i) == found.size() % 10 && !found.contains(i)) {
                found.add(i);
                i = -1;
            }
        }
        return found;
    }

    float[] mean(int wanted) {
        float[] sum = new float[PIXELS];
        int count = 0;
        for (int i = 0; i < 2000; i++) {
            if (label(i) == wanted) {
                float[] image = image(i);
                for (int p = 0; p < PIXELS; p++) {
                    sum[p] += image[p];
                }
                count++;
            }
        }
        for (int p = 0; p < PIXELS; p++) {
            sum[p] /= count;
        }
        return sum;
    }

    static float[] blur(float[] image, int rounds) {
        float[] now = image;
        for (int round = 0; round < rounds; round++) {
            float[] next = new float[PIXELS];
            for (int i = 0; i < PIXELS; i++) {
                next[i] = around(now, i % SIDE, i / SIDE);
            }
            now = next;
        }
        return now;
    }

    private static float around(float[] image, int x, int y) {
        float sum = 0;
        float weights = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int px = Math.max(0, Math.min(SIDE - 1, x + dx));
                int py = Math.max(0, Math.min(SIDE - 1, y + dy));
                float weight = dx == 0 && dy == 0 ? 6 : 1;
                sum += weight * image[py * SIDE + px];
                weights += weight;
            }
        }
        return sum / weights;
    }

    static double mse(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < PIXELS; i++) {
            sum += (a[i] - b[i]) * (double) (a[i] - b[i]);
        }
        return sum / PIXELS;
    }

    static int[] grey(float[] image) {
        int[] argb = new int[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            int level = Math.round(Math.max(0, Math.min(1, image[i])) * 255);
            argb[i] = 0xFF000000 | level * 0x010101;
        }
        return argb;
    }

    /** Blue below zero, orange above, grey at zero, fixed range ±0.5. */
    static int[] error(float[] original, float[] again) {
        int[] argb = new int[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            double t = Math.max(-1, Math.min(1, (again[i] - original[i]) / 0.5));
            int red = mix(0x4a, t < 0 ? 0x35 : 0xff, Math.abs(t));
            int green = mix(0x50, t < 0 ? 0x8e : 0x96, Math.abs(t));
            int blue = mix(0x58, t < 0 ? 0xff : 0x28, Math.abs(t));
            argb[i] = 0xFF000000 | red << 16 | green << 8 | blue;
        }
        return argb;
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}

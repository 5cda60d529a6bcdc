package hourglass.engine.dl4j;

import hourglass.core.spec.Window;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/** Patches of volumes with several channels: one row per place, in which a row of the window is one run of memory. */
final class WidePatches extends Patches {
    private final int run;
    private final int channels;

    WidePatches(Window window) {
        super(window);
        channels = window.large().channels();
        run = window.kernel() * channels;
    }

    @Override
    void gather(float[] large, int from, float[] patches, int image, int count) {
        Window w = window();
        int at = image * w.places() * w.patch();
        for (int sy = 0; sy < w.small().height(); sy++) {
            for (int sx = 0; sx < w.small().width(); sx++) {
                int left = sx * w.stride() - w.leftOf();
                for (int ky = 0; ky < w.kernel(); ky++) {
                    int y = sy * w.stride() - w.above() + ky;
                    if (y < 0 || y >= w.large().height()) {
                        Arrays.fill(patches, at, at + run, 0f);
                    } else {
                        gatherRow(large, from + y * w.large().width() * channels, left, patches, at);
                    }
                    at += run;
                }
            }
        }
    }

    private void gatherRow(float[] large, int row, int left, float[] patches, int at) {
        int first = Math.max(0, -left);
        int last = Math.min(window().kernel(), window().large().width() - left);
        if (first > 0) {
            Arrays.fill(patches, at, at + first * channels, 0f);
        }
        if (last < window().kernel()) {
            Arrays.fill(patches, at + last * channels, at + run, 0f);
        }
        System.arraycopy(
                large, row + (left + first) * channels, patches, at + first * channels, (last - first) * channels);
    }

    @Override
    void scatter(float[] patches, int image, int count, float[] large, int to) {
        Window w = window();
        Arrays.fill(large, to, to + w.large().size(), 0f);
        int at = image * w.places() * w.patch();
        for (int sy = 0; sy < w.small().height(); sy++) {
            for (int sx = 0; sx < w.small().width(); sx++) {
                int left = sx * w.stride() - w.leftOf();
                for (int ky = 0; ky < w.kernel(); ky++) {
                    int y = sy * w.stride() - w.above() + ky;
                    if (y >= 0 && y < w.large().height()) {
                        scatterRow(patches, at, large, to + y * w.large().width() * channels, left);
                    }
                    at += run;
                }
            }
        }
    }

    private void scatterRow(float[] patches, int at, float[] large, int row, int left) {
        int first = Math.max(0, -left);
        int last = Math.min(window().kernel(), window().large().width() - left);
        int target = row + (left + first) * channels;
        int source = at + first * channels;
        int length = (last - first) * channels;
        for (int i = 0; i < length; i++) {
            large[target + i] += patches[source + i];
        }
    }

    @Override
    void expand(FloatPointer small, FloatPointer matrix, int count) {
        Native.times(
                small,
                matrix,
                product(),
                count * window().places(),
                window().patch(),
                window().small().channels());
    }

    @Override
    void contract(FloatPointer matrix, FloatPointer small, int count) {
        Native.timesTransposed(
                product(),
                matrix,
                small,
                count * window().places(),
                window().small().channels(),
                window().patch());
    }

    @Override
    void correlate(FloatPointer small, FloatPointer gradient, float keep, int count) {
        Native.transposedTimes(
                small,
                product(),
                gradient,
                window().small().channels(),
                window().patch(),
                count * window().places(),
                keep);
    }
}

package hourglass.engine.dl4j;

import hourglass.core.spec.Window;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Patches of volumes with one channel, where a row of the window is only a few numbers: kept turned, {@code [patch ×
 * places]}, so that each place of the window is one shifted copy of the image.
 */
final class ThinPatches extends Patches {
    ThinPatches(Window window) {
        super(window);
    }

    @Override
    void gather(float[] large, int from, float[] patches, int image, int count) {
        Window w = window();
        int width = w.small().width();
        for (int k = 0; k < w.patch(); k++) {
            int shiftY = k / w.kernel() - w.above();
            int shiftX = k % w.kernel() - w.leftOf();
            int at = (k * count + image) * w.places();
            for (int sy = 0; sy < w.small().height(); sy++, at += width) {
                int y = sy * w.stride() + shiftY;
                if (y < 0 || y >= w.large().height()) {
                    Arrays.fill(patches, at, at + width, 0f);
                } else {
                    gatherRow(large, from + y * w.large().width() + shiftX, shiftX, patches, at);
                }
            }
        }
    }

    /** {@code start} may lie before the row; places without a pixel become 0. */
    private void gatherRow(float[] large, int start, int shift, float[] patches, int at) {
        Window w = window();
        int stride = w.stride();
        int first = first(shift);
        int last = last(shift);
        Arrays.fill(patches, at, at + first, 0f);
        Arrays.fill(patches, at + last, at + w.small().width(), 0f);
        if (stride == 1) {
            System.arraycopy(large, start + first, patches, at + first, last - first);
        } else {
            for (int sx = first; sx < last; sx++) {
                patches[at + sx] = large[start + sx * stride];
            }
        }
    }

    /** A window wider than its volume may lie beside it altogether; then no place of the row has a pixel. */
    private int first(int shift) {
        int beyond = shift >= 0 ? 0 : (-shift + window().stride() - 1) / window().stride();
        return Math.min(window().small().width(), beyond);
    }

    private int last(int shift) {
        int pixels = window().large().width() - shift;
        int places = (pixels + window().stride() - 1) / window().stride();
        return Math.max(first(shift), Math.min(window().small().width(), places));
    }

    @Override
    void scatter(float[] patches, int image, int count, float[] large, int to) {
        Window w = window();
        Arrays.fill(large, to, to + w.large().size(), 0f);
        int width = w.small().width();
        for (int k = 0; k < w.patch(); k++) {
            int shiftY = k / w.kernel() - w.above();
            int shiftX = k % w.kernel() - w.leftOf();
            int at = (k * count + image) * w.places();
            for (int sy = 0; sy < w.small().height(); sy++, at += width) {
                int y = sy * w.stride() + shiftY;
                if (y >= 0 && y < w.large().height()) {
                    scatterRow(patches, at, large, to + y * w.large().width() + shiftX, shiftX);
                }
            }
        }
    }

    private void scatterRow(float[] patches, int at, float[] large, int start, int shift) {
        int stride = window().stride();
        int first = first(shift);
        int last = last(shift);
        if (stride == 1) {
            for (int sx = first; sx < last; sx++) {
                large[start + sx] += patches[at + sx];
            }
        } else {
            for (int sx = first; sx < last; sx++) {
                large[start + sx * stride] += patches[at + sx];
            }
        }
    }

    @Override
    void expand(FloatPointer small, FloatPointer matrix, int count) {
        Native.transposedTimesTransposed(
                matrix,
                small,
                product(),
                window().patch(),
                count * window().places(),
                window().small().channels(),
                0f);
    }

    @Override
    void contract(FloatPointer matrix, FloatPointer small, int count) {
        Native.transposedTimesTransposed(
                product(),
                matrix,
                small,
                count * window().places(),
                window().small().channels(),
                window().patch(),
                0f);
    }

    @Override
    void correlate(FloatPointer small, FloatPointer gradient, float keep, int count) {
        Native.transposedTimesTransposed(
                small,
                product(),
                gradient,
                window().small().channels(),
                window().patch(),
                count * window().places(),
                keep);
    }
}

package hourglass.engine.dl4j;

import hourglass.core.spec.Window;
import org.bytedeco.javacpp.FloatPointer;

/**
 * What lies under the window at each place of a few images, and the products with it: a matrix P {@code [places × patch]}
 * kept in the order its volume asks for. Owned by one thread.
 */
abstract class Patches {
    /** Numbers in the patches of one chunk; with sums and images they fit into 512 kB of cache. */
    private static final int CHUNK = 48 * 1024;

    private final Window window;
    private final int capacity;
    private final float[] values;
    private final FloatPointer product;

    Patches(Window window) {
        this.window = window;
        capacity = Math.max(1, CHUNK / (window.places() * window.patch()));
        values = new float[capacity * window.places() * window.patch()];
        product = new FloatPointer((long) values.length);
    }

    static Patches of(Window window) {
        return window.large().channels() == 1 ? new ThinPatches(window) : new WidePatches(window);
    }

    final Window window() {
        return window;
    }

    /** Most images at once. */
    final int capacity() {
        return capacity;
    }

    final FloatPointer product() {
        return product;
    }

    /** Collects from {@code count} large volumes, beginning at {@code from}. */
    final void gather(float[] large, int from, int count) {
        for (int i = 0; i < count; i++) {
            gather(large, from + i * window.large().size(), values, i, count);
        }
        product.put(values, 0, count * window.places() * window.patch());
    }

    /** Adds what each place gives onto cleared large volumes; the adjoint of {@link #gather}. */
    final void scatter(float[] large, int to, int count) {
        product.get(values, 0, count * window.places() * window.patch());
        for (int i = 0; i < count; i++) {
            scatter(values, i, count, large, to + i * window.large().size());
        }
    }

    /** One image of {@code count} into {@code patches}, zero beyond the edges. */
    abstract void gather(float[] large, int from, float[] patches, int image, int count);

    /** One image of {@code count} onto a volume, which it clears before. */
    abstract void scatter(float[] patches, int image, int count, float[] large, int to);

    /** {@code P = small M}, with M {@code [small channels × patch]}. */
    abstract void expand(FloatPointer small, FloatPointer matrix, int count);

    /** {@code small = P Mᵀ}. */
    abstract void contract(FloatPointer matrix, FloatPointer small, int count);

    /** {@code gradient [small channels × patch] = smallᵀ P + keep · gradient}. */
    abstract void correlate(FloatPointer small, FloatPointer gradient, float keep, int count);

    final void release() {
        product.close();
    }
}

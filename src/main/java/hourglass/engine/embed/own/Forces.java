package hourglass.engine.embed.own;

import hourglass.core.Lanes;
import java.util.Arrays;

/**
 * The gradient of t-SNE's objective, exact but for the pairs {@link Affinities} leaves out: {@code 4 Σⱼ (e·pᵢⱼ − qᵢⱼ/Z)
 * qᵢⱼ (yᵢ − yⱼ)} with {@code qᵢⱼ = 1 / (1 + |yᵢ − yⱼ|²)} and {@code Z} the sum of all {@code q}.
 *
 * <p>All pairs are visited at each step. The loops run over a tile of points against two others at a time: no sum runs
 * along a vector, so that the virtual machine makes vectors of them, and an exact step over 10 000 points costs no more
 * than the usual approximations. Tiles are cut by the number of points alone and each is summed in one order, so the
 * answer is the same, bit for bit, for any number of lanes. For one caller at a time.
 */
final class Forces {
    private static final int TILE = 256;
    /** So far away that it repels nobody, and its square is still a number. */
    private static final float NOWHERE = 0x1p50f;

    private final Affinities affinities;
    private final Lanes lanes;
    private final int n;
    private final Buffers[] buffers;
    private final float[] xs;
    private final float[] ys;
    private final float[] pullX;
    private final float[] pullY;
    private final float[] pushX;
    private final float[] pushY;
    private final double[] sums;

    Forces(Affinities affinities, Lanes lanes) {
        this.affinities = affinities;
        this.lanes = lanes;
        n = affinities.size();
        buffers = new Buffers[lanes.most()];
        Arrays.setAll(buffers, lane -> new Buffers());
        xs = new float[n + n % 2];
        ys = new float[n + n % 2];
        pullX = new float[n];
        pullY = new float[n];
        pushX = new float[n];
        pushY = new float[n];
        sums = new double[(n + TILE - 1) / TILE];
    }

    /** Of a tile's points: places, and what pushes them. */
    private static final class Buffers {
        final float[] x = new float[TILE];
        final float[] y = new float[TILE];
        final float[] sum = new float[TILE];
        final float[] pushX = new float[TILE];
        final float[] pushY = new float[TILE];
    }

    /**
     * Writes the gradient at places {@code (x, y)}, each {@code [n]}.
     *
     * @param exaggeration factor of the attraction
     */
    void gradient(float[] x, float[] y, float exaggeration, float[] gradientX, float[] gradientY) {
        Arrays.fill(xs, NOWHERE);
        Arrays.fill(ys, NOWHERE);
        System.arraycopy(x, 0, xs, 0, n);
        System.arraycopy(y, 0, ys, 0, n);
        lanes.each(sums.length, lanes.most(), (tile, lane) -> {
            int from = tile * TILE;
            int count = Math.min(TILE, n - from);
            push(from, count, buffers[lane]);
            pull(from, count);
        });
        double all = 0;
        for (double sum : sums) {
            all += sum;
        }
        float share = (float) (1 / Math.max(all, Double.MIN_NORMAL));
        for (int i = 0; i < n; i++) {
            gradientX[i] = 4 * (exaggeration * pullX[i] - share * pushX[i]);
            gradientY[i] = 4 * (exaggeration * pullY[i] - share * pushY[i]);
        }
    }

    private void push(int from, int count, Buffers own) {
        System.arraycopy(xs, from, own.x, 0, count);
        System.arraycopy(ys, from, own.y, 0, count);
        Arrays.fill(own.sum, 0);
        Arrays.fill(own.pushX, 0);
        Arrays.fill(own.pushY, 0);
        for (int j = 0; j < xs.length; j += 2) {
            pushTwo(own.x, own.y, own.sum, own.pushX, own.pushY, xs[j], ys[j], xs[j + 1], ys[j + 1]);
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            // Each has met itself too, at distance 0.
            sum += own.sum[i] - 1;
        }
        sums[from / TILE] = sum;
        System.arraycopy(own.pushX, 0, pushX, from, count);
        System.arraycopy(own.pushY, 0, pushY, from, count);
    }

    /** Two at a time to spare loads and stores, and not four: the compiler only vectorises loops with a small body fully. */
    private static void pushTwo(
            float[] x, float[] y, float[] sum, float[] toX, float[] toY, float ax, float ay, float bx, float by) {
        for (int i = 0; i < TILE; i++) {
            float adx = x[i] - ax;
            float ady = y[i] - ay;
            float bdx = x[i] - bx;
            float bdy = y[i] - by;
            float a = 1 / Math.fma(adx, adx, Math.fma(ady, ady, 1f));
            float b = 1 / Math.fma(bdx, bdx, Math.fma(bdy, bdy, 1f));
            sum[i] += a + b;
            a *= a;
            b *= b;
            toX[i] += Math.fma(a, adx, b * bdx);
            toY[i] += Math.fma(a, ady, b * bdy);
        }
    }

    private void pull(int from, int count) {
        for (int i = from; i < from + count; i++) {
            float x = xs[i];
            float y = ys[i];
            float sumX = 0;
            float sumY = 0;
            int end = affinities.start(i + 1);
            for (int pair = affinities.start(i); pair < end; pair++) {
                int other = affinities.other(pair);
                float dx = x - xs[other];
                float dy = y - ys[other];
                float strength = affinities.weight(pair) / (1 + dx * dx + dy * dy);
                sumX += strength * dx;
                sumY += strength * dy;
            }
            pullX[i] = sumX;
            pullY[i] = sumY;
        }
    }
}

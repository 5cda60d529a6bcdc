package hourglass.engine.dl4j;

import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.Window;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Convolution and transposed convolution as matrix products over patches, a few images at a time so that the patches stay
 * in the processor's cache.
 *
 * <p>With P {@code [places × patch]} what lies under the window ({@link Patches#gather}) and M {@code [small channels ×
 * patch]} the weights, a convolution is {@code small = P Mᵀ}; its weight gradient is {@code δᵀ P} and its error below
 * {@link Patches#scatter} of {@code δ M}. A transposed convolution is {@code large = scatter(small M)}, which is the error
 * below of a convolution; its weight gradient is {@code smallᵀ gather(δ)} and its error below {@code gather(δ) Mᵀ}. So
 * both need the same five operations (Dumoulin and Visin 2016, chapter 4).
 *
 * <p>A convolution of stride 1 to fewer channels than it reads runs as a transposed one with its weights turned by half:
 * the patches are then those of the thinner side.
 */
final class WindowKernel extends LayerKernel {
    /** Enough for the lanes of a laptop, few enough that each has several images of a small batch. */
    private static final int PARTS = 4;

    private enum Direction {
        GATHER,
        SCATTER
    }

    private final Direction direction;
    /** Place of each number of M in DL4J's weights. */
    private final int[] weightAt;

    private final float[] weights;
    private final float[] matrix;
    private final float[] sum;
    private final FloatPointer matrixNative;
    private final FloatPointer[] gradientOfPart = new FloatPointer[PARTS];
    private final Bench[] benchOfLane;

    private WindowKernel(Shape shape, Window window, Direction direction, int[] weightAt, Workshop workshop) {
        super(shape, PARTS, workshop);
        this.direction = direction;
        this.weightAt = weightAt;
        weights = new float[weightAt.length];
        matrix = new float[weightAt.length];
        sum = new float[weightAt.length];
        matrixNative = new FloatPointer((long) weightAt.length);
        for (int i = 0; i < PARTS; i++) {
            gradientOfPart[i] = new FloatPointer((long) weightAt.length);
        }
        benchOfLane = new Bench[workshop.most()];
        for (int i = 0; i < benchOfLane.length; i++) {
            benchOfLane[i] = new Bench(window);
        }
    }

    /** What one lane works with. */
    private static final class Bench {
        private final Patches patches;
        private final float[] images;

        Bench(Window window) {
            patches = Patches.of(window);
            images = new float[patches.capacity() * window.large().size()];
        }
    }

    static WindowKernel of(LayerSpec.Convolution layer, Workshop workshop) {
        int channels = layer.out().channels();
        Shape shape = new Shape(
                layer.inputs(),
                layer.outputs(),
                channels,
                channels * layer.out().width());
        if (layer.stride() == 1 && layer.in().channels() > channels) {
            Window turned = Window.turned(layer);
            return new WindowKernel(shape, turned, Direction.SCATTER, turnedWeights(turned), workshop);
        }
        Window window = Window.of(layer);
        return new WindowKernel(shape, window, Direction.GATHER, straightWeights(window), workshop);
    }

    static WindowKernel of(LayerSpec.TransposedConvolution layer, Workshop workshop) {
        Window window = Window.of(layer);
        int channels = layer.out().channels();
        Shape shape = new Shape(
                layer.inputs(),
                layer.outputs(),
                channels,
                channels * layer.out().width());
        return new WindowKernel(shape, window, Direction.SCATTER, straightWeights(window), workshop);
    }

    /** DL4J keeps {@code [small][large][row][column]}; M is {@code [small][row][column][large]}. */
    private static int[] straightWeights(Window window) {
        int area = window.kernel() * window.kernel();
        int large = window.large().channels();
        int[] at = new int[window.small().channels() * window.patch()];
        for (int i = 0; i < at.length; i++) {
            int channel = i % large;
            int place = i / large % area;
            at[i] = (i / window.patch() * large + channel) * area + place;
        }
        return at;
    }

    /** DL4J keeps {@code [large][small][row][column]}, and the window is turned by half. */
    private static int[] turnedWeights(Window window) {
        int area = window.kernel() * window.kernel();
        int large = window.large().channels();
        int small = window.small().channels();
        int[] at = new int[small * window.patch()];
        for (int i = 0; i < at.length; i++) {
            int place = area - 1 - i / large % area;
            at[i] = (i % large * small + i / window.patch()) * area + place;
        }
        return at;
    }

    @Override
    void prepare(FloatPointer weightsView) {
        weightsView.get(weights);
        for (int i = 0; i < weightAt.length; i++) {
            matrix[i] = weights[weightAt[i]];
        }
        matrixNative.put(matrix);
    }

    private interface ChunkWork {
        void compute(Patches patches, int from, int count);
    }

    private void eachChunk(Part part, ChunkWork work) {
        Patches patches = benchOfLane[part.lane()].patches;
        int end = part.from() + part.count();
        for (int from = part.from(); from < end; from += patches.capacity()) {
            work.compute(patches, from, Math.min(patches.capacity(), end - from));
        }
    }

    @Override
    void sums(FloatPointer input, FloatPointer weightsView, FloatPointer scratch, float[] sums, Part part) {
        float[] images = benchOfLane[part.lane()].images;
        eachChunk(part, (patches, from, count) -> {
            if (direction == Direction.GATHER) {
                FloatPointer out = at(scratch, from, outputs());
                at(input, from, inputs()).get(images, 0, count * inputs());
                patches.gather(images, 0, count);
                patches.contract(matrixNative, out, count);
                out.get(sums, from * outputs(), count * outputs());
            } else {
                patches.expand(at(input, from, inputs()), matrixNative, count);
                patches.scatter(sums, from * outputs(), count);
            }
        });
    }

    @Override
    void backward(Pass pass, Part part) {
        FloatPointer share = gradientOfPart[part.number()];
        FloatPointer below = pass.below();
        eachChunk(part, (patches, from, count) -> {
            float keep = from == part.from() ? 0f : 1f;
            if (direction == Direction.GATHER) {
                FloatPointer error = at(pass.same(), from, outputs());
                float[] images = benchOfLane[part.lane()].images;
                at(pass.input(), from, inputs()).get(images, 0, count * inputs());
                patches.gather(images, 0, count);
                patches.correlate(error, share, keep, count);
                if (below != null) {
                    patches.expand(error, matrixNative, count);
                    patches.scatter(images, 0, count);
                    at(below, from, inputs()).put(images, 0, count * inputs());
                }
            } else {
                patches.gather(pass.error(), from * outputs(), count);
                patches.correlate(at(pass.input(), from, inputs()), share, keep, count);
                if (below != null) {
                    patches.contract(matrixNative, at(below, from, inputs()), count);
                }
            }
        });
    }

    @Override
    void finishGradient(FloatPointer gradient, int parts) {
        gradientOfPart[0].get(sum);
        for (int part = 1; part < parts; part++) {
            gradientOfPart[part].get(matrix);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += matrix[i];
            }
        }
        for (int i = 0; i < weightAt.length; i++) {
            weights[weightAt[i]] = sum[i];
        }
        gradient.put(weights);
    }

    @Override
    void release() {
        super.release();
        matrixNative.close();
        for (FloatPointer share : gradientOfPart) {
            share.close();
        }
        for (Bench bench : benchOfLane) {
            bench.patches.release();
        }
    }

    private static FloatPointer at(FloatPointer block, int image, int size) {
        return Native.at(block, (long) image * size);
    }
}

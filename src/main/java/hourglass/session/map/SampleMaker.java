package hourglass.session.map;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.metric.NeighbourTable;
import hourglass.core.metric.PrincipalPlane;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.embed.StratifiedSample;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Draws the images of a map, encodes them and finds their neighbours. */
final class SampleMaker {
    /** Below this there are no fifteen neighbours to judge a map by. */
    private static final int LEAST = 50;

    private static final int CHUNK = 250;

    private SampleMaker() {}

    static EmbeddingSample make(
            EmbeddingRequest request, long generation, NetworkFactory networks, BooleanSupplier cancelled) {
        DataSet data = request.data();
        ImageSet test = data.test();
        if (test.size() < LEAST) {
            throw new IllegalArgumentException(
                    "A map needs at least " + LEAST + " test images; " + data.name() + " has " + test.size() + ".");
        }
        int[] indices = StratifiedSample.of(
                test, request.spec().points(), request.spec().seed());
        int[] labels = Arrays.stream(indices).map(test::label).toArray();
        EmbeddingSample.Points points = points(request, indices, networks, cancelled);
        checkFinite(points.values());
        float[] plane = PrincipalPlane.scores(points.values(), points.dimension(), cancelled);
        NeighbourTable neighbours =
                NeighbourTable.of(points.values(), points.dimension(), EmbeddingQuality.VOTERS, cancelled);
        return new EmbeddingSample(generation, indices, labels, points, plane, neighbours);
    }

    private static EmbeddingSample.Points points(
            EmbeddingRequest request, int[] indices, NetworkFactory networks, BooleanSupplier cancelled) {
        ImageSet test = request.data().test();
        return switch (request.source()) {
            case PIXELS -> new EmbeddingSample.Points(test.images(indices), test.pixelsPerImage());
            case CODES -> codes(request.model(), test, indices, networks, cancelled);
        };
    }

    private static EmbeddingSample.Points codes(
            ModelSnapshot model, ImageSet test, int[] indices, NetworkFactory networks, BooleanSupplier cancelled) {
        ModelSpec spec = model.experiment().model();
        if (spec.inputSize() != test.pixelsPerImage()) {
            throw new IllegalArgumentException("This network reads images of " + spec.inputSize()
                    + " pixels, but the images of this data set have " + test.pixelsPerImage() + ".");
        }
        int size = spec.codeSize();
        float[] codes = new float[indices.length * size];
        try (Network network = networks.evaluator(spec)) {
            network.load(model.parameters());
            for (int from = 0; from < indices.length; from += CHUNK) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("cancelled");
                }
                int to = Math.min(from + CHUNK, indices.length);
                float[] part = network.encode(test.images(Arrays.copyOfRange(indices, from, to)), to - from);
                System.arraycopy(part, 0, codes, from * size, part.length);
            }
        }
        return new EmbeddingSample.Points(codes, size);
    }

    private static void checkFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException(
                        "This network cannot be put on a map because some of its codes are not"
                                + " numbers; its training has diverged.");
            }
        }
    }
}

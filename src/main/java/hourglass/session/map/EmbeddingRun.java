package hourglass.session.map;

import hourglass.core.metric.Embeddings;
import hourglass.core.metric.NeighbourTable;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.engine.embed.Embedder;
import hourglass.engine.embed.EmbedderFactory;
import hourglass.engine.embed.EmbedderInput;
import hourglass.engine.embed.EmbedderMemory;
import hourglass.engine.embed.EmbedderPoints;
import hourglass.engine.model.NetworkFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One map from its sample to its quality, on the caller's thread: prepare, {@link #step} until {@link #isDone}, then
 * {@link #quality}. For one thread, the same throughout.
 */
public final class EmbeddingRun {
    private final EmbeddingRequest request;
    private final EmbeddingSample sample;
    private final EmbedderFactory embedders;
    private @Nullable Embedder embedder;
    private @Nullable EmbeddingFrame frame;
    private long nanos;
    private long stepNanos;

    private EmbeddingRun(EmbeddingRequest request, EmbeddingSample sample, EmbedderFactory embedders) {
        this.request = request;
        this.sample = sample;
        this.embedders = embedders;
    }

    /**
     * Draws the sample and encodes it with a network of its own.
     *
     * @param networks asked for one network, which is closed again; not asked where the map is made of pixels
     * @throws IllegalArgumentException in one sentence if no map can be made of this data or network
     * @throws java.util.concurrent.CancellationException if {@code cancelled} says so
     */
    public static EmbeddingRun prepare(EmbeddingRequest request, NetworkFactory networks, BooleanSupplier cancelled) {
        return prepare(
                new Task(
                        request,
                        0,
                        (input, spec) -> Embedders.start(
                                input, spec, networks.computing().lanes())),
                networks,
                cancelled);
    }

    /** What a run works on; {@code generation} is stamped on all it gives out. */
    record Task(EmbeddingRequest request, long generation, EmbedderFactory embedders) {}

    static EmbeddingRun prepare(Task task, NetworkFactory networks, BooleanSupplier cancelled) {
        EmbeddingRequest request = task.request();
        // Before anything else is computed: the answer will not get better.
        EmbedderMemory.check(
                request.spec(),
                Math.min(request.spec().points(), request.data().test().size()));
        EmbeddingSample sample = SampleMaker.make(request, task.generation(), networks, cancelled);
        return new EmbeddingRun(request, sample, task.embedders());
    }

    /** The points and their codes. */
    public EmbeddingSample sample() {
        return sample;
    }

    /** The newest places; empty before the first step. */
    public Optional<EmbeddingFrame> frame() {
        return Optional.ofNullable(frame);
    }

    /** Whether all iterations are done. */
    public boolean isDone() {
        return frame != null && frame.iteration() >= request.spec().iterations();
    }

    /**
     * The first step finds each point's neighbourhood, which takes a while, and gives the starting positions; each further
     * one moves the points on by some iterations.
     *
     * @throws IllegalArgumentException in one sentence if no map can be made of these codes
     * @throws hourglass.engine.EngineException in one sentence if the points flew apart
     */
    public EmbeddingFrame step() {
        EmbeddingFrame last = frame;
        if (last != null && isDone()) {
            return last;
        }
        long begun = System.nanoTime();
        Embedder moving = embedder;
        if (moving == null) {
            moving = embedders.start(input(), request.spec());
            embedder = moving;
            nanos += System.nanoTime() - begun;
        } else {
            moving.advance(untilNextMark(moving));
            stepNanos += System.nanoTime() - begun;
        }
        EmbeddingFrame newest = frame(moving);
        frame = newest;
        if (isDone()) {
            // Hundreds of megabytes that nobody needs any more.
            embedder = null;
        }
        return newest;
    }

    /** No slice reaches over the end of the exaggeration, so that each frame belongs to one stage. */
    private int untilNextMark(Embedder moving) {
        int done = moving.iteration();
        int end = moving.exaggerationIterations();
        return (done < end
                        ? Math.min(end, request.spec().iterations())
                        : request.spec().iterations())
                - done;
    }

    private EmbedderInput input() {
        EmbedderPoints.Scale scale =
                request.source() == MapSource.CODES ? EmbedderPoints.Scale.EACH : EmbedderPoints.Scale.TOGETHER;
        return new EmbedderInput(sample.points().values(), sample.dimension(), sample.plane(), scale);
    }

    private EmbeddingFrame frame(Embedder moving) {
        int done = moving.iteration();
        EmbeddingFrame.Stage stage = done < moving.exaggerationIterations()
                ? EmbeddingFrame.Stage.EXAGGERATION
                : EmbeddingFrame.Stage.SETTLING;
        EmbeddingFrame.Mark mark = new EmbeddingFrame.Mark(
                sample.generation(), done, request.spec().iterations(), stage);
        return new EmbeddingFrame(
                mark, moving.coordinates(), Duration.ofNanos(nanos + stepNanos), Duration.ofNanos(remaining(done)));
    }

    private long remaining(int done) {
        EmbeddingSpec spec = request.spec();
        double perIteration = done == 0 ? EmbeddingCost.iterationNanos(spec, sample.size()) : (double) stepNanos / done;
        return (long) (perIteration * (spec.iterations() - done));
    }

    /**
     * How far the newest places may be believed; a second or so for thousands of points.
     *
     * @throws IllegalStateException before the first step
     * @throws java.util.concurrent.CancellationException if {@code cancelled} says so
     */
    public EmbeddingQuality quality(BooleanSupplier cancelled) {
        EmbeddingFrame last = frame;
        if (last == null) {
            throw new IllegalStateException("a map has no quality before its first step");
        }
        return new EmbeddingQuality(
                sample.generation(),
                fidelity(last.coordinates(), cancelled),
                fidelity(sample.plane(), cancelled),
                sample.codeAccuracy());
    }

    private EmbeddingQuality.Fidelity fidelity(float[] picture, BooleanSupplier cancelled) {
        float[] codes = sample.points().values();
        int dimension = sample.dimension();
        int k = EmbeddingQuality.NEIGHBOURS;
        NeighbourTable near = NeighbourTable.of(picture, 2, EmbeddingQuality.VOTERS, cancelled);
        return new EmbeddingQuality.Fidelity(
                Embeddings.trustworthiness(codes, dimension, picture, 2, k, cancelled),
                Embeddings.continuity(codes, dimension, picture, 2, k, cancelled),
                near.accuracy(sample.labels(), EmbeddingQuality.VOTERS));
    }

    /** All of it. */
    public EmbeddingResult result(BooleanSupplier cancelled) {
        EmbeddingQuality quality = quality(cancelled);
        return new EmbeddingResult(request, sample, step(), quality);
    }
}

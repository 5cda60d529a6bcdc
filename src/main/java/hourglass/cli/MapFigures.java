package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.NetworkFactory;
import hourglass.figures.MapFigure;
import hourglass.figures.Tables;
import hourglass.session.map.EmbeddingRequest;
import hourglass.session.map.EmbeddingResult;
import hourglass.session.map.EmbeddingRun;
import hourglass.session.map.MapSource;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** The t-SNE map of the codes beside their principal components, as a picture and in numbers. */
final class MapFigures {
    private final ModelSnapshot snapshot;
    private final DataSet data;
    private final FigureFolder figures;

    MapFigures(ModelSnapshot snapshot, DataSet data, FigureFolder figures) {
        this.snapshot = snapshot;
        this.data = data;
        this.figures = figures;
    }

    void write(EmbeddingSpec spec, NetworkFactory networks, BooleanSupplier cancelled) throws IOException {
        EmbeddingResult result;
        try {
            result = run(new EmbeddingRequest(fitting(spec), MapSource.CODES, snapshot, data), networks, cancelled);
        } catch (IllegalArgumentException impossible) {
            figures.say("No map: " + impossible.getMessage());
            return;
        }
        float[] map = result.frame().coordinates();
        int iterations = result.request().spec().iterations();
        figures.save("map.csv", Tables.map(result.request(), result.sample(), map, iterations));
        figures.save(
                "map.png",
                MapFigure.of(result.request(), result.sample(), map, iterations, Optional.of(result.quality())));
    }

    /** Of few images each listens to fewer. */
    private EmbeddingSpec fitting(EmbeddingSpec spec) {
        double most = Math.floor(Math.min(spec.points(), data.test().size()) / 3.0);
        return spec.withPerplexity(Math.min(spec.perplexity(), Math.max(EmbeddingSpec.LEAST_PERPLEXITY, most)));
    }

    private static EmbeddingResult run(EmbeddingRequest request, NetworkFactory networks, BooleanSupplier cancelled) {
        EmbeddingRun run = EmbeddingRun.prepare(request, networks, cancelled);
        while (!run.isDone()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("interrupted");
            }
            run.step();
        }
        return run.result(cancelled);
    }
}

package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.core.plot.NiceTicks;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.NetworkFactory;
import hourglass.figures.FigureCaption;
import hourglass.figures.MapFigure;
import hourglass.figures.MapPanel;
import hourglass.figures.MapTable;
import hourglass.session.map.EmbeddingQuality;
import hourglass.session.map.EmbeddingRequest;
import hourglass.session.map.EmbeddingResult;
import hourglass.session.map.EmbeddingRun;
import hourglass.session.map.EmbeddingSample;
import hourglass.session.map.MapSource;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
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
        EmbeddingSample sample = result.sample();
        float[] map = result.frame().coordinates();
        figures.save("map.csv", file -> MapTable.write(file, data.test(), sample.testIndices(), map));
        figures.png("map.png", figure(result, map));
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

    private MapFigure figure(EmbeddingResult result, float[] map) {
        EmbeddingSample sample = result.sample();
        EmbeddingSpec spec = result.request().spec();
        EmbeddingQuality quality = result.quality();
        String network = new FigureCaption(
                        snapshot.experiment().describe(),
                        snapshot.progress().epochs(),
                        snapshot.experiment().seed(),
                        data.name())
                .line();
        String caption = String.format(
                Locale.ROOT,
                "%s · t-SNE of %d test codes, %d iterations, seed %d · 10-NN accuracy among the codes %.3f."
                        + " Sizes of clusters and distances between them mean nothing.",
                network,
                sample.size(),
                spec.iterations(),
                spec.seed(),
                quality.codeAccuracy());
        String title = "t-SNE, perplexity " + NiceTicks.format(spec.perplexity(), 4);
        return new MapFigure(
                List.of(
                        new MapPanel(title, words(quality.map()), map, sample.labels()),
                        new MapPanel("PCA of the same codes", words(quality.pca()), sample.pca(), sample.labels())),
                data.test().classNames(),
                caption);
    }

    private static String words(EmbeddingQuality.Fidelity fidelity) {
        return String.format(
                Locale.ROOT,
                "trustworthiness %.3f, continuity %.3f, 10-NN %.3f",
                fidelity.trustworthiness(),
                fidelity.continuity(),
                fidelity.accuracy());
    }
}

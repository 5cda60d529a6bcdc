package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.core.metric.Clipping;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.train.TrainingRun;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.map.EmbeddingQuality;
import hourglass.session.map.EmbeddingRequest;
import hourglass.session.map.EmbeddingRun;
import hourglass.session.map.MapSource;
import java.util.Locale;

/** How long maps of codes and principal components of the pixels take, and how faithful the maps are. */
final class MapBench {
    private static final long SEED = 7;
    private static final int COMPONENTS = 64;
    private static final double NANO = 1e-9;

    private final NetworkFactory networks;
    private final DataSet data;
    private final CancelToken token;

    MapBench(NetworkFactory networks, DataSet data, CancelToken token) {
        this.networks = networks;
        this.data = data;
        this.token = token;
    }

    /** A map with these settings of {@code model}'s codes, in a line; empty where it was broken off. */
    String line(EmbeddingSpec spec, ModelSnapshot model) {
        EmbeddingRun run =
                EmbeddingRun.prepare(new EmbeddingRequest(spec, MapSource.CODES, model, data), networks, token);
        long start = System.nanoTime();
        while (!run.isDone() && !token.isCancelled()) {
            run.step();
        }
        if (token.isCancelled()) {
            return "";
        }
        double seconds = (System.nanoTime() - start) * NANO;
        long judging = System.nanoTime();
        EmbeddingQuality quality = run.quality(token);
        return String.format(
                Locale.ROOT,
                "t-SNE (%s) of %d codes of %s, %d iterations: %.1f s, trustworthiness %.4f (PCA %.4f), continuity %.4f;"
                        + " judged in %.1f s",
                spec.engine() == EmbeddingSpec.Engine.OWN ? "own" : "Smile",
                run.sample().size(),
                model.experiment().name(),
                spec.iterations(),
                seconds,
                quality.map().trustworthiness(),
                quality.pca().trustworthiness(),
                quality.map().continuity(),
                (System.nanoTime() - judging) * NANO);
    }

    /** Principal components of all training images, in a line. */
    String principalComponents() {
        long start = System.nanoTime();
        PcaBasis basis = PcaBasis.fit(data.train(), networks.computing(), token);
        double seconds = (System.nanoTime() - start) * NANO;
        return String.format(
                        Locale.ROOT,
                        "PCA of %d images of %d pixels: %.2f s",
                        data.train().size(),
                        data.train().pixelsPerImage(),
                        seconds)
                + String.format(
                        Locale.ROOT,
                        ", test error of %d components %.6f",
                        COMPONENTS,
                        basis.meanSquaredError(data.test(), COMPONENTS, Clipping.NONE, token));
    }

    /** A network after one epoch, which is enough for codes that tell the classes apart. */
    ModelSnapshot trained() {
        Experiment experiment = Preset.DENSE_64.experiment(
                new DataSpec(data.name(), data.fingerprint()),
                data.train().width(),
                data.train().height(),
                SEED);
        try (TrainingRun run = TrainingRun.start(networks, experiment, data)) {
            for (int step = 0; step < run.batchesPerEpoch() && !token.isCancelled(); step++) {
                run.step();
            }
            return run.lightSnapshot();
        }
    }
}

package hourglass.cli;

import hourglass.core.data.DataSet;
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

/** How long the map of 2 000 codes takes, and how faithful it is, after a short training of the network it shows. */
final class MapBench {
    private static final long SEED = 7;

    private final NetworkFactory networks;
    private final DataSet data;
    private final CancelToken token;

    MapBench(NetworkFactory networks, DataSet data, CancelToken token) {
        this.networks = networks;
        this.data = data;
        this.token = token;
    }

    /** One line; empty where it was broken off. */
    String line() {
        EmbeddingSpec spec = EmbeddingSpec.standard(SEED);
        EmbeddingRun run =
                EmbeddingRun.prepare(new EmbeddingRequest(spec, MapSource.CODES, trained(), data), networks, token);
        long start = System.nanoTime();
        while (!run.isDone() && !token.isCancelled()) {
            run.step();
        }
        if (token.isCancelled()) {
            return "";
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        EmbeddingQuality quality = run.quality(token);
        return String.format(
                Locale.ROOT,
                "t-SNE of %d codes of %s, %d iterations: %.1f s, trustworthiness %.4f (PCA %.4f), continuity %.4f",
                spec.points(),
                Preset.DENSE_64.id(),
                spec.iterations(),
                seconds,
                quality.map().trustworthiness(),
                quality.pca().trustworthiness(),
                quality.map().continuity());
    }

    /** One epoch is enough for codes that tell the classes apart. */
    private ModelSnapshot trained() {
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

package hourglass.ui.map;

import hourglass.core.data.DataSet;
import hourglass.core.data.Sketchwear;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Progress;
import hourglass.engine.store.ModelStore;
import hourglass.session.ask.InferenceService;
import hourglass.session.concurrent.Worker;
import hourglass.session.data.DataService;
import hourglass.session.data.DataSources;
import hourglass.session.look.Suitability;
import hourglass.session.map.EmbeddingPhase;
import hourglass.session.map.EmbeddingService;
import hourglass.session.project.ModelService;
import hourglass.testing.NoNetwork;
import hourglass.testing.Patience;
import hourglass.testing.Shown;
import hourglass.testing.SmallData;
import hourglass.testing.Snapshots;
import hourglass.testing.Workers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** The model over real services and real maps of 240 garments, with a network that is not one. */
final class Bench implements AutoCloseable {
    static final DataSet DATA = Sketchwear.generate(3, 20, 240);

    final HalvingNetworks networks = new HalvingNetworks();
    final AtomicReference<DataSet> next = new AtomicReference<>();
    private final Workers workers = new Workers();
    private final Worker inference = workers.named("inference");
    private final Worker embedding = workers.named("embedding");
    private final Worker io = workers.named("io");
    final DataService data;
    final ModelService models;
    final EmbeddingService maps;
    final Shown show;
    final MapModel model;

    Bench(DataSet first) {
        DataSources sources = NoNetwork.sources(Path.of("nowhere"), (path, seed, cancelled) -> next.get());
        data = new DataService(sources, io, first);
        models = new ModelService(new ModelStore("test"), io, snapshot(0), "dense-64");
        show = new Shown(models, data);
        maps = new EmbeddingService(embedding, () -> networks);
        model = new MapModel(
                show.showcase.chooser(Suitability.FITTING), new InferenceService(inference, () -> networks), maps);
        model.shownProperty().set(true);
    }

    static ModelSnapshot snapshot(int epochs) {
        var experiment = SmallData.dense(DATA, 1);
        return Snapshots.of(epochs == 0 ? "shipped" : "run", experiment, new Progress(epochs, 0, epochs));
    }

    /** Ticks until something is so. */
    void until(BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        model.tick();
        Patience patience = new Patience();
        while (!so.getAsBoolean()) {
            patience.lasts();
            workers.check();
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "waited in vain; the map is " + model.progressProperty().get());
            }
            Thread.sleep(5);
            model.tick();
        }
    }

    void untilJudged() throws InterruptedException {
        until(() -> phase() == EmbeddingPhase.COMPLETED
                && map().flatMap(ShownMap::quality).isPresent());
    }

    EmbeddingPhase phase() {
        return model.progressProperty().get().phase();
    }

    Optional<ShownMap> map() {
        return model.mapProperty().get();
    }

    /** Small enough to be there in a moment. */
    void chooseSmallSettings() {
        model.settings().points().textProperty().set("200");
        model.settings().iterations().textProperty().set("260");
        model.settings().perplexity().textProperty().set("15");
    }

    void open(DataSet other, Path folder) throws InterruptedException {
        next.set(other);
        data.open(folder);
        Workers.flush(io);
    }

    @Override
    public void close() {
        maps.cancel();
        maps.cancelSeries();
        networks.letPass();
        workers.close();
    }
}

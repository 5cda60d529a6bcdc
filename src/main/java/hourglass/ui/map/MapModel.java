package hourglass.ui.map;

import hourglass.core.Identity;
import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.session.ask.InferenceService;
import hourglass.session.history.History;
import hourglass.session.look.Chooser;
import hourglass.session.map.EmbeddingCost;
import hourglass.session.map.EmbeddingFrame;
import hourglass.session.map.EmbeddingPhase;
import hourglass.session.map.EmbeddingQuality;
import hourglass.session.map.EmbeddingRequest;
import hourglass.session.map.EmbeddingSample;
import hourglass.session.map.EmbeddingService;
import hourglass.session.map.EmbeddingState;
import hourglass.session.map.MapSource;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.NetworkChoice;
import hourglass.ui.kit.Undoable;
import hourglass.ui.scatter.PointLook;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What the Map view shows: starts maps of the network chosen and follows the one under way. */
public final class MapModel {
    /** Points of the map that starts by itself: there within seconds. */
    static final int FIRST_POINTS = 1000;

    private final Chooser chooser;
    private final EmbeddingService maps;
    private final NetworkChoice networks;
    private final MapSettings settings = new MapSettings();
    private final PointDesk points;
    private final SeriesModel series;
    private final OwnPlace own;

    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final ObjectProperty<MapSource> source = new SimpleObjectProperty<>(this, "source", MapSource.CODES);
    private final ObjectProperty<PointLook> look = new SimpleObjectProperty<>(this, "look", PointLook.DOTS);
    private final ReadOnlyObjectWrapper<Optional<ShownMap>> map =
            new ReadOnlyObjectWrapper<>(this, "map", Optional.empty());
    private final ReadOnlyObjectWrapper<MapProgress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", MapProgress.IDLE);
    private final ReadOnlyObjectWrapper<List<String>> classNames =
            new ReadOnlyObjectWrapper<>(this, "classNames", List.of());
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
    private final ReadOnlyStringWrapper cost = new ReadOnlyStringWrapper(this, "cost", "");
    private final ReadOnlyStringWrapper stale = new ReadOnlyStringWrapper(this, "stale", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

    private @Nullable Mapped started;
    private @Nullable DataSet costed;
    private boolean byItself = true;
    private @Nullable EmbeddingState seenState;
    private @Nullable EmbeddingFrame seenFrame;

    /** Over the services it looks at. */
    public MapModel(Chooser chooser, InferenceService inference, EmbeddingService maps) {
        this.chooser = chooser;
        this.maps = maps;
        networks = new NetworkChoice(chooser);
        points = new PointDesk(inference);
        series = new SeriesModel(maps);
        own = new OwnPlace(inference);
        look.addListener((observed, before, now) -> map.set(map.get().map(this::dressed)));
        map.addListener((observed, before, now) -> points.follow(now));
        settings.specProperty().addListener((observed, before, now) -> refreshCost());
        refreshCost();
    }

    /** Looks at everything once; FX thread, at most thirty times a second. */
    public void tick() {
        if (!shown.get()) {
            return;
        }
        networks.tick();
        Mapped now = mapped();
        followData(now.data());
        startByItself(now);
        takeState();
        takeSample();
        takeFrame();
        takeQuality();
        stale.set(map.get()
                .filter(one -> !isUnderWay() && !one.mapped().isAsGoodAs(now))
                .map(one -> Words.stale(one.mapped(), now))
                .orElse(""));
        points.tick();
        own.tick(chooser.own(), map.get());
        series.tick();
    }

    /** A map has no more points than there are images. */
    private void followData(DataSet now) {
        if (!Identity.same(now, costed)) {
            costed = now;
            refreshCost();
        }
    }

    private Mapped mapped() {
        return new Mapped(chooser.look(), source.get());
    }

    /** So that there is something to see at once; later maps are the user's, unless the data changed under the first. */
    private void startByItself(Mapped now) {
        boolean otherData = started != null && !started.look().isOfSameData(now.look());
        if (byItself && (started == null || otherData)) {
            start(now, first(now.data().test().size()));
        }
    }

    /** Of few images each listens to fewer. */
    private static EmbeddingSpec first(int images) {
        // A rate of a twelfth of the points keeps few of them from flying apart (Belkina et al. 2019).
        EmbeddingSpec usual = EmbeddingSpec.standard(7)
                .withPoints(FIRST_POINTS)
                .withLearningRate(Math.max(50, FIRST_POINTS / 12))
                .withEngine(EmbeddingSpec.Engine.SMILE);
        double most = Math.max(EmbeddingSpec.LEAST_PERPLEXITY, Math.floor(images / 3.0));
        return usual.withPerplexity(Math.min(usual.perplexity(), most));
    }

    private void start(Mapped mapped, EmbeddingSpec spec) {
        started = mapped;
        problem.set("");
        if (map.get().isEmpty()) {
            classNames.set(mapped.data().test().classNames());
        }
        maps.start(new EmbeddingRequest(spec, mapped.source(), mapped.snapshot(), mapped.data()));
    }

    private boolean isUnderWay() {
        return progress.get().phase().isActive();
    }

    private void takeState() {
        EmbeddingState now = maps.state();
        if (!Identity.same(now, seenState)) {
            seenState = now;
            problem.set(now.message());
            progress.set(MapProgress.of(now.phase(), frameOf(now)));
        }
    }

    private Optional<EmbeddingFrame> frameOf(EmbeddingState state) {
        return maps.frame().filter(frame -> frame.generation() == state.generation());
    }

    private void takeSample() {
        Optional<EmbeddingSample> newest = maps.sample();
        EmbeddingState now = maps.state();
        boolean known = map.get().map(ShownMap::sample).equals(newest);
        Mapped mapped = started;
        EmbeddingRequest request = now.request();
        if (newest.isEmpty() || known || mapped == null || request == null) {
            return;
        }
        if (newest.get().generation() == now.generation()) {
            // The legend is of the points on the screen; those before stay there until now.
            classNames.set(mapped.data().test().classNames());
            map.set(Optional.of(dressed(ShownMap.of(mapped, request.spec(), newest.get()))));
            title.set(title(mapped, request.spec(), newest.get()));
        }
    }

    private String title(Mapped mapped, EmbeddingSpec spec, EmbeddingSample sample) {
        String of = Messages.text("map.title", Numbers.count(sample.size()), Words.mapped(mapped));
        String words = spec.engine() == EmbeddingSpec.Engine.SMILE ? Messages.text("map.title.by-smile", of) : of;
        return byItself ? Messages.text("map.title.by-itself", words) : words;
    }

    private ShownMap dressed(ShownMap plain) {
        if (look.get() == PointLook.DOTS || plain.hasImages()) {
            return plain;
        }
        ImageSet test = plain.mapped().data().test();
        return plain.withImages(Greys.tiles(test, plain.sample().testIndices()));
    }

    private void takeFrame() {
        EmbeddingFrame newest = maps.frame().orElse(null);
        Optional<ShownMap> current = map.get();
        if (newest == null || newest == seenFrame || current.isEmpty()) {
            return;
        }
        if (current.get().sample().generation() == newest.generation()) {
            seenFrame = newest;
            map.set(Optional.of(current.get().at(newest)));
            progress.set(MapProgress.of(maps.state().phase(), Optional.of(newest)));
        }
    }

    private void takeQuality() {
        Optional<EmbeddingQuality> newest = maps.quality();
        Optional<ShownMap> current = map.get();
        if (newest.isPresent()
                && current.isPresent()
                && current.get().quality().isEmpty()
                && newest.get().generation() == current.get().sample().generation()) {
            map.set(Optional.of(current.get().judged(newest.get())));
        }
    }

    private void refreshCost() {
        cost.set(settings.specProperty()
                .get()
                .map(spec -> Numbers.cost(
                        EmbeddingCost.of(spec, chooser.look().test().size())))
                .orElse(""));
    }

    /** Starts a map with the settings as they are; one under way ends. */
    public void run() {
        settings.specProperty().get().ifPresent(spec -> {
            byItself = false;
            start(mapped(), spec);
            takeState();
        });
    }

    /** Starts a map of what is chosen with these settings, unless it is the one on the screen. */
    void show(EmbeddingSpec spec) {
        Mapped now = mapped();
        if (map.get()
                .filter(one -> one.spec().equals(spec) && one.mapped().isAsGoodAs(now))
                .isEmpty()) {
            byItself = false;
            start(now, spec);
            takeState();
        }
    }

    /** Whether the points on the screen are those of the map started last. */
    boolean isOnScreen() {
        return map.get()
                .filter(one -> one.sample().generation() == maps.state().generation())
                .isPresent();
    }

    /** Waits, or goes on. */
    public void pauseOrResume() {
        if (maps.state().phase() == EmbeddingPhase.PAUSED) {
            maps.resume();
        } else {
            maps.pause();
        }
        takeState();
    }

    /** Ends the map under way; its points stay where they are. */
    public void cancel() {
        byItself = false;
        maps.cancel();
        takeState();
    }

    /** Starts five maps at different perplexities or seeds, or shows them if they are there. */
    void showSeries(SeriesKind kind) {
        EmbeddingSpec spec = settings.specProperty().get().orElseGet(() -> EmbeddingSpec.standard(7));
        series.show(kind, mapped(), spec);
    }

    /** Starts the same five maps again, of what is in use now. */
    void runSeriesAgain(SeriesKind kind) {
        EmbeddingSpec spec = settings.specProperty().get().orElseGet(() -> EmbeddingSpec.standard(7));
        series.start(kind, mapped(), spec);
    }

    /** Whether somebody can see the view; maps under way go on otherwise, but nothing is shown. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** What the next map is made of. */
    public ObjectProperty<MapSource> sourceProperty() {
        return source;
    }

    /** What points are drawn as. */
    ObjectProperty<PointLook> lookProperty() {
        return look;
    }

    /** Settings of the next map. */
    MapSettings settings() {
        return settings;
    }

    /** Network of the next map. */
    NetworkChoice networks() {
        return networks;
    }

    /** From now on choices by hand can be taken back. */
    public void remember(History history) {
        Undoable.follow(history, Messages.text("undo.class"), points.isolatedProperty());
        Undoable.follow(history, Messages.text("undo.points"), points.selectionProperty());
    }

    /** Hover, selection, isolated class. */
    PointDesk points() {
        return points;
    }

    /** Where the image of one's own belongs. */
    OwnPlace own() {
        return own;
    }

    /** Small multiples. */
    SeriesModel series() {
        return series;
    }

    /** The map on the screen. */
    ReadOnlyObjectProperty<Optional<ShownMap>> mapProperty() {
        return map.getReadOnlyProperty();
    }

    /** How far the map under way is. */
    ReadOnlyObjectProperty<MapProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Classes of the map on the screen. */
    public ReadOnlyObjectProperty<List<String>> classNamesProperty() {
        return classNames.getReadOnlyProperty();
    }

    /** What the map on the screen is of, in words. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** What the next map will cost, in a sentence. */
    public ReadOnlyStringProperty costProperty() {
        return cost.getReadOnlyProperty();
    }

    /** Why the map on the screen is not of what is in use now; empty when it is. */
    public ReadOnlyStringProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** Why the last map failed; empty when it did not. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}

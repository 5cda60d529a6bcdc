package hourglass.ui.map;

import hourglass.core.spec.EmbeddingSpec;
import hourglass.session.file.ViewStates;
import hourglass.session.map.EmbeddingSample;
import hourglass.session.map.MapSource;
import hourglass.ui.kit.FigureCommand;
import hourglass.ui.kit.ViewMemory;
import hourglass.ui.scatter.PointLook;
import hourglass.ui.scatter.PointSelection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the Map view is set; the map on the screen is computed again, which gives the same points. */
public final class MapMemory {
    private MapMemory() {}

    /** Of this view. */
    public static ViewMemory<ViewStates.Embedding> of(MapModel model) {
        return new ViewMemory<>(
                () -> state(model),
                () -> model.shownProperty().get(),
                state -> set(model, state),
                state -> select(model, state));
    }

    /** What makes the map on the screen again; the command line makes maps of codes. */
    public static Optional<FigureCommand> command(MapModel model) {
        return model.mapProperty()
                .get()
                .filter(map -> map.mapped().source() == MapSource.CODES)
                .map(map -> FigureCommand.of(map.mapped().look(), words(map.spec())));
    }

    /** The words for these settings. */
    public static List<String> words(EmbeddingSpec spec) {
        return List.of(
                "render",
                "--map-points",
                Integer.toString(spec.points()),
                "--map-perplexity",
                Numbers.plain(spec.perplexity()),
                "--map-iterations",
                Integer.toString(spec.iterations()),
                "--map-rate",
                Numbers.plain(spec.learningRate()),
                "--map-seed",
                Long.toString(spec.seed()),
                "--map-engine",
                ViewStates.word(spec.engine()));
    }

    private static ViewStates.Embedding state(MapModel model) {
        MapSettings typed = model.settings();
        return new ViewStates.Embedding(
                ViewStates.word(model.sourceProperty().get()),
                ViewStates.word(model.lookProperty().get()),
                new ViewStates.Typed(
                        typed.points().textProperty().get(),
                        typed.perplexity().textProperty().get(),
                        typed.iterations().textProperty().get(),
                        typed.learningRate().textProperty().get(),
                        typed.seed().textProperty().get(),
                        ViewStates.word(typed.engineProperty().get())),
                model.mapProperty().get().map(ShownMap::spec),
                model.points().isolatedProperty().get(),
                selected(model));
    }

    private static List<Integer> selected(MapModel model) {
        PointSelection selection = model.points().selectionProperty().get();
        return model.mapProperty().get().map(ShownMap::sample).stream()
                .flatMap(sample -> Arrays.stream(selection.indices())
                        .filter(point -> point < sample.size())
                        .mapToObj(sample::testIndex))
                .toList();
    }

    private static void set(MapModel model, ViewStates.Embedding state) {
        ViewStates.setting(MapSource.class, state.source()).ifPresent(model.sourceProperty()::set);
        ViewStates.setting(PointLook.class, state.points()).ifPresent(model.lookProperty()::set);
        MapSettings typed = model.settings();
        typed.points().textProperty().set(state.settings().points());
        typed.perplexity().textProperty().set(state.settings().perplexity());
        typed.iterations().textProperty().set(state.settings().iterations());
        typed.learningRate().textProperty().set(state.settings().learningRate());
        typed.seed().textProperty().set(state.settings().seed());
        ViewStates.setting(EmbeddingSpec.Engine.class, state.settings().engine())
                .ifPresent(typed.engineProperty()::set);
        state.shown().ifPresent(model::show);
    }

    private static boolean select(MapModel model, ViewStates.Embedding state) {
        if (!model.isOnScreen()) {
            return false;
        }
        ShownMap map = model.mapProperty().get().orElseThrow();
        EmbeddingSample sample = map.sample();
        if (state.isolated() < map.mapped().data().test().classCount()) {
            model.points().isolatedProperty().set(state.isolated());
        }
        Set<Integer> wanted = Set.copyOf(state.selected());
        model.points()
                .selectionProperty()
                .set(PointSelection.where(sample.size(), point -> wanted.contains(sample.testIndex(point))));
        return true;
    }
}

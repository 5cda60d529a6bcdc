package hourglass.app;

import hourglass.session.look.Chooser;
import hourglass.session.look.Suitability;
import hourglass.ui.data.DataModel;
import hourglass.ui.data.DataView;
import hourglass.ui.denoise.DenoiseMemory;
import hourglass.ui.denoise.DenoiseModel;
import hourglass.ui.denoise.DenoiseView;
import hourglass.ui.inside.InsideModel;
import hourglass.ui.inside.InsideView;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.FigureCommand;
import hourglass.ui.kit.FrameClock;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Undoable;
import hourglass.ui.latent.LatentMemory;
import hourglass.ui.latent.LatentModel;
import hourglass.ui.latent.LatentView;
import hourglass.ui.map.MapMemory;
import hourglass.ui.map.MapModel;
import hourglass.ui.map.MapView;
import hourglass.ui.oddities.OdditiesMemory;
import hourglass.ui.oddities.OdditiesModel;
import hourglass.ui.oddities.OdditiesView;
import hourglass.ui.pictures.OwnImageModel;
import hourglass.ui.reconstruct.ReconstructMemory;
import hourglass.ui.reconstruct.ReconstructModel;
import hourglass.ui.reconstruct.ReconstructView;
import hourglass.ui.runs.RunsModel;
import hourglass.ui.runs.RunsView;
import hourglass.ui.runs.SweepModel;
import hourglass.ui.shell.ShellModel;
import hourglass.ui.shell.ViewEntry;
import hourglass.ui.train.TrainModel;
import hourglass.ui.train.TrainView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/** The places in the window, in the order of the rail, each with its model on the clock from the start. */
final class Views {
    private final Services services;
    private final Appearance appearance;
    private final ShellModel shell;
    private final FrameClock clock;
    private final OwnImageModel own;
    private final List<ViewEntry> entries = new ArrayList<>();
    private final Map<Integer, Supplier<List<Exportable>>> exports = new HashMap<>();

    private final Map<Integer, Supplier<Optional<FigureCommand>>> commands = new HashMap<>();
    private final Map<Integer, Chooser> choosers = new HashMap<>();
    private final Chooser train;
    private final Memories memories = new Memories();

    Views(Services services, Appearance appearance, ShellModel shell, FrameClock clock, OwnImageModel own) {
        this.services = services;
        this.appearance = appearance;
        this.shell = shell;
        this.clock = clock;
        this.own = own;
        train = services.showcase.chooser(Suitability.ANY);
    }

    /** All of them. */
    List<ViewEntry> entries() {
        return List.copyOf(entries);
    }

    /** How they look. */
    Appearance appearance() {
        return appearance;
    }

    /** Figures of a view; none before it was first shown. */
    List<Exportable> exports(int view) {
        return exports.getOrDefault(view, List::of).get();
    }

    /** What makes the figures of a view again; empty where no command does. */
    Optional<FigureCommand> command(int view) {
        return commands.getOrDefault(view, Optional::empty).get();
    }

    /** The same for the view added next. */
    private void command(Supplier<Optional<FigureCommand>> command) {
        commands.put(entries.size(), command);
    }

    /** For the view added next. */
    private Chooser chooser(Suitability suitability) {
        Chooser chooser = services.showcase.chooser(suitability);
        choosers.put(entries.size(), chooser);
        return chooser;
    }

    /** Those of views that show a network, by the id of the view. */
    Map<String, Chooser> choosersById() {
        Map<String, Chooser> byId = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            if (choosers.containsKey(i)) {
                byId.put(entries.get(i).id(), choosers.get(i));
            }
        }
        return byId;
    }

    /** How all of them are set. */
    Memories memories() {
        return memories;
    }

    /** Of the view on the screen; a view without a network stands for the one that trains. */
    Chooser chooser() {
        return choosers.getOrDefault(shell.viewProperty().get(), train);
    }

    /** Of the view whose settings are trained. */
    Chooser trainChooser() {
        return train;
    }

    /** Whether the view added next is the one shown. */
    private ObservableBooleanValue isNextShown() {
        return shell.viewProperty().isEqualTo(entries.size());
    }

    /** What the clock does was not done by hand and cannot be taken back. */
    private void onClock(Runnable tick) {
        clock.register(() -> services.history.quietly(tick));
    }

    /** Adds a view; its nodes are made when it is first shown. Keys that are left out wait for views to come. */
    private <V extends Node> void add(
            String id, int key, Icons icon, Words words, Supplier<V> make, Function<V, List<Exportable>> figures) {
        int index = entries.size();
        entries.add(new ViewEntry(id, key, icon, words.title(), words.tip(), () -> {
            V view = make.get();
            exports.put(index, () -> figures.apply(view));
            return view;
        }));
    }

    private record Words(String title, String tip) {}

    Views addData(DataModel model, Supplier<Optional<Path>> chooseFolder) {
        onClock(model::tick);
        model.samples().remember(services.history);
        memories.data = Optional.of(model.memory());
        add(
                "data",
                1,
                Icons.DATA,
                new Words(Messages.text("view.data"), Messages.text("view.data.tip")),
                () -> new DataView(appearance, model, chooseFolder),
                DataView::exports);
        return this;
    }

    Views addTrain() {
        choosers.put(entries.size(), train);
        TrainModel model = new TrainModel(
                services.training,
                services.desk,
                services.baseline,
                services.data,
                train,
                services.inference,
                services.history);
        onClock(model::tick);
        add(
                "train",
                2,
                Icons.TRAIN,
                new Words(Messages.text("view.train"), Messages.text("view.train.tip")),
                () -> new TrainView(model, appearance),
                TrainView::exports);
        return this;
    }

    Views addReconstruct() {
        ReconstructModel model =
                new ReconstructModel(chooser(Suitability.FITTING), services.inference, services.baseline);
        onClock(model::tick);
        model.shownProperty().bind(isNextShown());
        Undoable.follow(
                services.history,
                Messages.text("undo.image"),
                model.selectedProperty(),
                image -> image.ifPresent(model::select));
        Undoable.follow(services.history, Messages.text("undo.class"), model.labelProperty());
        Undoable.follow(services.history, Messages.text("undo.images"), model.orderProperty());
        Undoable.follow(services.history, Messages.text("undo.images"), model.drawSeedProperty());
        memories.reconstruct = Optional.of(ReconstructMemory.of(model));
        add(
                "reconstruct",
                3,
                Icons.RECONSTRUCT,
                new Words(Messages.text("view.reconstruct"), Messages.text("view.reconstruct.tip")),
                () -> new ReconstructView(model, appearance, own),
                ReconstructView::exports);
        return this;
    }

    Views addInside() {
        InsideModel model = new InsideModel(
                chooser(Suitability.FITTING), services.inference, services.training, services.networks, clock);
        onClock(model::tick);
        model.shownProperty().bind(isNextShown());
        model.measuringProperty().bind(clock.heartbeatProperty());
        model.remember(services.history);
        command(model::command);
        memories.inside = Optional.of(model.memory());
        Undoable.follow(services.history, Messages.text("undo.class"), model.labelProperty());
        add(
                "inside",
                4,
                Icons.INSIDE,
                new Words(Messages.text("view.inside"), Messages.text("view.inside.tip")),
                () -> new InsideView(model, appearance, own),
                InsideView::exports);
        return this;
    }

    Views addDenoise() {
        DenoiseModel model = new DenoiseModel(chooser(DenoiseModel.SUITABILITY), services.inference, clock);
        onClock(model::tick);
        model.shownProperty().bind(isNextShown());
        model.measuringProperty().bind(clock.heartbeatProperty());
        model.remember(services.history);
        command(() -> DenoiseMemory.command(model));
        memories.denoise = Optional.of(DenoiseMemory.of(model));
        add(
                "denoise",
                6,
                Icons.DENOISE,
                new Words(Messages.text("view.denoise"), Messages.text("view.denoise.tip")),
                () -> new DenoiseView(model, appearance, own),
                DenoiseView::exports);
        return this;
    }

    Views addMap() {
        MapModel model = new MapModel(chooser(Suitability.FITTING), services.inference, services.maps);
        onClock(model::tick);
        model.shownProperty().bind(isNextShown());
        model.remember(services.history);
        command(() -> MapMemory.command(model));
        memories.map = Optional.of(MapMemory.of(model));
        add(
                "map",
                5,
                Icons.MAP,
                new Words(Messages.text("view.map"), Messages.text("view.map.tip")),
                () -> new MapView(model, appearance, own),
                MapView::exports);
        return this;
    }

    Views addOddities(Supplier<Optional<Path>> chooseFolder) {
        OdditiesModel model =
                new OdditiesModel(chooser(Suitability.FITTING), services.inference, services.data, services.desk);
        onClock(model::tick);
        model.shownProperty().bind(isNextShown());
        command(() -> OdditiesMemory.command(model));
        memories.oddities = Optional.of(OdditiesMemory.of(model));
        add(
                "oddities",
                8,
                Icons.ODDITIES,
                new Words(Messages.text("view.oddities"), Messages.text("view.oddities.tip")),
                () -> new OdditiesView(model, appearance, chooseFolder, own),
                OdditiesView::exports);
        return this;
    }

    Views addLatent() {
        LatentModel model =
                new LatentModel(chooser(LatentModel.SUITABILITY), services.inference, services.archive, clock);
        onClock(model::tick);
        model.shownProperty().bind(isNextShown());
        model.measuringProperty().bind(clock.heartbeatProperty());
        model.remember(services.history);
        memories.latent = Optional.of(LatentMemory.of(model));
        add(
                "latent",
                7,
                Icons.LATENT,
                new Words(Messages.text("view.latent"), Messages.text("view.latent.tip")),
                () -> new LatentView(model, appearance),
                LatentView::exports);
        return this;
    }

    Views addRuns(Supplier<Optional<Path>> chooseFolder) {
        RunsModel model = new RunsModel(
                services.runs,
                new RunsModel.Seen(
                        services.models,
                        services.training,
                        services.desk,
                        chooser(Suitability.ANY),
                        services.inference),
                System::nanoTime);
        SweepModel sweeps = new SweepModel(services.sweeps, services.data, model);
        onClock(model::tick);
        onClock(sweeps::tick);
        memories.runs = Optional.of(model.memory());
        // After all views, whose state of things it goes by.
        onClock(memories::tick);
        add(
                "runs",
                9,
                Icons.RUNS,
                new Words(Messages.text("view.runs"), Messages.text("view.runs.tip")),
                () -> new RunsView(model, sweeps, appearance, chooseFolder),
                RunsView::exports);
        return this;
    }
}

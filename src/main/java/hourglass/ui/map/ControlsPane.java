package hourglass.ui.map;

import hourglass.core.spec.EmbeddingSpec;
import hourglass.core.spec.listing.Idea;
import hourglass.session.map.EmbeddingPhase;
import hourglass.session.map.MapSource;
import hourglass.ui.kit.Explain;
import hourglass.ui.kit.Field;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.NetworkBox;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The settings of the next map, what it will cost, and the buttons that start, hold and end it. */
final class ControlsPane {
    private final MapModel model;
    private final Section section;
    private final BooleanBinding active;

    ControlsPane(MapModel model) {
        this.model = model;
        active = Bindings.createBooleanBinding(
                () -> model.progressProperty().get().phase().isActive(), model.progressProperty());
        VBox content = new VBox(network(), numbers(), cost(), buttons(), progress(), stale(), problem());
        content.getStyleClass().add("map-controls");
        section = new Section(Messages.text("map.next"), content)
                .explain(Explain.button(Idea.PERPLEXITY))
                .tools(source());
        section.setMinHeight(Region.USE_PREF_SIZE);
    }

    Node node() {
        return section;
    }

    private Node network() {
        return new Field(
                Messages.text("map.network"),
                Messages.text("map.network.tip"),
                new NetworkBox(model.networks(), "map-network"));
    }

    private Node source() {
        SegmentedChoice<MapSource> choice = new SegmentedChoice<>(
                List.of(MapSource.values()),
                source -> source == MapSource.CODES ? Messages.text("map.codes") : Messages.text("map.pixels"));
        choice.valueProperty().bindBidirectional(model.sourceProperty());
        Tips.add(choice, Messages.text("map.source.tip"));
        return choice;
    }

    private Node numbers() {
        MapSettings settings = model.settings();
        GridPane form = new GridPane();
        form.getStyleClass().addAll("form", "map-form");
        for (double percent : new double[] {36, 32, 32}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            form.getColumnConstraints().add(column);
        }
        form.addRow(
                0,
                field(
                        Messages.text("map.points"),
                        Messages.text("map.points.tip"),
                        settings.points(),
                        suggested("map-points", settings.points(), "500", "1000", "2000", "5000", "10000")),
                field(
                        Messages.text("map.perplexity"),
                        Messages.text("map.perplexity.tip"),
                        settings.perplexity(),
                        suggested("map-perplexity", settings.perplexity(), "2", "5", "15", "30", "50", "100")),
                field(
                        Messages.text("map.iterations"),
                        Messages.text("map.iterations.tip"),
                        settings.iterations(),
                        suggested("map-iterations", settings.iterations(), "250", "500", "1000", "2000", "5000")));
        form.addRow(
                1,
                field(
                        Messages.text("map.learning-rate"),
                        Messages.text("map.learning-rate.tip"),
                        settings.learningRate(),
                        typed("map-learning-rate", settings.learningRate())),
                field(
                        Messages.text("map.seed"),
                        Messages.text("map.seed.tip"),
                        settings.seed(),
                        typed("map-seed", settings.seed())),
                new Field(Messages.text("map.engine"), Messages.text("map.engine.tip"), engine()));
        return form;
    }

    private Region engine() {
        SegmentedChoice<EmbeddingSpec.Engine> choice = new SegmentedChoice<>(
                List.of(EmbeddingSpec.Engine.values()),
                engine -> engine == EmbeddingSpec.Engine.OWN
                        ? Messages.text("map.engine.own")
                        : Messages.text("map.engine.smile"));
        choice.setId("map-engine");
        choice.valueProperty().bindBidirectional(model.settings().engineProperty());
        return choice;
    }

    private static Field field(String name, String tip, NumberSetting setting, Region control) {
        Field field = new Field(name, tip, control);
        field.errorProperty().bind(setting.errorProperty());
        return field;
    }

    private TextField typed(String id, NumberSetting setting) {
        TextField control = new TextField();
        control.setId(id);
        control.setPrefColumnCount(5);
        control.textProperty().bindBidirectional(setting.textProperty());
        control.setOnAction(event -> model.run());
        return control;
    }

    private static ComboBox<String> suggested(String id, NumberSetting setting, String... suggestions) {
        ComboBox<String> box = new ComboBox<>();
        box.setId(id);
        box.setEditable(true);
        box.getItems().setAll(suggestions);
        box.setValue(setting.textProperty().get());
        box.getEditor().setPrefColumnCount(4);
        box.getEditor().textProperty().bindBidirectional(setting.textProperty());
        return box;
    }

    private Node cost() {
        Label cost = new Label();
        cost.getStyleClass().addAll("soft", "small", "map-cost");
        cost.setWrapText(true);
        cost.textProperty().bind(model.costProperty());
        Tips.add(cost, Messages.text("map.cost.tip"));
        return cost;
    }

    private Node buttons() {
        Button run = new Button(Messages.text("map.run"), Icons.PLAY.node());
        run.setId("map-run");
        run.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.progressProperty().get().phase() == EmbeddingPhase.IDLE
                                ? Messages.text("map.run")
                                : Messages.text("map.run-again"),
                        model.progressProperty()));
        run.setOnAction(event -> model.run());
        run.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.settings().specProperty().get().isEmpty(),
                        model.settings().specProperty()));
        Tips.add(run, Messages.text("map.run.tip"));
        Button cancel = new Button(Messages.text("map.cancel"));
        cancel.setId("map-cancel");
        cancel.setOnAction(event -> model.cancel());
        cancel.disableProperty().bind(active.not());
        Tips.add(cancel, Messages.text("map.cancel.tip"));
        for (Button each : List.of(run, cancel)) {
            each.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox row = new HBox(run, pause(), cancel);
        row.getStyleClass().add("row");
        return row;
    }

    private Button pause() {
        Button pause = new Button();
        pause.setId("map-pause");
        BooleanBinding paused = Bindings.createBooleanBinding(
                () -> model.progressProperty().get().phase() == EmbeddingPhase.PAUSED, model.progressProperty());
        pause.textProperty()
                .bind(Bindings.when(paused).then(Messages.text("map.resume")).otherwise(Messages.text("map.pause")));
        pause.setMinWidth(Region.USE_PREF_SIZE);
        pause.setOnAction(event -> model.pauseOrResume());
        pause.disableProperty().bind(active.not());
        Tips.add(pause, Messages.text("map.pause.tip"));
        return pause;
    }

    private Node progress() {
        ProgressBar bar = new ProgressBar(0);
        bar.setMaxWidth(Double.MAX_VALUE);
        // Without an animation of its own while the share is unknown; that would repaint the window all the time.
        bar.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.max(0, model.progressProperty().get().share()), model.progressProperty()));
        Label words = new Label();
        words.setId("map-progress");
        words.getStyleClass().addAll("small", "map-progress");
        words.setWrapText(true);
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.progressProperty().get().words(), model.progressProperty()));
        Tips.add(words, Messages.text("map.progress.tip"));
        VBox box = new VBox(6, bar, words);
        VBox.setVgrow(words, Priority.NEVER);
        return box;
    }

    private Node stale() {
        Label words = note(Icons.STALE);
        words.textProperty().bind(model.staleProperty());
        Button again = new Button(Messages.text("map.run-again"));
        again.setId("map-stale-run");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(event -> model.run());
        again.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.settings().specProperty().get().isEmpty(),
                        model.settings().specProperty()));
        Tips.add(again, Messages.text("map.stale.tip"));
        HBox note = new HBox(words, again);
        note.getStyleClass().add("stale-note");
        note.visibleProperty().bind(words.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        return note;
    }

    private Node problem() {
        Label words = note(Icons.WARNING);
        words.setId("map-problem");
        words.textProperty().bind(model.problemProperty());
        HBox note = new HBox(words);
        note.getStyleClass().add("stale-note");
        note.visibleProperty().bind(words.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        return note;
    }

    private static Label note(Icons icon) {
        Label words = new Label("", icon.node());
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }
}

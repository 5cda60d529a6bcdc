package hourglass.ui.runs;

import hourglass.figures.CurveFigure;
import hourglass.figures.Tables;
import hourglass.session.runs.RunCard;
import hourglass.session.runs.RunRecord;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Runs: every run in a list at the left, the ticked ones against each other at the right. */
public final class RunsView extends VBox {
    /** Below so many em both columns stand one below the other. */
    private static final double BESIDE = 72;

    private final RunsModel model;
    private final SweepModel sweeps;
    private final Appearance appearance;
    private final RunList list;
    private final ComparisonPane comparison;
    private final SweepPane sweep;
    private final VBox right;
    private final GridPane columns = new GridPane();
    private final VBox left;

    /** Shows {@code model}; {@code chooseFolder} asks the user for a folder of runs. */
    public RunsView(RunsModel model, SweepModel sweeps, Appearance appearance, Supplier<Optional<Path>> chooseFolder) {
        this.model = model;
        this.sweeps = sweeps;
        this.appearance = appearance;
        getStyleClass().addAll("view", "runs-view");
        list = new RunList(model, appearance);
        comparison = new ComparisonPane(model, appearance);
        sweep = new SweepPane(sweeps, appearance);
        right = new VBox(comparison.node(), new Separator(), sweep.node());
        right.getStyleClass().add("wide-column");
        VBox.setVgrow(comparison.node(), Priority.ALWAYS);
        left = new VBox(list.node(), names(), actions());
        left.getStyleClass().add("column");
        VBox.setVgrow(list.node(), Priority.ALWAYS);
        columns.setHgap(32);
        columns.setVgap(16);
        columns.add(left, 0, 0);
        columns.add(right, 1, 0);
        GridPane.setHgrow(right, Priority.ALWAYS);
        GridPane.setVgrow(left, Priority.ALWAYS);
        VBox.setVgrow(columns, Priority.ALWAYS);
        getChildren().addAll(bar(chooseFolder), notice(), columns);
        columns.widthProperty().addListener((observed, before, now) -> place());
        appearance.textSizeProperty().addListener((observed, before, now) -> place());
        place();
    }

    private void place() {
        double width = columns.getWidth();
        boolean beside = width <= 0 || width >= BESIDE * appearance.em();
        GridPane.setConstraints(right, beside ? 1 : 0, beside ? 0 : 1);
        double side = beside ? 34 * appearance.em() : Region.USE_COMPUTED_SIZE;
        left.setMinWidth(beside ? side : 0);
        left.setPrefWidth(side);
        left.setMaxWidth(beside ? side : Double.MAX_VALUE);
        list.node().setMinHeight(22 * appearance.em());
        GridPane.setHgrow(left, beside ? Priority.NEVER : Priority.ALWAYS);
        right.setMinWidth(0);
    }

    /** Nothing of it gives way to a low window: one scrolls. */
    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private Node bar(Supplier<Optional<Path>> chooseFolder) {
        Label count = new Label();
        count.getStyleClass().add("headline");
        count.setMinWidth(USE_PREF_SIZE);
        count.textProperty().bind(model.rowsProperty().map(rows -> Messages.text("runs.count", rows.size())));
        Button open = button("runs.open", Icons.OPEN);
        open.setOnAction(event -> chooseFolder.get().ifPresent(model::open));
        Label disk = new Label();
        disk.getStyleClass().add("soft");
        disk.setMinWidth(USE_PREF_SIZE);
        disk.textProperty().bind(model.rowsProperty().map(rows -> model.disk()));
        Tips.add(disk, Messages.text("runs.disk.tip"));
        FlowPane bar = new FlowPane(16, 8, count, order(), open, disk);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinHeight(USE_PREF_SIZE);
        return bar;
    }

    private Node order() {
        ComboBox<RunsModel.Sort> order = new ComboBox<>();
        order.getItems().setAll(RunsModel.Sort.values());
        order.setId("runs-sort");
        order.setConverter(new StringConverter<>() {
            @Override
            public String toString(RunsModel.Sort sort) {
                return words(sort);
            }

            @Override
            public RunsModel.Sort fromString(String words) {
                return RunsModel.Sort.NEWEST;
            }
        });
        order.valueProperty().bindBidirectional(model.sortProperty());
        order.setMinWidth(USE_PREF_SIZE);
        Tips.add(order, Messages.text("runs.sort.tip"));
        return order;
    }

    static String words(RunsModel.Sort sort) {
        return switch (sort) {
            case NEWEST -> Messages.text("runs.sort.newest");
            case ERROR -> Messages.text("runs.sort.error");
            case TIME -> Messages.text("runs.sort.time");
            case NAME -> Messages.text("runs.sort.name");
        };
    }

    private static Button button(String key, Icons icon) {
        Button button = new Button(Messages.text(key), icon.node());
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add("flat");
        button.setMinWidth(USE_PREF_SIZE);
        Tips.add(button, Messages.text(key + ".tip"));
        return button;
    }

    private Node notice() {
        Label words = new Label("", Icons.WARNING.node());
        words.setId("runs-notice");
        words.textProperty().bind(model.noticeProperty());
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        Button away = new Button("", Icons.DISMISS.node());
        away.getStyleClass().addAll("button-icon", "flat");
        away.setAccessibleText(Messages.text("banner.dismiss"));
        Tips.add(away, Messages.text("banner.dismiss"));
        away.setOnAction(event -> model.noticeProperty().set(""));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox note = new HBox(words, away);
        note.getStyleClass().add("stale-note");
        note.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        return note;
    }

    private interface Edit {
        RunCard of(RunCard card, String text);
    }

    /** Name and note of the run at hand; what is typed counts with Enter or when one leaves. */
    private Node names() {
        TextField name = field("runs.name", RunCard::withName);
        TextField note = field("runs.note", RunCard::withNote);
        list.selectedProperty().addListener((observed, before, now) -> {
            name.setText(now.map(RunWords::name).orElse(""));
            note.setText(now.map(run -> run.card().note()).orElse(""));
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox.setHgrow(note, Priority.ALWAYS);
        HBox names = new HBox(8, name, note);
        names.setMinHeight(USE_PREF_SIZE);
        return names;
    }

    private TextField field(String key, Edit edit) {
        TextField field = new TextField();
        field.setId(key.replace('.', '-'));
        field.setPromptText(Messages.text(key));
        field.setAccessibleText(Messages.text(key));
        Tips.add(field, Messages.text(key + ".tip"));
        field.disableProperty().bind(list.selectedProperty().map(run -> run.isEmpty() || !model.isEditable(run.get())));
        field.setOnAction(event -> keep(field, edit));
        field.focusedProperty().addListener((observed, before, now) -> {
            if (!now) {
                keep(field, edit);
            }
        });
        return field;
    }

    private void keep(TextField field, Edit edit) {
        list.withSelected(run -> {
            boolean isName = field.getId().equals("runs-name");
            String before = isName ? RunWords.name(run) : run.card().note();
            if (!field.getText().strip().equals(before)) {
                model.edit(run, card -> edit.of(card, field.getText()));
            }
        });
    }

    private Node actions() {
        Button show = action("runs.show", Icons.PLAY, model::show);
        Button best = action("runs.show-best", Icons.CHECK, model::showBest);
        best.disableProperty().unbind();
        best.disableProperty()
                .bind(list.selectedProperty()
                        .map(run -> run.flatMap(each -> each.weights().best()).isEmpty()));
        Button goOn = action("runs.continue", Icons.STEP, model::goOn);
        Button repeat = action("runs.repeat", Icons.SHUFFLE, sweep::repeat);
        Button command = action("runs.command", Icons.CLIPBOARD, this::copy);
        Button pin = action("runs.pin", Icons.PIN, run -> model.edit(run, RunCard::turned));
        Button delete = action("runs.delete", Icons.DELETE, model::delete);
        for (Button each : List.of(pin, delete)) {
            each.disableProperty().unbind();
            each.disableProperty()
                    .bind(list.selectedProperty().map(run -> run.isEmpty() || !model.isEditable(run.get())));
        }
        Button undo = button("runs.undo", Icons.UNDO);
        undo.textProperty().bind(model.deletedProperty().map(run -> run.map(
                        each -> Messages.text("runs.undo.of", RunWords.name(each)))
                .orElse("")));
        undo.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.deletedProperty().get().isPresent(), model.deletedProperty()));
        undo.managedProperty().bind(undo.visibleProperty());
        undo.setOnAction(event -> model.undo());
        FlowPane actions = new FlowPane(4, 4, show, best, goOn, repeat, command, pin, delete, undo);
        actions.getStyleClass().add("runs-actions");
        actions.setMinHeight(USE_PREF_SIZE);
        return actions;
    }

    private void copy(RunRecord run) {
        model.noticeProperty()
                .set(RunCommands.of(run, model.data())
                        .map(RunCommands::copied)
                        .map(line -> Messages.text("runs.command.copied", line))
                        .orElseGet(() -> Messages.text(
                                "runs.command.none", run.experiment().data().name())));
    }

    private Button action(String key, Icons icon, Consumer<RunRecord> does) {
        Button button = button(key, icon);
        button.disableProperty().bind(list.selectedProperty().map(Optional::isEmpty));
        button.setOnAction(event -> list.withSelected(does));
        return button;
    }

    /** What can be saved from this view. */
    public List<Exportable> exports() {
        return List.of(
                new Exportable(
                        Messages.text("runs.export.table"), "runs.csv", () -> Optional.of(Tables.runs(model.all()))),
                new Exportable(Messages.text("runs.export.curves"), "runs.png", this::figure),
                new Exportable(Messages.text("runs.export.sweep"), "sweep.png", this::sweepFigure));
    }

    private Optional<CurveFigure> sweepFigure() {
        return sweeps.chosenProperty().get().map(series -> sweep.chart()
                .figure(RunWords.title(series.setting()), sweeps.about()));
    }

    private Optional<CurveFigure> figure() {
        return model.comparisonProperty().get().runs().isEmpty()
                ? Optional.empty()
                : Optional.of(comparison
                        .chart()
                        .figure(
                                comparison.quantity(),
                                RunWords.finding(model.comparisonProperty().get())));
    }
}

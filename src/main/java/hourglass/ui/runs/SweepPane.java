package hourglass.ui.runs;

import hourglass.core.color.GreyMap;
import hourglass.core.data.ImageBlock;
import hourglass.core.spec.Preset;
import hourglass.core.spec.edit.Hyperparameter;
import hourglass.figures.CurveContent;
import hourglass.figures.SweepCurves;
import hourglass.session.runs.PictureStrip;
import hourglass.session.runs.RunRecord;
import hourglass.session.runs.RunSeries;
import hourglass.ui.chart.CurveChart;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Field;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.PresetNames;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageTiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The sweep: what is to be swept, time and disk before it begins, and its points against what they are held against. */
final class SweepPane {
    private final SweepModel model;
    private final Button command;
    private final CurveChart chart;
    private final ImageGridView pictures;
    private final Label finding = new Label();
    private final Label about = new Label();
    private final VBox node;

    SweepPane(SweepModel model, Appearance appearance) {
        this.model = model;
        command = command(model);
        chart = new CurveChart(appearance, "");
        chart.setId("sweep-chart");
        chart.setMinHeight(200);
        chart.setPrefHeight(220);
        pictures = new ImageGridView(appearance).rows(1).scale(2).gap(8);
        pictures.setId("sweep-pictures");
        pictures.setAccessibleText(Messages.text("sweep.pictures"));
        finding.getStyleClass().add("headline");
        finding.setId("sweep-finding");
        about.getStyleClass().add("soft");
        for (Label each : List.of(finding, about)) {
            each.setWrapText(true);
            each.setMinHeight(Region.USE_PREF_SIZE);
        }
        node = new VBox(finding, about, new HBox(8, choice(), command), chart, pictures, form(), status());
        node.getStyleClass().addAll("column", "runs-sweep");
        model.chosenProperty().addListener((observed, before, now) -> show(now));
        show(model.chosenProperty().get());
    }

    Region node() {
        return node;
    }

    CurveChart chart() {
        return chart;
    }

    private static Button command(SweepModel model) {
        Button button = new Button(Messages.text("sweep.command"), Icons.CLIPBOARD.node());
        button.setId("sweep-command");
        button.getStyleClass().add("flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        Tips.add(button, Messages.text("sweep.command.tip"));
        button.setOnAction(event -> model.copy());
        return button;
    }

    private void show(Optional<RunSeries> now) {
        command.setVisible(model.command().isPresent());
        command.setManaged(command.isVisible());
        finding.setText(model.finding());
        about.setText(model.about());
        for (Region each : List.of(chart, pictures, about)) {
            each.setVisible(now.isPresent());
            each.setManaged(now.isPresent());
        }
        chart.along(
                now.map(each -> RunWords.title(each.setting())).orElse(""),
                model.curves().map(SweepCurves::steps).orElse(List.of()));
        chart.show(model.curves().map(SweepCurves::content).orElse(CurveContent.empty()));
        now.ifPresent(this::showPictures);
    }

    /** The last image of the strips, a boot of the usual data, as each step draws it. */
    private void showPictures(RunSeries series) {
        List<int[]> tiles = new ArrayList<>();
        List<ImageGridView.Caption> captions = new ArrayList<>();
        int width = 1;
        int height = 1;
        for (RunSeries.Step step : series.steps()) {
            PictureStrip strip = step.runs().get(0).card().strip().orElse(null);
            if (strip != null) {
                ImageBlock drawn = strip.reconstructions();
                width = drawn.width();
                height = drawn.height();
                tiles.add(grey(drawn, drawn.count() - 1));
                captions.add(new ImageGridView.Caption(step.value(), null));
            }
        }
        boolean any = !tiles.isEmpty();
        pictures.setVisible(any);
        pictures.setManaged(any);
        pictures.show(any ? ImageTiles.of(tiles, width, height) : ImageTiles.none());
        pictures.captions(captions);
    }

    private static int[] grey(ImageBlock images, int index) {
        int[] pixels = new int[images.pixelsPerImage()];
        for (int p = 0; p < pixels.length; p++) {
            pixels[p] = GreyMap.argb(images.get(index, p));
        }
        return pixels;
    }

    private Node choice() {
        ComboBox<RunSeries> choice = box("sweep-choice", List.of(), SweepPane::words);
        model.seriesProperty().addListener((observed, before, now) -> fill(choice, now));
        choice.valueProperty().addListener((observed, before, now) -> {
            if (now != null && !filling) {
                model.chosenProperty().set(Optional.of(now));
            }
        });
        fill(choice, model.seriesProperty().get());
        Tips.add(choice, Messages.text("sweep.choice.tip"));
        choice.visibleProperty().bind(model.seriesProperty().map(all -> all.size() > 1));
        choice.managedProperty().bind(choice.visibleProperty());
        return choice;
    }

    private boolean filling;

    private void fill(ComboBox<RunSeries> choice, List<RunSeries> all) {
        filling = true;
        choice.getItems().setAll(all);
        choice.setValue(model.chosenProperty().get().orElse(all.isEmpty() ? null : all.get(0)));
        filling = false;
    }

    private static String words(RunSeries series) {
        return Messages.text(
                "sweep.named",
                RunWords.title(series.setting()),
                series.steps().get(0).value(),
                series.steps().get(series.steps().size() - 1).value(),
                String.valueOf(series.folder().getFileName()));
    }

    private static <T> ComboBox<T> box(String id, List<T> items, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(items);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T item) {
                return item == null ? "" : words.apply(item);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        return box;
    }

    private Node form() {
        ComboBox<Hyperparameter> setting = box("sweep-setting", Hyperparameter.SWEPT, RunWords::title);
        setting.valueProperty().bindBidirectional(model.settingProperty());
        ComboBox<Preset> preset = box("sweep-preset", List.of(Preset.values()), PresetNames::title);
        preset.valueProperty().bindBidirectional(model.presetProperty());
        FlowPane form = new FlowPane(
                12,
                8,
                new Field(Messages.text("sweep.setting"), Messages.text("sweep.setting.tip"), setting),
                new Field(Messages.text("sweep.preset"), Messages.text("sweep.preset.tip"), preset),
                field("sweep.values", model.valuesProperty(), 16),
                field("sweep.epochs", model.epochsProperty(), 4),
                field("sweep.seeds", model.seedsProperty(), 4));
        form.setMinHeight(Region.USE_PREF_SIZE);
        form.disableProperty().bind(model.underWayProperty());
        return form;
    }

    private Node field(String key, StringProperty text, int columns) {
        TextField field = new TextField();
        field.setId(key.replace('.', '-'));
        field.setPrefColumnCount(columns);
        field.textProperty().bindBidirectional(text);
        field.setOnAction(event -> model.measure());
        return new Field(Messages.text(key), Messages.text(key + ".tip"), field);
    }

    private Node status() {
        Label plan = new Label();
        plan.setId("sweep-plan");
        plan.textProperty().bind(model.planProperty());
        plan.setWrapText(true);
        plan.setMinHeight(Region.USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar();
        bar.setId("sweep-progress");
        bar.progressProperty().bind(model.progressProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.visibleProperty().bind(model.underWayProperty());
        bar.managedProperty().bind(bar.visibleProperty());
        Label problem = new Label("", Icons.WARNING.node());
        problem.setId("sweep-problem");
        problem.textProperty().bind(model.problemProperty());
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        FlowPane buttons = new FlowPane(8, 8, cost(), start(), cancel());
        buttons.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(4, plan, bar, problem);
        HBox.setHgrow(words, Priority.ALWAYS);
        return new VBox(8, buttons, words);
    }

    private Button cost() {
        Button cost = new Button(Messages.text("sweep.cost"));
        cost.setId("sweep-cost");
        cost.getStyleClass().add("outlined");
        cost.setMinWidth(Region.USE_PREF_SIZE);
        cost.disableProperty().bind(model.underWayProperty());
        cost.setOnAction(event -> model.measure());
        Tips.add(cost, Messages.text("sweep.cost.tip"));
        return cost;
    }

    private Button start() {
        Button start = new Button("", Icons.PLAY.node());
        start.setId("sweep-start");
        start.getStyleClass().add("accent");
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.text(
                                "sweep.start",
                                RunWords.title(model.settingProperty().get()).toLowerCase(java.util.Locale.ROOT)),
                        model.settingProperty()));
        start.disableProperty().bind(model.startableProperty().not());
        start.setOnAction(event -> model.start());
        Tips.add(start, Messages.text("sweep.start.tip"));
        return start;
    }

    private Button cancel() {
        Button cancel = new Button(Messages.text("sweep.cancel"), Icons.STOP.node());
        cancel.setId("sweep-cancel");
        cancel.getStyleClass().add("outlined");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.visibleProperty().bind(model.underWayProperty());
        cancel.managedProperty().bind(cancel.visibleProperty());
        cancel.setOnAction(event -> model.cancel());
        Tips.add(cancel, Messages.text("sweep.cancel.tip"));
        return cancel;
    }

    /** Repeats a run with two more seeds. */
    void repeat(RunRecord run) {
        model.repeat(run);
    }
}

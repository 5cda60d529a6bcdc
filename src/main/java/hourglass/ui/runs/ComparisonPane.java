package hourglass.ui.runs;

import hourglass.core.color.GreyMap;
import hourglass.core.data.ImageBlock;
import hourglass.engine.model.EpochResult;
import hourglass.session.runs.PictureStrip;
import hourglass.session.runs.RunComparison;
import hourglass.session.runs.RunRecord;
import hourglass.ui.chart.CurveChart;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageTable;
import hourglass.ui.pictures.ImageTiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The ticked runs against each other: what comes of it in a sentence, curves on one axis, numbers, pictures. */
final class ComparisonPane {
    private static final int PICTURE = 56;
    private static final double GAP = 4;
    /** Below so many em the pictures would leave the curves no room. */
    private static final double BESIDE = 38;

    private final RunsModel model;
    private final Appearance appearance;
    private final Label finding = new Label();
    private final Label detail = new Label();
    private final CurveChart chart;
    private final GridPane numbers = new GridPane();
    private final VBox pictures = new VBox();
    private final Label missing = new Label(Messages.text("runs.no-pictures"));
    private final VBox node;
    private int fitted;

    ComparisonPane(RunsModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
        chart = new CurveChart(appearance, "");
        chart.setId("runs-chart");
        chart.setMinHeight(200);
        chart.setPrefHeight(240);
        finding.getStyleClass().add("runs-finding");
        finding.setId("runs-finding");
        detail.getStyleClass().add("soft");
        missing.getStyleClass().add("soft");
        for (Label each : List.of(finding, detail, missing)) {
            each.setWrapText(true);
            each.setMinHeight(Region.USE_PREF_SIZE);
        }
        numbers.getStyleClass().add("runs-numbers");
        numbers.setId("runs-numbers");
        HBox.setHgrow(chart, Priority.ALWAYS);
        HBox drawings = new HBox(16, chart, pictures);
        VBox.setVgrow(drawings, Priority.ALWAYS);
        node = new VBox(finding, detail, along(), drawings, numbers, missing) {
            /** Before its children are placed, as what is changed while they are would wait for the next time. */
            @Override
            protected void layoutChildren() {
                refit();
                super.layoutChildren();
            }
        };
        node.getStyleClass().add("column");
        model.comparisonProperty().addListener((observed, before, now) -> show(now));
        show(model.comparisonProperty().get());
    }

    Region node() {
        return node;
    }

    CurveChart chart() {
        return chart;
    }

    private Region along() {
        SegmentedChoice<RunsModel.Along> along =
                new SegmentedChoice<>(List.of(RunsModel.Along.values()), ComparisonPane::words);
        along.setId("runs-along");
        along.valueProperty().bindBidirectional(model.alongProperty());
        model.alongProperty()
                .addListener((observed, before, now) ->
                        show(model.comparisonProperty().get()));
        Tips.add(along, Messages.text("runs.along.tip"));
        HBox row = new HBox(along);
        row.setAlignment(Pos.CENTER_RIGHT);
        row.visibleProperty().bind(chart.visibleProperty());
        row.managedProperty().bind(chart.visibleProperty());
        return row;
    }

    static String words(RunsModel.Along along) {
        return switch (along) {
            case EPOCHS -> Messages.text("runs.along.epochs");
            case SECONDS -> Messages.text("runs.along.seconds");
            case IMAGES -> Messages.text("runs.along.images");
        };
    }

    private void show(RunComparison now) {
        finding.setText(RunWords.finding(now));
        detail.setText(RunWords.detail(now));
        boolean any = !now.runs().isEmpty();
        for (Region each : List.of(chart, numbers)) {
            each.setVisible(any);
            each.setManaged(any);
        }
        chart.along(words(model.alongProperty().get()));
        chart.show(model.curves());
        showNumbers(now);
        showPictures(now);
    }

    /** Where there is little room the first, which tell most, stay. */
    private List<Column> fitting() {
        double room = room();
        List<Column> all = numberColumns();
        return all.subList(0, room <= 0 || room >= 40 ? all.size() : room >= 28 ? 3 : 2);
    }

    private double room() {
        return node.getWidth() / appearance.em();
    }

    /** Images of each strip beside the curves. */
    private int columns() {
        return room() < 46 ? 2 : room() < 60 ? 3 : 5;
    }

    private void refit() {
        int now = (int) (100 * Math.signum(room() - BESIDE)) + 10 * fitting().size() + columns();
        if (now != fitted) {
            fitted = now;
            showNumbers(model.comparisonProperty().get());
            showPictures(model.comparisonProperty().get());
        }
    }

    private void showNumbers(RunComparison now) {
        numbers.getChildren().clear();
        numbers.getColumnConstraints().clear();
        List<Column> columns = fitting();
        for (int i = 0; i <= columns.size(); i++) {
            ColumnConstraints constraint = new ColumnConstraints();
            constraint.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            constraint.setHgrow(i == 0 ? Priority.ALWAYS : Priority.NEVER);
            numbers.getColumnConstraints().add(constraint);
        }
        for (int column = 0; column < columns.size(); column++) {
            Label heading = new Label(columns.get(column).heading());
            heading.getStyleClass().add("soft");
            heading.setMinWidth(Region.USE_PREF_SIZE);
            numbers.add(heading, column + 1, 0);
        }
        for (int row = 0; row < now.runs().size(); row++) {
            addRow(now, row, columns);
        }
    }

    /**
     * A number of each run, of which the smallest or largest is the best.
     *
     * @param sign 1 where less is better, −1 where more is, 0 where neither
     */
    private record Column(String heading, Cell words, ToDoubleFunction<RunRecord> value, int sign) {}

    private interface Cell {
        String of(RunRecord run);
    }

    private static List<Column> numberColumns() {
        return List.of(
                new Column(
                        Messages.text("runs.column.best"),
                        run -> RunWords.error(run, run.bestError()),
                        RunRecord::bestError,
                        1),
                new Column(
                        Messages.text("runs.column.time"), run -> RunWords.time(run.seconds()), RunRecord::seconds, 1),
                new Column(
                        Messages.text("runs.column.last"),
                        run -> RunWords.error(run, run.lastError()),
                        RunRecord::lastError,
                        1),
                new Column(
                        Messages.text("runs.column.epoch"),
                        run -> run.bestEpoch()
                                .map(EpochResult::epoch)
                                .map(String::valueOf)
                                .orElse("–"),
                        run -> 0,
                        0),
                new Column(
                        Messages.text("runs.column.rate"),
                        run -> Counts.spaced(Math.round(run.report().samplesPerSecond())),
                        run -> run.report().samplesPerSecond(),
                        -1),
                new Column(
                        Messages.text("runs.column.weights"),
                        run -> Counts.spaced(run.experiment().model().parameterCount()),
                        run -> run.experiment().model().parameterCount(),
                        1));
    }

    private void addRow(RunComparison now, int row, List<Column> columns) {
        RunRecord run = now.runs().get(row);
        Label name = new Label(RunWords.called(run, now.runs()));
        name.getStyleClass().addAll("strong", "runs-name-" + row);
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        numbers.add(name, 0, row + 1);
        for (int column = 0; column < columns.size(); column++) {
            Column each = columns.get(column);
            Label cell = new Label(each.words().of(run));
            cell.getStyleClass().add("numbers");
            cell.setMinWidth(Region.USE_PREF_SIZE);
            boolean isError = column == 0 || column == 2; // as they stand in numberColumns()
            if (isBest(now, run, each) && (!isError || now.isComparable())) {
                cell.getStyleClass().add("runs-best");
                Tips.add(cell, Messages.text("runs.best"));
            }
            numbers.add(cell, column + 1, row + 1);
        }
    }

    /** The only one with the best value. */
    private static boolean isBest(RunComparison now, RunRecord run, Column column) {
        double own = column.sign() * column.value().applyAsDouble(run);
        return column.sign() != 0
                && now.runs().size() > 1
                && now.runs().stream()
                        .filter(other -> !other.equals(run))
                        .allMatch(other -> own < column.sign() * column.value().applyAsDouble(other));
    }

    /** Strips of equal images stand below each other: the images once, then what each run makes of them. */
    private void showPictures(RunComparison now) {
        pictures.getChildren().clear();
        List<ImageTable.Row> rows = new ArrayList<>();
        List<int[]> tiles = new ArrayList<>();
        PictureStrip first = null;
        for (RunRecord run : now.runs()) {
            PictureStrip strip = run.card().strip().orElse(null);
            boolean fits = strip != null && (first == null || first.shown().equals(strip.shown()));
            if (strip == null || !fits) {
                continue;
            }
            if (first == null) {
                first = strip;
                add(strip.images(), tiles);
                rows.add(new ImageTable.Row(Messages.text("runs.original"), "", List.of()));
            }
            add(strip.reconstructions(), tiles);
            rows.add(new ImageTable.Row(RunWords.called(run, now.runs()), "", List.of()));
        }
        if (first != null) {
            ImageTable table = new ImageTable(appearance, rows.size(), GAP);
            table.setId("runs-pictures");
            table.spoken(Messages.text("runs.pictures"));
            table.show(rows, ImageTiles.of(tiles, first.width(), first.height()));
            table.setMinHeight(rows.size() * (PICTURE + GAP));
            table.setMaxHeight(rows.size() * (PICTURE + GAP));
            double names = 10 * appearance.em();
            table.setPrefWidth(names + columns() * (PICTURE + GAP));
            pictures.getChildren().add(table);
        }
        boolean any = first != null && room() >= BESIDE;
        pictures.setVisible(any);
        pictures.setManaged(any);
        boolean lacks = now.runs().size() > Math.max(0, rows.size() - 1);
        missing.setVisible(lacks);
        missing.setManaged(lacks);
    }

    private static void add(ImageBlock images, List<int[]> tiles) {
        for (int i = 0; i < images.count(); i++) {
            int[] pixels = new int[images.pixelsPerImage()];
            for (int p = 0; p < pixels.length; p++) {
                pixels[p] = GreyMap.argb(images.get(i, p));
            }
            tiles.add(pixels);
        }
    }

    /** Of the axis, for a saved drawing. */
    String quantity() {
        return model.comparisonProperty().get().runs().stream()
                .findFirst()
                .map(RunWords::unit)
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }
}

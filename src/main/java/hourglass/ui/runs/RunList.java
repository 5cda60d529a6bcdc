package hourglass.ui.runs;

import hourglass.session.runs.RunRecord;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.FittingLabel;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.runs.RunsModel.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polyline;

/** The rows: a tick, the curve in small, name and what differs, error, time and seed. */
final class RunList {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double WIDE = 72;
    private static final double HIGH = 36;
    /** The first epochs tower over all others. */
    private static final double MOST_OF_END = 3;
    /** Below so many em there is no room for curves. */
    private static final double ROOMY = 27;

    private final RunsModel model;
    private final VBox rows = new VBox();
    private final ReadOnlyObjectWrapper<Optional<RunRecord>> selected =
            new ReadOnlyObjectWrapper<>(this, "selected", Optional.empty());
    private final VBox node;
    private final BooleanBinding roomy;

    RunList(RunsModel model, Appearance appearance) {
        this.model = model;
        rows.setId("runs-list");
        rows.getStyleClass().add("runs-list");
        rows.setAccessibleRole(AccessibleRole.LIST_VIEW);
        rows.setAccessibleText(Messages.text("runs.list"));
        rows.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("runs-scroll");
        // It takes what there is; its rows do not make the view longer.
        scroll.setPrefHeight(HIGH);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        model.rowsProperty().addListener((observed, before, now) -> fill(now));
        node = new VBox(heading(), scroll);
        roomy = node.widthProperty().greaterThan(appearance.textSizeProperty().multiply(ROOMY));
        fill(model.rowsProperty().get());
    }

    Region node() {
        return node;
    }

    /** The run at hand, chosen by click or arrow. */
    ReadOnlyObjectProperty<Optional<RunRecord>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Tells {@code taker} of the run at hand, if there is one. */
    void withSelected(Consumer<RunRecord> taker) {
        selected.get().ifPresent(taker);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> selected.get().ifPresent(event.isShiftDown() ? model::show : model::toggle);
            case UP -> move(-1);
            case DOWN -> move(1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        List<RunRow> all = all();
        for (int i = 0; i < all.size(); i++) {
            if (isSelected(all.get(i).row) && i + by >= 0 && i + by < all.size()) {
                all.get(i + by).requestFocus();
                return;
            }
        }
    }

    private List<RunRow> all() {
        return rows.getChildren().stream()
                .filter(RunRow.class::isInstance)
                .map(RunRow.class::cast)
                .toList();
    }

    private boolean isSelected(Row row) {
        return selected.get()
                .filter(run -> run.folder().equals(row.run().folder()))
                .isPresent();
    }

    private void select(Row row) {
        selected.set(Optional.of(row.run()));
        mark();
    }

    private void mark() {
        all().forEach(each -> each.pseudoClassStateChanged(SELECTED, isSelected(each.row)));
    }

    /** The run at hand stays at hand, and under the keys where it was. */
    private void fill(List<Row> now) {
        boolean focused = all().stream().anyMatch(Node::isFocused);
        rows.getChildren().clear();
        String group = "";
        for (Row row : now) {
            if (!row.group().equals(group)) {
                group = row.group();
                Label heading = new Label(group);
                heading.getStyleClass().addAll("runs-group", "strong");
                heading.setWrapText(true);
                heading.setMinHeight(Region.USE_PREF_SIZE);
                rows.getChildren().add(heading);
            }
            rows.getChildren().add(new RunRow(row));
        }
        Optional<Row> same = now.stream().filter(this::isSelected).findFirst();
        selected.set(same.map(Row::run));
        mark();
        if (focused) {
            all().stream().filter(each -> isSelected(each.row)).forEach(Node::requestFocus);
        }
    }

    private Node heading() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox heading = new HBox(
                space,
                column(Messages.text("runs.column.error"), "runs-error"),
                column(Messages.text("runs.column.time"), "runs-time"),
                column(Messages.text("runs.column.seed"), "runs-seed"));
        heading.getStyleClass().add("runs-heading");
        return heading;
    }

    private static Label column(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().addAll("runs-column", style, "soft");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label number(String words, String style) {
        Label label = column(words, style);
        label.getStyleClass().remove("soft");
        label.getStyleClass().add("numbers");
        return label;
    }

    /** One run. */
    private final class RunRow extends HBox {
        private final Row row;

        RunRow(Row row) {
            this.row = row;
            Node curve = thumbnail(row);
            curve.visibleProperty().bind(roomy);
            curve.managedProperty().bind(roomy);
            getChildren().addAll(tick(row), curve, words(row), error(row), time(row), seed(row));
            getStyleClass().add("runs-row");
            setAlignment(Pos.CENTER_LEFT);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.LIST_ITEM);
            setAccessibleText(
                    row.name() + ", " + RunWords.error(row.run(), row.run().bestError()));
            focusedProperty().addListener((observed, before, now) -> {
                if (now) {
                    select(row);
                }
            });
            setOnMouseClicked(event -> {
                requestFocus();
                select(row);
                if (event.getClickCount() == 2) {
                    model.show(row.run());
                }
            });
        }

        private Node tick(Row row) {
            CheckBox tick = new CheckBox();
            tick.setSelected(row.mark() >= 0);
            tick.getStyleClass().add("runs-tick");
            if (row.mark() >= 0) {
                tick.getStyleClass().add("runs-mark-" + row.mark());
            }
            tick.setAccessibleText(Messages.text("runs.tick", row.name()));
            tick.setFocusTraversable(false);
            tick.setOnAction(event -> model.toggle(row.run()));
            Tips.add(tick, Messages.text("runs.tick.tip"));
            return tick;
        }

        private Node words(Row row) {
            Label name = new Label(row.name());
            name.getStyleClass().add("strong");
            if (row.run().card().pinned()) {
                name.setGraphic(Icons.PIN.node());
            }
            name.setWrapText(true);
            name.setMinHeight(Region.USE_PREF_SIZE);
            FittingLabel differs = new FittingLabel();
            differs.wordingsProperty().set(row.wordings());
            differs.getStyleClass().add("soft");
            VBox words = new VBox(name, differs);
            words.setMinWidth(0);
            words.setPrefWidth(0);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            Tips.add(words, tip(row));
            return words;
        }

        private Node error(Row row) {
            Label error = number(RunWords.error(row.run(), row.run().bestError()), "runs-error");
            Tips.add(error, RunWords.unit(row.run()));
            return error;
        }

        private Node time(Row row) {
            return number(RunWords.time(row.run().seconds()), "runs-time");
        }

        private Node seed(Row row) {
            return number(row.seed(), "runs-seed");
        }
    }

    private static String tip(Row row) {
        RunRecord run = row.run();
        String facts = Messages.text(
                "runs.row.tip",
                run.experiment().describe(),
                String.join(", ", row.differences()),
                RunWords.state(run),
                run.report().data().name(),
                run.report().environment().os());
        String note = run.card().note();
        return (facts + (note.isEmpty() ? "" : "\n" + note) + (run.trouble().isEmpty() ? "" : "\n" + run.trouble()));
    }

    /** The errors of its epochs, falling from the upper left, each run at its own scale. */
    static Node thumbnail(Row row) {
        RunRecord run = row.run();
        double[] errors = run.epochs().stream()
                .mapToDouble(run::error)
                .filter(Double::isFinite)
                .toArray();
        Polyline line = new Polyline();
        line.getStyleClass().addAll("runs-curve", "runs-curve-" + row.mark());
        if (errors.length > 0) {
            double least = Arrays.stream(errors).min().orElse(0);
            double most = Math.min(Arrays.stream(errors).max().orElse(1), Math.max(least * MOST_OF_END, least + 1e-9));
            double range = Math.max(1e-12, most - least);
            for (int i = 0; i < errors.length; i++) {
                double x = errors.length == 1 ? WIDE / 2 : WIDE * i / (errors.length - 1);
                double share = Math.min(1, (errors[i] - least) / range);
                line.getPoints().addAll(x, HIGH - 2 - share * (HIGH - 4));
            }
        }
        Pane pane = new Pane(line);
        pane.setMinSize(WIDE, HIGH);
        pane.setPrefSize(WIDE, HIGH);
        pane.setMaxSize(WIDE, HIGH);
        return pane;
    }
}

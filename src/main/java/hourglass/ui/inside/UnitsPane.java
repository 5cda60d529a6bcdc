package hourglass.ui.inside;

import hourglass.core.color.GreyMap;
import hourglass.core.color.Token;
import hourglass.figures.StageColors;
import hourglass.session.measure.Units;
import hourglass.session.measure.Units.Order;
import hourglass.ui.inside.UnitsModel.Found;
import hourglass.ui.inside.UnitsModel.State;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageTiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Units: a picture for each number of the code, and of the chosen one what excites it, how often it sleeps, and its price. */
final class UnitsPane {
    /** From this width in em on the chosen number stands beside the pictures. */
    private static final double BESIDE = 62;

    private static final int GAP = 1;
    private static final int LARGEST = 6;
    /** What gaps and the frame of the chosen one leave of a length. */
    private static final double ROOM = 0.98;
    /** Images in a row of those that excite a number. */
    private static final int TOP_ACROSS = 5;

    private final InsideModel model;
    private final UnitsModel units;
    private final Appearance appearance;
    private final ImageGridView grid;
    private final ImageGridView picture;
    private final ImageGridView top;
    private final Prices prices;
    private final Label title = words("inside-units-title", "headline");
    private final Label dead = words("inside-units-dead", "soft");
    private final Label unit = words("inside-unit", "headline");
    private final Label price = words("inside-unit-price", "metric-number");
    private final Label zeros = words("inside-unit-zeros", "metric-number");
    private final Label mean = words("inside-unit-mean", "metric-number");
    private final Label topWords = words("inside-unit-top", "strong");
    private final StackPane root = new StackPane();
    private final VBox left;
    private final VBox right;
    private final VBox details;
    private int[] order = new int[0];

    /** What silence costs, all numbers from the dearest down. */
    private final class Prices extends CanvasPane {
        Prices(Appearance appearance) {
            super(appearance);
            setId("inside-prices");
            setMinHeight(72);
            setPrefHeight(96);
            setAccessibleText(Messages.text("inside.units.prices.tip"));
            setOnMouseClicked(this::clicked);
        }

        @Override
        protected void paint(Brush brush) {
            Units all = units.foundProperty().get().map(Found::units).orElse(null);
            if (all == null || all.known() == 0) {
                return;
            }
            int[] dearest = all.sorted(Order.PRICE);
            double most = Math.max(1e-9, all.price(dearest[0]));
            double step = brush.width() / dearest.length;
            for (int i = 0; i < dearest.length; i++) {
                double high = Math.max(1, (brush.height() - 4) * Math.max(0, all.price(dearest[i])) / most);
                boolean chosen = dearest[i] == units.selectedProperty().get();
                brush.g().setFill(brush.color(chosen ? Token.SELECTION : Token.ACCENT));
                if (!Double.isNaN(all.price(dearest[i]))) {
                    brush.g().fillRect(i * step, brush.height() - high, Math.max(1, step - (step > 4 ? 2 : 0)), high);
                }
            }
        }

        private void clicked(MouseEvent event) {
            Point2D point = sheet().sceneToLocal(event.getSceneX(), event.getSceneY());
            units.foundProperty().get().map(Found::units).ifPresent(all -> {
                int place = (int) (point.getX() / paintWidth() * all.count());
                if (place >= 0 && place < all.count()) {
                    units.selectedProperty().set(all.sorted(Order.PRICE)[place]);
                }
            });
        }
    }

    UnitsPane(InsideModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
        units = model.units();
        grid = new ImageGridView(appearance).columns(8).scale(0).gap(GAP).onClick(this::clicked);
        grid.setId("inside-units");
        grid.getStyleClass().add("image-table");
        grid.setFocusTraversable(true);
        grid.setAccessibleText(Messages.text("inside.units.tip"));
        grid.setOnKeyPressed(this::pressed);
        Tips.add(grid, Messages.text("inside.units.tip"));
        grid.setMinHeight(260);
        grid.setPrefHeight(420);
        picture = new ImageGridView(appearance).columns(1).rows(1).scale(8).gap(0);
        top = new ImageGridView(appearance).columns(TOP_ACROSS).scale(3).gap(4);
        top.setAccessibleText(Messages.text("inside.units.top.tip"));
        Tips.add(top, Messages.text("inside.units.top.tip"));
        prices = new Prices(appearance);
        Tips.add(prices, Messages.text("inside.units.prices.tip"));
        VBox.setVgrow(grid, Priority.ALWAYS);
        FlowPane head = new FlowPane(16, 4, title, dead);
        head.setRowValignment(VPos.BASELINE);
        head.setMinHeight(Region.USE_PREF_SIZE);
        left = new VBox(8, head, grid);
        details = new VBox(8, unit, chosen(), topWords, top);
        right = new VBox(8, details, pricesTitle(), measuring(), prices);
        VBox.setVgrow(prices, Priority.ALWAYS);
        grid.widthProperty().addListener((observed, before, now) -> columns());
        grid.heightProperty().addListener((observed, before, now) -> columns());
        HBox.setHgrow(left, Priority.ALWAYS);
        root.widthProperty().addListener((observed, before, now) -> arrange());
        appearance.textSizeProperty().addListener((observed, before, now) -> arrange());
        arrange();
        units.foundProperty().addListener((observed, before, now) -> show());
        units.orderProperty().addListener((observed, before, now) -> show());
        units.selectedProperty().addListener((observed, before, now) -> showChosen());
        appearance.themeProperty().addListener((observed, before, now) -> show());
        show();
    }

    Node node() {
        return root;
    }

    private static Label words(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void arrange() {
        boolean beside = root.getWidth() >= BESIDE * appearance.em();
        double side = beside ? 30 * appearance.em() : Region.USE_COMPUTED_SIZE;
        right.setMinWidth(beside ? side : 0);
        right.setPrefWidth(side);
        right.setMaxWidth(beside ? side : Double.MAX_VALUE);
        Pane both = beside ? new HBox(28, left, right) : new VBox(16, left, right);
        root.getChildren().setAll(both);
    }

    /** In so many columns as leave the pictures largest; of equal ones the squarest. */
    private void columns() {
        var shown = units.foundProperty().get().map(found -> found.look().test());
        int count = order.length;
        if (shown.isPresent() && count > 0) {
            grid.columns(columns(
                    count,
                    grid.getWidth() / shown.get().width(),
                    grid.getHeight() / shown.get().height()));
        }
    }

    /**
     * Columns for so many pictures.
     *
     * @param across pictures that would fit side by side at scale 1
     * @param down pictures that would fit below each other at scale 1
     */
    static int columns(int count, double across, double down) {
        int square = (int) Math.max(1, Math.ceil(Math.sqrt(count)));
        for (int scale = LARGEST; scale > 1; scale--) {
            for (int columns = square; columns <= across * ROOM / scale; columns++) {
                if (Math.ceil((double) count / columns) <= down * ROOM / scale) {
                    return columns;
                }
            }
        }
        return Math.max(square, (int) Math.min(count, across * ROOM));
    }

    /** How far the prices are, and the way to end that. */
    private Node measuring() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(units.progressProperty());
        Label words = words("inside-units-state", "soft");
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Words.measuring(
                                units.stateProperty().get(),
                                units.foundProperty().get()),
                        units.stateProperty(),
                        units.foundProperty()));
        Button cancel = new Button(Messages.text("inside.units.cancel"));
        cancel.setId("inside-units-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> units.cancel());
        Tips.add(cancel, Messages.text("inside.units.cancel.tip"));
        Button again = new Button(Messages.text("inside.units.again"));
        again.setId("inside-units-again");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(event -> units.again());
        Tips.add(again, Messages.text("inside.units.again.tip"));
        shownWhen(bar, State.MEASURING);
        shownWhen(cancel, State.MEASURING);
        again.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> units.stateProperty().get() == State.CANCELLED
                                || units.stateProperty().get() == State.FAILED,
                        units.stateProperty()));
        again.managedProperty().bind(again.visibleProperty());
        FlowPane row = new FlowPane(12, 4, words, bar, cancel, again);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    private void shownWhen(Node node, State state) {
        node.visibleProperty().bind(units.stateProperty().isEqualTo(state));
        node.managedProperty().bind(node.visibleProperty());
    }

    private Node chosen() {
        Button silence = new Button(Messages.text("inside.units.silence"));
        silence.setId("inside-unit-silence");
        silence.setMinWidth(Region.USE_PREF_SIZE);
        silence.setOnAction(event -> model.silence(units.selectedProperty().get()));
        Tips.add(silence, Messages.text("inside.units.silence.tip"));
        VBox facts = new VBox(
                2,
                price,
                words("", "soft", Messages.text("inside.units.price")),
                zeros,
                words("", "soft", Messages.text("inside.units.zeros")),
                mean,
                words("", "soft", Messages.text("inside.units.mean")),
                silence);
        VBox.setMargin(silence, new Insets(8, 0, 0, 0));
        HBox.setHgrow(facts, Priority.ALWAYS);
        Label legend = words("", "soft", Messages.text("inside.surgery.legend"));
        return new HBox(20, new VBox(4, picture, legend), facts);
    }

    private static Label words(String id, String style, String text) {
        Label label = words(id, style);
        label.setText(text);
        return label;
    }

    private Node pricesTitle() {
        return words("", "strong", Messages.text("inside.units.prices"));
    }

    private void show() {
        Optional<Found> now = units.foundProperty().get();
        order = units.sorted();
        title.setText(now.map(made -> Words.units(made.units())).orElse(""));
        dead.setText(now.map(made -> Words.dead(made.units())).orElse(""));
        grid.show(now.map(this::tiles).orElse(ImageTiles.none()));
        columns();
        showChosen();
    }

    /** Each at its own scale; those that say nothing are grey. */
    private ImageTiles tiles(Found made) {
        List<int[]> tiles = new ArrayList<>();
        for (int number : order) {
            tiles.add(StageColors.ofUnit(made.units(), number, appearance.ground()));
        }
        return ImageTiles.of(
                tiles, made.look().test().width(), made.look().test().height());
    }

    private void showChosen() {
        prices.repaint();
        Optional<Found> now = units.foundProperty().get();
        details.setVisible(now.isPresent());
        details.setManaged(now.isPresent());
        if (now.isEmpty()) {
            return;
        }
        Units all = now.get().units();
        int number = units.selectedProperty().get();
        for (int place = 0; place < order.length; place++) {
            if (order[place] == number) {
                grid.selectedProperty().set(place);
            }
        }
        int width = now.get().look().test().width();
        int height = now.get().look().test().height();
        picture.show(ImageTiles.ofPacked(StageColors.ofUnit(all, number, appearance.ground()), width, height));
        unit.setText(Words.unit(now.get().look().experiment().model(), all, number));
        price.setText(Words.price(all, number));
        zeros.setText(Words.share(all.facts().get(number).zeros()));
        mean.setText(Words.number(all.facts().get(number).mean()));
        int[] excited = all.facts().get(number).top();
        topWords.setText(
                Messages.text("inside.units.top", Integer.toString(excited.length), Counts.spaced(all.images())));
        float[] pixels = now.get().look().test().images(excited);
        int[] argb = new int[pixels.length];
        GreyMap.fill(pixels, 0, pixels.length, argb, 0);
        top.show(ImageTiles.ofPacked(argb, width, height));
    }

    private void clicked(int place) {
        grid.requestFocus();
        choose(place);
    }

    private void choose(int place) {
        if (place >= 0 && place < order.length) {
            units.selectedProperty().set(order[place]);
        }
    }

    private void pressed(KeyEvent event) {
        int place = grid.selectedProperty().get();
        switch (event.getCode()) {
            case LEFT -> choose(place - 1);
            case RIGHT -> choose(place + 1);
            case UP -> choose(place - grid.columnsShown());
            case DOWN -> choose(place + grid.columnsShown());
            case HOME -> choose(0);
            case END -> choose(order.length - 1);
            default -> {
                return;
            }
        }
        event.consume();
    }
}

package hourglass.ui.inside;

import hourglass.core.color.Token;
import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.Window;
import hourglass.core.spec.Window.Area;
import hourglass.figures.StageColors;
import hourglass.session.measure.WalkStage;
import hourglass.session.measure.WalkStage.Kind;
import hourglass.ui.inside.InsideModel.Inside;
import hourglass.ui.inside.WalkPlaces.Column;
import hourglass.ui.inside.WalkPlaces.Place;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Fonts;
import hourglass.ui.kit.Messages;
import hourglass.ui.pictures.ImageTiles;
import hourglass.ui.pictures.TileAtlas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The walk of one image: a column of pictures for every layer, and around the pixel pointed at what it was made of. */
final class WalkPane extends CanvasPane {
    private final Appearance appearance;
    private final ObjectProperty<Optional<Place>> pointed =
            new SimpleObjectProperty<>(this, "pointed", Optional.empty());
    private List<TileAtlas> atlases = List.of();
    private @Nullable Inside inside;
    private @Nullable Place enlarged;
    private int lit = Integer.MAX_VALUE;
    private List<WalkStage> measured = List.of();
    private double measuredAt;
    private WalkPlaces.Margins margins = new WalkPlaces.Margins(0, 0, List.of());

    WalkPane(Appearance appearance) {
        super(appearance);
        this.appearance = appearance;
        setId("inside-walk");
        getStyleClass().add("inside-walk");
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        setAccessibleText(Messages.text("inside.walk.tip"));
        pointed.addListener((observed, before, now) -> repaint());
        appearance.themeProperty().addListener((observed, before, now) -> color());
        setOnMouseMoved(event -> point(at(event)));
        setOnMouseClicked(this::clicked);
        setOnKeyPressed(this::pressed);
    }

    /** The pixel pointed at; it stays when the pointer leaves. */
    ObjectProperty<Optional<Place>> pointedProperty() {
        return pointed;
    }

    void show(Optional<Inside> now) {
        boolean sameShape = inside != null
                && now.isPresent()
                && now.get().walk().spec().equals(inside.walk().spec())
                && now.get().stages().size() == inside.stages().size();
        inside = now.orElse(null);
        if (!sameShape) {
            // In as many lines as it takes.
            requestLayout();
        }
        if (!sameShape) {
            enlarged = null;
            pointed.set(now.map(WalkPane::first));
        }
        color();
    }

    /** Only the first stages are lit, while the walk is played. */
    void light(int stages) {
        lit = stages;
        repaint();
    }

    /** A pixel in the middle of the first layer's strongest picture. */
    private static Place first(Inside now) {
        WalkStage stage = now.stages().get(1);
        double most = -1;
        Place best = new Place(1, 0, 0, 0);
        for (int i = 0; i < stage.tiles().values().length; i++) {
            int pixels = stage.tiles().width() * stage.tiles().height();
            float value = stage.tiles().values()[i];
            if (!Float.isNaN(value) && value > most) {
                most = value;
                best = new Place(
                        1,
                        i / pixels,
                        i % pixels / stage.tiles().width(),
                        i % stage.tiles().width());
            }
        }
        return best;
    }

    private void color() {
        Inside now = inside;
        List<TileAtlas> made = new ArrayList<>();
        if (now != null) {
            for (WalkStage stage : now.stages()) {
                int[] argb = StageColors.of(stage, appearance.ground())
                        .argb(stage.tiles().values());
                made.add(new TileAtlas(ImageTiles.ofPacked(
                        argb, stage.tiles().width(), stage.tiles().height())));
            }
        }
        atlases = made;
        repaint();
    }

    /** One scrolls down to what does not fit beside one another. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        Inside now = inside;
        double wide = width < 0 ? getWidth() : width;
        return now == null || wide <= 0 ? 17.5 * em() : WalkPlaces.leastHeight(now.stages(), wide, margins(now));
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    private WalkPlaces.Margins margins(Inside now) {
        if (!now.stages().equals(measured) || measuredAt != em()) {
            measured = now.stages();
            measuredAt = em();
            margins = WalkWords.margins(now, em());
        }
        return margins;
    }

    /** Where everything stands now. */
    WalkPlaces places(Inside now) {
        return enlarged == null
                ? WalkPlaces.of(now.stages(), paintWidth(), paintHeight(), margins(now))
                : WalkPlaces.enlarged(now.stages(), enlarged, paintWidth(), paintHeight(), 3.4 * em());
    }

    @Override
    protected void paint(Brush brush) {
        Inside now = inside;
        if (now == null || atlases.size() != now.stages().size()) {
            return;
        }
        WalkPlaces places = places(now);
        brush.g().setImageSmoothing(false);
        for (int i = 0; i < now.stages().size(); i++) {
            if (places.columns().get(i).count() > 0) {
                brush.g().setGlobalAlpha(i < lit ? 1 : 0.12);
                stage(brush, now, places, i);
                brush.g().setGlobalAlpha(1);
            }
        }
        pointed.get().filter(place -> lit == Integer.MAX_VALUE).ifPresent(place -> marks(brush, now, places, place));
    }

    private void stage(Brush brush, Inside now, WalkPlaces places, int place) {
        Column column = places.columns().get(place);
        WalkStage stage = now.stages().get(place);
        for (int tile = column.first(); tile < column.first() + column.count(); tile++) {
            atlases.get(place)
                    .draw(
                            brush.g(),
                            tile,
                            column.tileX(tile),
                            column.tileY(tile),
                            column.tileWidth(),
                            column.tileHeight());
            symbols(brush, stage, column, tile);
        }
        if (stage.isCode()) {
            brush.g().setStroke(brush.color(Token.ACCENT));
            brush.g().setLineWidth(2);
            brush.g()
                    .strokeRoundRect(
                            column.x() - 8, column.top() - 8, column.width() + 16, column.height() + 16, 12, 12);
        }
        new WalkWords(brush, now, places).paint(place, Optional.ofNullable(enlarged));
        if (place + 1 < places.columns().size() && enlarged == null) {
            Column next = places.columns().get(place + 1);
            double end = column.x() + column.width();
            boolean goesOn = next.line().equals(column.line());
            arrow(
                    brush,
                    goesOn ? (end + next.x()) / 2 : end + WalkPlaces.BETWEEN / 2,
                    column.line().middle());
        }
    }

    private static void arrow(Brush brush, double x, double y) {
        brush.g().setStroke(brush.color(Token.INK_SOFT));
        brush.g().setLineWidth(2);
        brush.g().strokePolyline(new double[] {x - 3, x + 3, x - 3}, new double[] {y - 6, y, y + 6}, 3);
    }

    /** Letters of the numbers of a distribution, where there is a picture for each. */
    private void symbols(Brush brush, WalkStage stage, Column column, int tile) {
        String letter =
                switch (stage.kind()) {
                    case DISTRIBUTION -> tile == 0 ? "µ" : "σ";
                    case DRAW -> tile == 0 ? "ε" : "z";
                    case IMAGE, MAPS, READS, DRAWS, NUMBERS -> "";
                };
        if (!letter.isEmpty() && enlarged == null) {
            brush.g().setFill(brush.color(Token.INK_SOFT));
            brush.text(
                    letter,
                    column.tileX(tile) - 12,
                    column.tileY(tile) + column.tileHeight() / 2.0,
                    Fonts.words(em()),
                    TextAlignment.RIGHT);
        }
    }

    /** The pixel, what its layer looked at for it, and where a transposed convolution after it spreads it. */
    private void marks(Brush brush, Inside now, WalkPlaces places, Place place) {
        Column column = places.columns().get(place.stage());
        if (column.count() == 0 || place.tile() < column.first() || place.tile() >= column.first() + column.count()) {
            return;
        }
        WalkStage stage = now.stages().get(place.stage());
        brush.g().setStroke(brush.color(Token.SELECTION));
        brush.g().setLineWidth(2);
        brush.g()
                .strokeRoundRect(
                        column.tileX(place.tile()) - 2,
                        column.tileY(place.tile()) - 2,
                        column.tileWidth() + 4,
                        column.tileHeight() + 4,
                        4,
                        4);
        if (stage.kind() != Kind.READS && stage.kind() != Kind.DRAWS) {
            box(brush, column, place.tile(), new Area(place.row(), place.column(), 1, 1), stage);
        }
        Summands.lookedAt(now, place).ifPresent(area -> onAll(brush, places, now, place.stage() - 1, area));
        spread(now, place).ifPresent(area -> onAll(brush, places, now, place.stage() + 1, area));
    }

    private static Optional<Area> spread(Inside now, Place place) {
        boolean followed = place.stage() + 1 < now.stages().size();
        LayerSpec next = followed ? Words.layer(now, now.stages().get(place.stage() + 1)) : null;
        return next instanceof LayerSpec.TransposedConvolution transposed
                ? Optional.of(Window.of(transposed).under(place.row(), place.column()))
                : Optional.empty();
    }

    private static void onAll(Brush brush, WalkPlaces places, Inside now, int stage, Area area) {
        Column column = places.columns().get(stage);
        for (int tile = column.first(); tile < column.first() + column.count(); tile++) {
            box(brush, column, tile, area, now.stages().get(stage));
        }
    }

    /** A frame around pixels, cut off at the edges of the picture. */
    private static void box(Brush brush, Column column, int tile, Area area, WalkStage stage) {
        int top = Math.max(0, area.top());
        int left = Math.max(0, area.left());
        int bottom = Math.min(stage.tiles().height(), area.top() + area.rows());
        int right = Math.min(stage.tiles().width(), area.left() + area.columns());
        double x = column.tileX(tile) + left * column.scale();
        double y = column.tileY(tile) + top * column.scale();
        double wide = (right - left) * column.scale();
        double high = (bottom - top) * column.scale();
        brush.g().setStroke(brush.color(Token.GROUND));
        brush.g().setLineWidth(4);
        brush.g().strokeRect(x - 1, y - 1, wide + 2, high + 2);
        brush.g().setStroke(brush.color(Token.SELECTION));
        brush.g().setLineWidth(2);
        brush.g().strokeRect(x - 1, y - 1, wide + 2, high + 2);
    }

    private Optional<Place> at(MouseEvent event) {
        Point2D point = sheet().sceneToLocal(event.getSceneX(), event.getSceneY());
        return Optional.ofNullable(inside).map(now -> places(now).at(point.getX(), point.getY()));
    }

    private void point(Optional<Place> place) {
        if (place.isPresent()) {
            pointed.set(place);
        }
    }

    private void clicked(MouseEvent event) {
        requestFocus();
        Optional<Place> place = at(event);
        point(place);
        enlarged = enlarged == null ? place.orElse(null) : null;
        repaint();
    }

    private void pressed(KeyEvent event) {
        Inside now = inside;
        Place place = pointed.get().orElse(null);
        if (now == null || place == null) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> move(now, place, 0, -1);
            case RIGHT -> move(now, place, 0, 1);
            case UP -> move(now, place, -1, 0);
            case DOWN -> move(now, place, 1, 0);
            case PAGE_UP -> jump(now, place.stage() - 1, 0);
            case PAGE_DOWN -> jump(now, place.stage() + 1, 0);
            case PLUS, ADD -> jump(now, place.stage(), place.tile() + 1);
            case MINUS, SUBTRACT -> jump(now, place.stage(), place.tile() - 1);
            case ENTER -> enlarged = enlarged == null ? place : null;
            default -> {
                return;
            }
        }
        repaint();
        event.consume();
    }

    private void move(Inside now, Place from, int down, int right) {
        WalkStage stage = now.stages().get(from.stage());
        int row = Math.floorMod(from.row() + down, stage.tiles().height());
        int column = Math.floorMod(from.column() + right, stage.tiles().width());
        pointed.set(Optional.of(new Place(from.stage(), from.tile(), row, column)));
    }

    private void jump(Inside now, int stage, int tile) {
        if (stage >= 0 && stage < now.stages().size()) {
            var tiles = now.stages().get(stage).tiles();
            int chosen = Math.floorMod(tile, tiles.count());
            enlarged = null;
            pointed.set(Optional.of(new Place(stage, chosen, tiles.height() / 2, tiles.width() / 2)));
        }
    }
}

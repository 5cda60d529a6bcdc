package hourglass.ui.pictures;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Fonts;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Images side by side, each image pixel a whole number of screen pixels, with captions, hover and a chosen one. */
public final class ImageGridView extends CanvasPane {
    /** What stands below a tile: a word, and the colour of the mark before it if it has one. */
    public record Caption(String text, @Nullable Token mark) {}

    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private final ReadOnlyIntegerWrapper capacity = new ReadOnlyIntegerWrapper(this, "capacity", 0);
    private ImageTiles tiles = ImageTiles.none();
    private @Nullable TileAtlas atlas;
    private List<Caption> captions = List.of();
    private Set<Integer> framed = Set.of();
    private Token frame = Token.SELECTION;
    private int columns;
    private int rows;
    private int scale;
    private double gap = 8;
    private int hovered = -1;
    private IntConsumer onHover = index -> {};
    private IntConsumer onClick = index -> {};

    /** As many columns as fit at triple size, until told otherwise. */
    public ImageGridView(Appearance appearance) {
        super(appearance);
        scale = 3;
        getStyleClass().add("image-grid");
        setOnMouseMoved(this::moved);
        setOnMouseExited(event -> hover(-1));
        setOnMouseClicked(this::clicked);
        selected.addListener((observed, before, now) -> repaint());
        widthProperty().addListener((observed, before, now) -> measure());
        heightProperty().addListener((observed, before, now) -> measure());
        appearance.textSizeProperty().addListener((observed, before, now) -> resized());
    }

    /** Columns, or 0 for as many as fit. */
    public ImageGridView columns(int count) {
        columns = count;
        resized();
        return this;
    }

    /**
     * Shows the images as so many rows of equal length, such as originals above reconstructions; columns that do not fit
     * are left off at the right. 0 for rows as needed.
     */
    public ImageGridView rows(int count) {
        rows = count;
        resized();
        return this;
    }

    /** Screen pixels per image pixel, or 0 for as many as fit the place. */
    public ImageGridView scale(int factor) {
        scale = factor;
        resized();
        return this;
    }

    /** Space between images. */
    public ImageGridView gap(double pixels) {
        gap = pixels;
        resized();
        return this;
    }

    /** Called with the index under the pointer, −1 when it leaves. */
    public ImageGridView onHover(IntConsumer listener) {
        onHover = listener;
        return this;
    }

    /** Called with the index clicked. */
    public ImageGridView onClick(IntConsumer listener) {
        onClick = listener;
        return this;
    }

    /** Shows other images; cheap when their number and size stay. */
    public void show(ImageTiles images) {
        boolean sameShape = atlas != null && atlas.fits(images);
        tiles = images;
        if (atlas != null && sameShape) {
            atlas.fill(images);
        } else {
            atlas = new TileAtlas(images);
            resized();
        }
        repaint();
    }

    /** Words below the images, in their order; an empty list for none. */
    public void captions(List<Caption> words) {
        boolean otherHeight = captions.isEmpty() != words.isEmpty();
        captions = List.copyOf(words);
        if (otherHeight) {
            resized();
        }
        repaint();
    }

    /** Frames these images in a colour. */
    public void framed(Set<Integer> images, Token color) {
        framed = Set.copyOf(images);
        frame = color;
        repaint();
    }

    /** The chosen image, −1 for none. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** How many images fit now, for views that fetch just as many. */
    public ReadOnlyIntegerProperty capacityProperty() {
        return capacity.getReadOnlyProperty();
    }

    /** Columns as they stand now, for keys that move up and down. */
    public int columnsShown() {
        return layout(paintWidth(), paintHeight()).columns();
    }

    /** Height of one row with its caption and gap, for labels beside the rows. */
    public double rowHeight() {
        return layout(paintWidth(), paintHeight()).stepY();
    }

    /** Height of one image on screen. */
    public double tileHeight() {
        return layout(paintWidth(), paintHeight()).tileHeight();
    }

    private double captionHeight() {
        return captions.isEmpty() ? 0 : Math.round(em() * 1.5);
    }

    private double outputScale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
    }

    private TileLayout layout(double width, double height) {
        double factor = factor(width, height);
        double w = tiles.imageWidth() * factor;
        double h = tiles.imageHeight() * factor;
        int across = columns > 0 ? columns : TileLayout.fitting(width, w, gap);
        across = rows > 0 ? Math.max(1, Math.min(across, columnsOfData())) : across;
        int down = downFor(across, TileLayout.fitting(height, h + captionHeight(), gap));
        TileLayout tight = new TileLayout(across, down, w, h, gap, gap, captionHeight());
        return columns > 0 && scale > 0 ? tight : tight.spreadOver(width, height);
    }

    private int downFor(int across, int fitting) {
        if (rows > 0) {
            return rows;
        }
        return columns > 0 ? Math.max(1, (tiles.count() + across - 1) / across) : fitting;
    }

    /** Images in each row of the data, of which the right-most may not be shown; 0 where there are no fixed rows. */
    int columnsOfData() {
        return rows > 0 ? Math.max(1, tiles.count() / rows) : 0;
    }

    /** Place of image {@code index} in the layout, −1 if it is not shown. */
    private int placeOf(int index, TileLayout layout) {
        if (index < 0 || index >= tiles.count()) {
            return -1;
        }
        if (rows > 0) {
            int column = index % columnsOfData();
            return column < layout.columns() ? index / columnsOfData() * layout.columns() + column : -1;
        }
        return columns > 0 || index < layout.capacity() ? index : -1;
    }

    /** Image at a place of the layout. */
    private int imageAt(int place, TileLayout layout) {
        return rows > 0 && place >= 0 ? place / layout.columns() * columnsOfData() + place % layout.columns() : place;
    }

    /** A scale asked for gives way where the columns asked for would not fit. */
    private double factor(double width, double height) {
        if (rows > 0 && scale == 0) {
            double room = (height - 2 * TileLayout.MARGIN + gap) / rows - gap - captionHeight();
            return TileLayout.wholeScale(room, tiles.imageHeight(), outputScale());
        }
        if (columns == 0) {
            return wholeFactor(Math.max(1, scale));
        }
        double fitting = fittingFactor(width, scale > 0 ? Double.MAX_VALUE : height);
        return scale > 0 ? Math.min(wholeFactor(scale), fitting) : fitting;
    }

    private double wholeFactor(int wanted) {
        double output = outputScale();
        return Math.max(1, Math.floor(wanted * output)) / output;
    }

    private double fittingFactor(double width, double height) {
        int across = Math.max(1, columns);
        int down = Math.max(1, (tiles.count() + across - 1) / across);
        double room = 2 * TileLayout.MARGIN;
        double w = (width - room + gap) / across - gap;
        double h = (height - room + gap) / down - gap - captionHeight();
        return Math.min(
                TileLayout.wholeScale(w, tiles.imageWidth(), outputScale()),
                TileLayout.wholeScale(h, tiles.imageHeight(), outputScale()));
    }

    private void resized() {
        measure();
        requestLayout();
        repaint();
    }

    private void measure() {
        capacity.set(layout(paintWidth(), paintHeight()).capacity());
    }

    @Override
    protected double bleed() {
        return TileLayout.MARGIN;
    }

    @Override
    protected void paint(Brush brush) {
        TileLayout layout = layout(brush.width(), brush.height());
        brush.g().setImageSmoothing(false);
        TileAtlas drawn = atlas;
        for (int i = 0; drawn != null && i < tiles.count(); i++) {
            int place = placeOf(i, layout);
            if (place >= 0) {
                drawn.draw(brush.g(), i, layout.x(place), layout.y(place), layout.tileWidth(), layout.tileHeight());
                paintCaption(brush, layout, i, place);
            }
        }
        framed.forEach(index -> outline(brush, layout, index, frame));
        outline(brush, layout, hovered, Token.INK_FAINT);
        outlineChosen(brush, layout);
    }

    private void paintCaption(Brush brush, TileLayout layout, int index, int place) {
        if (index >= captions.size()) {
            return;
        }
        Caption caption = captions.get(index);
        double y = layout.y(place) + layout.tileHeight() + layout.caption() / 2;
        double x = layout.x(place);
        if (caption.mark() != null) {
            brush.g().setFill(brush.color(caption.mark()));
            brush.roundRect(x, y - 4, 8, 8, 2);
            x += 12;
        }
        brush.g().setFill(brush.color(Token.INK_SOFT));
        boolean number =
                !caption.text().isEmpty() && Character.isDigit(caption.text().charAt(0));
        brush.text(
                caption.text(),
                x,
                y,
                Math.min(layout.x(place) + layout.stepX() - 3, brush.width()) - x,
                number ? Fonts.numbers(brush.small()) : Fonts.words(brush.small()));
    }

    private void outline(Brush brush, TileLayout layout, int index, Token token) {
        int place = placeOf(index, layout);
        if (place >= 0) {
            frame(brush, layout, place, layout.tileHeight(), token);
        }
    }

    /** Of rows that belong together the whole column is chosen. */
    private void outlineChosen(Brush brush, TileLayout layout) {
        int place = placeOf(selected.get(), layout);
        if (place >= 0) {
            double below = rows > 1 ? (rows - 1) * layout.stepY() : 0;
            frame(brush, layout, place, below + layout.tileHeight(), Token.SELECTION);
        }
    }

    private static void frame(Brush brush, TileLayout layout, int place, double high, Token token) {
        brush.g().setStroke(brush.color(token));
        brush.g().setLineWidth(2);
        brush.g().strokeRect(layout.x(place) - 2, layout.y(place) - 2, layout.tileWidth() + 4, high + 4);
    }

    private int indexAt(MouseEvent event) {
        Point2D point = sheet().sceneToLocal(event.getSceneX(), event.getSceneY());
        TileLayout layout = layout(paintWidth(), paintHeight());
        int index = imageAt(layout.indexAt(point.getX(), point.getY()), layout);
        return index < tiles.count() ? index : -1;
    }

    private void moved(MouseEvent event) {
        hover(indexAt(event));
    }

    private void hover(int index) {
        if (index != hovered) {
            hovered = index;
            onHover.accept(index);
            repaint();
        }
    }

    private void clicked(MouseEvent event) {
        int index = indexAt(event);
        if (index >= 0) {
            onClick.accept(index);
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        double factor = wholeFactor(Math.max(1, scale));
        int across = columns > 0 ? columns : 8;
        return insetsAcross() + across * (tiles.imageWidth() * factor + gap) - gap;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = (width < 0 ? computePrefWidth(-1) : width) - insetsAcross();
        int across = columns > 0
                ? columns
                : TileLayout.fitting(inner + 2 * TileLayout.MARGIN, tiles.imageWidth() * Math.max(1, scale), gap);
        double factor = wholeFactor(Math.max(1, scale));
        int down = rows > 0 ? rows : Math.max(1, (tiles.count() + across - 1) / across);
        TileLayout layout = new TileLayout(
                across, down, tiles.imageWidth() * factor, tiles.imageHeight() * factor, gap, gap, captionHeight());
        return snappedTopInset() + snappedBottomInset() + layout.height() - 2 * TileLayout.MARGIN;
    }

    /** Asked for columns or rows at a fixed scale, it needs the room; otherwise it makes do with what there is. */
    @Override
    protected double computeMinHeight(double width) {
        return scale > 0 && (columns > 0 || rows > 0) ? computePrefHeight(width) : 0;
    }

    private double insetsAcross() {
        return snappedLeftInset() + snappedRightInset();
    }
}

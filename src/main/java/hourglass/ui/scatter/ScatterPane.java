package hourglass.ui.scatter;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** Points of a plane by class: wheel, drag and keys move the view, a class can be isolated, points hovered and selected. */
public class ScatterPane extends CanvasPane {
    /** Pixels between the points and the edge when all are shown. */
    protected static final double MARGIN = 16;

    private final Appearance appearance;
    private final PointLayer layer = new PointLayer();
    private final ObjectProperty<Viewport> viewport =
            new SimpleObjectProperty<>(this, "viewport", new Viewport(0, 0, 1, 0, 0));
    private final IntegerProperty isolatedClass = new SimpleIntegerProperty(this, "isolatedClass", -1);
    private final IntegerProperty hovered = new SimpleIntegerProperty(this, "hovered", -1);
    private final ObjectProperty<PointSelection> selection =
            new SimpleObjectProperty<>(this, "selection", PointSelection.NONE);
    private final ObjectProperty<SelectionMode> selectionMode =
            new SimpleObjectProperty<>(this, "selectionMode", SelectionMode.PAN);
    private final ObjectProperty<PointLook> look = new SimpleObjectProperty<>(this, "look", PointLook.DOTS);
    private final ScatterHand hand = new ScatterHand(this);
    private ScatterPoints points = ScatterPoints.none();
    private boolean fitting;
    private boolean everythingShown = true;

    /** Empty, showing everything that will come. */
    public ScatterPane(Appearance appearance) {
        super(appearance);
        this.appearance = appearance;
        getStyleClass().add("scatter");
        setFocusTraversable(true);
        widthProperty().addListener((observed, before, now) -> resizedTo(paintWidth(), paintHeight()));
        heightProperty().addListener((observed, before, now) -> resizedTo(paintWidth(), paintHeight()));
        viewport.addListener((observed, before, now) -> {
            everythingShown = fitting;
            repaint();
        });
        isolatedClass.addListener((observed, before, now) -> repaint());
        hovered.addListener((observed, before, now) -> repaint());
        selection.addListener((observed, before, now) -> repaint());
        look.addListener((observed, before, now) -> repaint());
        hand.listen();
    }

    /** Shows other points; while the user has not moved the view it keeps showing all of them. */
    public void points(ScatterPoints shown) {
        boolean others = shown.size() != points.size();
        points = shown;
        if (others) {
            hovered.set(-1);
            selection.set(PointSelection.NONE);
        }
        if (everythingShown) {
            fit();
        }
        repaint();
    }

    /** What is shown. */
    public final ScatterPoints points() {
        return points;
    }

    /** Which part of the plane is seen. */
    public final ObjectProperty<Viewport> viewportProperty() {
        return viewport;
    }

    /** The class to be seen alone, the others faint; −1 for all. */
    public final IntegerProperty isolatedClassProperty() {
        return isolatedClass;
    }

    /** The point under the pointer, −1 for none; may be set to point at one from elsewhere. */
    public final IntegerProperty hoveredProperty() {
        return hovered;
    }

    /** The points selected. */
    public final ObjectProperty<PointSelection> selectionProperty() {
        return selection;
    }

    /** What dragging does. */
    public final ObjectProperty<SelectionMode> selectionModeProperty() {
        return selectionMode;
    }

    /** What points are drawn as; without images they are dots. */
    public final ObjectProperty<PointLook> lookProperty() {
        return look;
    }

    /** Shows everything, and keeps doing so while points move. */
    public final void fit() {
        fitting = true;
        try {
            viewport.set(fitted(paintWidth(), paintHeight()));
            everythingShown = true;
        } finally {
            fitting = false;
        }
    }

    /** The view that shows everything in a place of this size. */
    protected Viewport fitted(double width, double height) {
        return Viewport.showing(points.minX(), points.minY(), points.maxX(), points.maxY(), width, height, margin());
    }

    private double margin() {
        boolean tall = look.get() == PointLook.IMAGES && points.hasImages();
        double small = Math.min(MARGIN, 0.06 * Math.min(paintWidth(), paintHeight()));
        return tall ? small + points.images().imageHeight() / 4.0 : small;
    }

    private void resizedTo(double width, double height) {
        if (everythingShown) {
            fit();
        } else {
            viewport.set(viewport.get().resized(width, height));
        }
    }

    /** Nearer by {@code factor} around the middle. */
    public final void zoom(double factor) {
        viewport.set(viewport.get().zoomed(factor, paintWidth() / 2, paintHeight() / 2));
    }

    /** The point to be seen nearest to a place, within reach of a hand; −1 if there is none. */
    public final int pointNear(double screenX, double screenY) {
        Viewport view = viewport.get();
        boolean images = look.get() == PointLook.IMAGES && points.hasImages();
        double reach = images ? PointLook.imageSide(points, view) / 2 : PointLook.radius(points.size(), view) + 5;
        return points.nearest(view.dataX(screenX), view.dataY(screenY), reach / view.scale(), this::isLoud);
    }

    /** Whether a point is not among those drawn faint. */
    final boolean isLoud(int point) {
        return isolatedClass.get() < 0 || points.classOf(point) == isolatedClass.get();
    }

    /** Where a mouse event happened on the drawing. */
    protected final Point2D place(MouseEvent event) {
        return place(event.getSceneX(), event.getSceneY());
    }

    final Point2D place(double sceneX, double sceneY) {
        return sheet().sceneToLocal(sceneX, sceneY);
    }

    /** A button goes down at a place of the plane; true when that is dealt with. */
    protected boolean press(double dataX, double dataY, MouseEvent event) {
        return false;
    }

    /** The pointer is dragged; asked only when the press was taken. */
    protected boolean drag(double dataX, double dataY, MouseEvent event) {
        return false;
    }

    /** The button comes up; asked only when the press was taken. */
    protected boolean release(double dataX, double dataY, MouseEvent event) {
        return false;
    }

    /** A key goes down; true when that is dealt with. */
    protected boolean key(KeyEvent event) {
        return false;
    }

    /** A click that was not a drag on a point, −1 for the ground; double clicks show everything unless taken. */
    protected boolean click(int point, MouseEvent event) {
        return false;
    }

    /** Draws below the points. */
    protected void paintUnder(Brush brush, Viewport view) {}

    /** Draws above the points. */
    protected void paintOver(Brush brush, Viewport view) {}

    @Override
    protected final void paint(Brush brush) {
        Viewport view = viewport.get();
        GraphicsContext g = brush.g();
        paintUnder(brush, view);
        double enlarged = g.getTransform().getMxx();
        boolean exported = enlarged != 1;
        double pixelScale = exported ? enlarged : outputScale();
        PointLayer painter = exported ? new PointLayer() : layer;
        PointLayer.Scene scene = new PointLayer.Scene(
                points, view, isolatedClass.get(), selection.get(), look.get(), appearance.colors(), pixelScale);
        g.setImageSmoothing(false);
        if (view.width() >= 1 && view.height() >= 1) {
            var picture = painter.picture(scene);
            g.drawImage(picture, 0, 0, picture.getWidth() / pixelScale, picture.getHeight() / pixelScale);
        }
        paintHovered(brush, view);
        paintOver(brush, view);
        hand.paint(brush);
    }

    private void paintHovered(Brush brush, Viewport view) {
        int point = hovered.get();
        if (point < 0 || point >= points.size() || !points.isFinite(point)) {
            return;
        }
        double x = view.screenX(points.x(point));
        double y = view.screenY(points.y(point));
        boolean images = look.get() == PointLook.IMAGES && points.hasImages();
        double radius = images ? PointLook.imageSide(points, view) / 2 + 2 : PointLook.radius(points.size(), view) + 3;
        brush.g().setStroke(brush.color(Token.INK));
        brush.g().setLineWidth(2);
        if (images) {
            brush.g().strokeRect(x - radius, y - radius, 2 * radius, 2 * radius);
        } else {
            brush.g().strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
        }
    }

    private double outputScale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
    }
}

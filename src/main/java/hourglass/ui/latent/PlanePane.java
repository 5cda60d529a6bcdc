package hourglass.ui.latent;

import hourglass.core.latent.LatentWindow;
import hourglass.core.latent.Lattice;
import hourglass.core.latent.Spot;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.scatter.ScatterPane;
import hourglass.ui.scatter.ScatterPoints;
import hourglass.ui.scatter.Viewport;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** The codes of test images with the handle to drag, over what the decoder draws there or how far codes are. */
final class PlanePane extends ScatterPane {
    private static final double SMALL_STEP = 4;
    private static final double LARGE_STEP = 40;
    private static final int MOST_CELLS = 700;
    private static final int HOLE_PIXELS = 4;

    private final SpaceModel space;
    private final ManifoldModel manifold;
    private final HolesModel holes;
    private final PlaneGround ground;
    private final PlaneMarks marks;
    private final Consumer<Spot> mover;
    private Consumer<Spot> picker = spot -> {};
    private final HandleMark handle = new HandleMark();
    private Backdrop backdrop = Backdrop.CODES;

    /** {@code mover} is told where the hand puts the handle. */
    PlanePane(
            Appearance appearance,
            SpaceModel space,
            ManifoldModel manifold,
            HolesModel holes,
            PlaneMarks marks,
            Consumer<Spot> mover) {
        super(appearance);
        this.space = space;
        this.manifold = manifold;
        this.holes = holes;
        this.marks = marks;
        this.mover = mover;
        ground = new PlaneGround();
        getStyleClass().add("latent-plane");
        space.mapProperty().addListener((observed, before, now) -> show(before, now));
        getChildren().add(handle);
        space.spotProperty().addListener((observed, before, now) -> placeHandle());
        manifold.pictureProperty().addListener((observed, before, now) -> {
            ground.manifold(now);
            repaint();
        });
        holes.holesProperty().addListener((observed, before, now) -> {
            ground.holes(now);
            repaint();
        });
        viewportProperty().addListener((observed, before, now) -> {
            want();
            placeHandle();
        });
        show(Optional.empty(), space.mapProperty().get());
    }

    private void placeHandle() {
        Viewport view = viewportProperty().get();
        Spot spot = space.spotProperty().get();
        double x = view.screenX(spot.x());
        double y = view.screenY(spot.y());
        handle.setVisible(
                space.mapProperty().get().isPresent() && x >= 0 && y >= 0 && x <= view.width() && y <= view.height());
        handle.moveTo(x, y);
    }

    /** Clicks with Shift look at the image there. */
    void onPick(Consumer<Spot> listener) {
        picker = listener;
    }

    /** What lies behind the codes. */
    void backdrop(Backdrop wanted) {
        backdrop = wanted;
        want();
        repaint();
    }

    private void show(Optional<LatentMap> before, Optional<LatentMap> now) {
        points(now.map(known -> ScatterPoints.of(
                        known.codes().places(), known.codes().sample().labels()))
                .orElse(ScatterPoints.none()));
        boolean other = before.isPresent()
                && now.isPresent()
                && (!now.get().look().isSameRun(before.get().look())
                        || !now.get()
                                .codes()
                                .choice()
                                .equals(before.get().codes().choice()));
        if (other) {
            fit();
        }
        want();
        placeHandle();
    }

    /** Outliers of a plain network would push all others together. */
    @Override
    protected Viewport fitted(double width, double height) {
        return space.mapProperty()
                .get()
                .map(shown -> shown.codes().window())
                .map(window ->
                        Viewport.showing(window.minX(), window.minY(), window.maxX(), window.maxY(), width, height, 12))
                .orElseGet(() -> Viewport.showing(-3, -3, 3, 3, width, height, 12));
    }

    /** Says what the ground needs for the part of the plane that is seen. */
    private void want() {
        Viewport view = viewportProperty().get();
        LatentMap map = space.mapProperty().get().orElse(null);
        boolean visible = map != null && view.width() >= 28 && view.height() >= 28;
        manifold.latticeProperty().set(visible && map != null ? wanted(view, map) : Lattice.NONE);
        boolean shaded = visible && backdrop == Backdrop.HOLES;
        holes.wishProperty()
                .set(
                        shaded
                                ? Optional.of(new HolesModel.Wish(
                                        window(view), (int) Math.ceil(view.width() / HOLE_PIXELS), (int)
                                                Math.ceil(view.height() / HOLE_PIXELS)))
                                : Optional.empty());
    }

    /** While the decoded plane is not seen, one to be saved; but not again and again of a network in training. */
    private Lattice wanted(Viewport view, LatentMap map) {
        if (backdrop == Backdrop.MANIFOLD) {
            return lattice(view, map);
        }
        boolean still = !map.look().isTraining();
        return backdrop != Backdrop.QUANTILES && still ? QuantilePane.lattice(map, QuantilePane.SIDE) : Lattice.NONE;
    }

    private static LatentWindow window(Viewport view) {
        return new LatentWindow(view.dataX(0), view.dataX(view.width()), view.dataY(view.height()), view.dataY(0));
    }

    /** Cells of a whole multiple of the images' size, around the middle of the window. */
    private static Lattice lattice(Viewport view, LatentMap map) {
        int w = map.look().test().width();
        int h = map.look().test().height();
        int factor = 1;
        while (cells(view, w * factor, h * factor) > MOST_CELLS) {
            factor++;
        }
        double[] xs = new double[(int) Math.ceil(view.width() / (w * factor))];
        double[] ys = new double[(int) Math.ceil(view.height() / (h * factor))];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = view.dataX((i + 0.5) * w * factor);
        }
        for (int j = 0; j < ys.length; j++) {
            ys[j] = view.dataY((j + 0.5) * h * factor);
        }
        return new Lattice(xs, ys);
    }

    private static double cells(Viewport view, int w, int h) {
        return Math.ceil(view.width() / w) * Math.ceil(view.height() / h);
    }

    @Override
    protected boolean press(double dataX, double dataY, MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return false;
        }
        // No ring stays behind where the hand began.
        hoveredProperty().set(-1);
        if (event.isShiftDown()) {
            picker.accept(new Spot(dataX, dataY));
        } else {
            mover.accept(new Spot(dataX, dataY));
        }
        return true;
    }

    @Override
    protected boolean drag(double dataX, double dataY, MouseEvent event) {
        if (!event.isShiftDown()) {
            mover.accept(inside(dataX, dataY));
        }
        return true;
    }

    /** The handle stays where it can be seen. */
    private Spot inside(double dataX, double dataY) {
        LatentWindow window = window(viewportProperty().get());
        return new Spot(
                Math.max(window.minX(), Math.min(window.maxX(), dataX)),
                Math.max(window.minY(), Math.min(window.maxY(), dataY)));
    }

    @Override
    protected boolean key(KeyEvent event) {
        double step = (event.isShiftDown() ? LARGE_STEP : SMALL_STEP)
                / viewportProperty().get().scale();
        Spot at = space.spotProperty().get();
        switch (event.getCode()) {
            case LEFT -> mover.accept(inside(at.x() - step, at.y()));
            case RIGHT -> mover.accept(inside(at.x() + step, at.y()));
            case UP -> mover.accept(inside(at.x(), at.y() + step));
            case DOWN -> mover.accept(inside(at.x(), at.y() - step));
            case ENTER -> picker.accept(at);
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    protected void paintUnder(Brush brush, Viewport view) {
        ground.paint(brush, view, backdrop, space.mapProperty().get());
    }

    @Override
    protected void paintOver(Brush brush, Viewport view) {
        if (backdrop != Backdrop.MANIFOLD) {
            space.mapProperty()
                    .get()
                    .ifPresent(map -> ClassNames.paint(
                            brush, view, map, isolatedClassProperty().get()));
        }
        marks.paint(brush, view);
    }
}

package hourglass.ui.latent;

import hourglass.core.color.Token;
import hourglass.core.latent.GaussianQuantiles;
import hourglass.core.latent.Lattice;
import hourglass.core.latent.Spot;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The manifold as a picture of its own: what the decoder draws at evenly spaced quantiles of the prior. */
final class QuantilePane extends CanvasPane {
    /** Images in a row where there is room. */
    static final int SIDE = 20;

    private final SpaceModel space;
    private final ManifoldModel manifold;
    private final Consumer<Spot> mover;
    private @Nullable Manifold shown;
    private @Nullable WritableImage image;

    QuantilePane(Appearance appearance, SpaceModel space, ManifoldModel manifold, Consumer<Spot> mover) {
        super(appearance);
        this.space = space;
        this.manifold = manifold;
        this.mover = mover;
        setFocusTraversable(true);
        setAccessibleText(Messages.text("latent.quantiles.tip"));
        Tips.add(this, Messages.text("latent.quantiles.tip"));
        getStyleClass().addAll("latent-plane", "latent-quantiles");
        manifold.pictureProperty().addListener((observed, before, now) -> show(now));
        space.spotProperty().addListener((observed, before, now) -> repaint());
        space.mapProperty().addListener((observed, before, now) -> want());
        visibleProperty().addListener((observed, before, now) -> want());
        widthProperty().addListener((observed, before, now) -> want());
        heightProperty().addListener((observed, before, now) -> want());
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::pressed);
        setOnKeyPressed(this::key);
        show(manifold.pictureProperty().get());
    }

    private void want() {
        space.mapProperty().get().ifPresent(map -> {
            if (isVisible()) {
                manifold.latticeProperty().set(lattice(map, side(map)));
            }
        });
    }

    /** As many in a row as fit at their own size, at most {@link #SIDE}. */
    private int side(LatentMap map) {
        double room = Math.min(
                paintWidth() / map.look().test().width(),
                paintHeight() / map.look().test().height());
        return (int) Math.max(2, Math.min(SIDE, Math.floor(room)));
    }

    /** Quantiles of the prior; where there is none, of a normal distribution as wide as the codes. */
    static Lattice lattice(LatentMap map, int side) {
        double[] quantiles = GaussianQuantiles.at(side);
        double[] xs = new double[side];
        double[] ys = new double[side];
        for (int i = 0; i < side; i++) {
            Spot quantile = new Spot(quantiles[i], quantiles[side - 1 - i]);
            Spot spot = map.look().isVariational() ? quantile : map.codes().fromStandard(quantile);
            xs[i] = spot.x();
            ys[i] = spot.y();
        }
        return new Lattice(xs, ys);
    }

    private void show(Optional<Manifold> now) {
        shown = now.orElse(null);
        image = null;
        repaint();
    }

    /** Put together when it is first painted, because most of the time nobody looks. */
    private WritableImage drawn(Manifold now) {
        WritableImage known = image;
        if (known == null) {
            known = LargeImage.drawn(
                    now.images(), 0, now.lattice().columns(), now.lattice().rows());
            image = known;
        }
        return known;
    }

    @Override
    protected void paint(Brush brush) {
        Manifold now = shown;
        if (now == null) {
            return;
        }
        WritableImage drawn = drawn(now);
        double factor = factor(drawn);
        double left = left(drawn, factor);
        double top = top(drawn, factor);
        brush.g().setImageSmoothing(false);
        brush.g().drawImage(drawn, left, top, drawn.getWidth() * factor, drawn.getHeight() * factor);
        Spot spot = space.spotProperty().get();
        double w = now.images().imageWidth() * factor;
        double h = now.images().imageHeight() * factor;
        int column = nearestColumn(now.lattice(), spot.x());
        int row = nearestRow(now.lattice(), spot.y());
        brush.g().setStroke(brush.color(Token.SELECTION));
        brush.g().setLineWidth(3);
        brush.g().strokeRect(left + column * w, top + row * h, w, h);
    }

    private double factor(WritableImage drawn) {
        double fitting = Math.min(paintWidth() / drawn.getWidth(), paintHeight() / drawn.getHeight());
        return fitting >= 1 ? Math.floor(fitting) : fitting;
    }

    private double left(WritableImage drawn, double factor) {
        return Math.floor((paintWidth() - drawn.getWidth() * factor) / 2);
    }

    private double top(WritableImage drawn, double factor) {
        return Math.floor((paintHeight() - drawn.getHeight() * factor) / 2);
    }

    private static int nearestColumn(Lattice lattice, double x) {
        int nearest = 0;
        for (int i = 1; i < lattice.columns(); i++) {
            nearest = Math.abs(lattice.x(i) - x) < Math.abs(lattice.x(nearest) - x) ? i : nearest;
        }
        return nearest;
    }

    private static int nearestRow(Lattice lattice, double y) {
        int nearest = 0;
        for (int i = 1; i < lattice.rows(); i++) {
            nearest = Math.abs(lattice.y(i) - y) < Math.abs(lattice.y(nearest) - y) ? i : nearest;
        }
        return nearest;
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        Manifold now = shown;
        WritableImage drawn = image;
        if (now != null && drawn != null) {
            Point2D at = sheet().sceneToLocal(event.getSceneX(), event.getSceneY());
            double factor = factor(drawn);
            goTo(
                    now.lattice(),
                    (int) Math.floor(
                            (at.getX() - left(drawn, factor)) / (now.images().imageWidth() * factor)),
                    (int) Math.floor(
                            (at.getY() - top(drawn, factor)) / (now.images().imageHeight() * factor)));
        }
    }

    private void key(KeyEvent event) {
        Manifold now = shown;
        if (now == null) {
            return;
        }
        Spot spot = space.spotProperty().get();
        int column = nearestColumn(now.lattice(), spot.x());
        int row = nearestRow(now.lattice(), spot.y());
        switch (event.getCode()) {
            case LEFT -> goTo(now.lattice(), column - 1, row);
            case RIGHT -> goTo(now.lattice(), column + 1, row);
            case UP -> goTo(now.lattice(), column, row - 1);
            case DOWN -> goTo(now.lattice(), column, row + 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void goTo(Lattice lattice, int column, int row) {
        int x = Math.max(0, Math.min(lattice.columns() - 1, column));
        int y = Math.max(0, Math.min(lattice.rows() - 1, row));
        mover.accept(new Spot(lattice.x(x), lattice.y(y)));
    }
}

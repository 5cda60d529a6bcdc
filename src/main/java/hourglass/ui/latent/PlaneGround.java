package hourglass.ui.latent;

import hourglass.core.color.Token;
import hourglass.core.latent.LatentWindow;
import hourglass.core.latent.Lattice;
import hourglass.ui.kit.Brush;
import hourglass.ui.scatter.Viewport;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** What lies below the codes: the decoded plane or the shaded holes, and the circles of the prior. */
final class PlaneGround {
    private static final double MANIFOLD_OPACITY = 0.6;
    private static final double DARKEST = 0.3;
    /** Distance in mean standard deviations of the codes at which the shade is full. */
    private static final double FAR = 0.5;

    private @Nullable Manifold manifold;
    private @Nullable WritableImage manifoldImage;
    private HolesModel.@Nullable Holes holes;
    private @Nullable WritableImage holesImage;
    private @Nullable Color holesColor;

    void manifold(Optional<Manifold> shown) {
        manifold = shown.orElse(null);
        manifoldImage = shown.map(now -> LargeImage.drawn(
                        now.images(), 0, now.lattice().columns(), now.lattice().rows()))
                .orElse(null);
    }

    void holes(Optional<HolesModel.Holes> shown) {
        holes = shown.orElse(null);
        holesImage = null;
    }

    void paint(Brush brush, Viewport view, Backdrop backdrop, Optional<LatentMap> map) {
        if (backdrop == Backdrop.MANIFOLD) {
            paintManifold(brush, view);
        }
        if (backdrop == Backdrop.HOLES) {
            paintHoles(brush, view);
        }
        paintPrior(
                brush, view, map.filter(known -> known.look().isVariational()).isPresent());
    }

    private void paintManifold(Brush brush, Viewport view) {
        Manifold shown = manifold;
        WritableImage image = manifoldImage;
        if (shown == null
                || image == null
                || shown.lattice().columns() < 2
                || shown.lattice().rows() < 2) {
            return;
        }
        Lattice lattice = shown.lattice();
        double stepX = view.screenX(lattice.x(1)) - view.screenX(lattice.x(0));
        double stepY = view.screenY(lattice.y(1)) - view.screenY(lattice.y(0));
        GraphicsContext g = brush.g();
        g.save();
        g.beginPath();
        g.rect(0, 0, brush.width(), brush.height());
        g.clip();
        g.setImageSmoothing(false);
        g.setGlobalAlpha(MANIFOLD_OPACITY);
        g.drawImage(
                image,
                Math.rint(view.screenX(lattice.x(0)) - stepX / 2),
                Math.rint(view.screenY(lattice.y(0)) - stepY / 2),
                Math.rint(stepX * lattice.columns()),
                Math.rint(stepY * lattice.rows()));
        g.restore();
    }

    private void paintHoles(Brush brush, Viewport view) {
        HolesModel.Holes shown = holes;
        if (shown == null) {
            return;
        }
        Color color = brush.color(Token.DANGER);
        WritableImage image = holesImage;
        if (image == null || !color.equals(holesColor)) {
            image = shaded(shown, color);
            holesImage = image;
            holesColor = color;
        }
        LatentWindow window = shown.window();
        GraphicsContext g = brush.g();
        g.save();
        g.beginPath();
        g.rect(0, 0, brush.width(), brush.height());
        g.clip();
        g.setImageSmoothing(true);
        g.drawImage(
                image,
                view.screenX(window.minX()),
                view.screenY(window.maxY()),
                window.width() * view.scale(),
                window.height() * view.scale());
        g.restore();
    }

    private static WritableImage shaded(HolesModel.Holes holes, Color color) {
        int width = holes.field().width();
        int height = holes.field().height();
        double far = FAR * holes.map().codes().meanDeviation();
        WritableImage image = new WritableImage(width, height);
        int rgb = (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double share = Math.min(1, holes.field().at(x, y) / far);
                int alpha = (int) Math.round(255 * DARKEST * share);
                image.getPixelWriter().setArgb(x, y, alpha << 24 | rgb);
            }
        }
        return image;
    }

    /** Axes through zero; around it, one, two and three standard deviations of the prior. */
    private static void paintPrior(Brush brush, Viewport view, boolean variational) {
        GraphicsContext g = brush.g();
        double x = view.screenX(0);
        double y = view.screenY(0);
        g.setStroke(brush.color(Token.GRID));
        if (x >= 0 && x <= brush.width()) {
            brush.hairline(x, 0, x, brush.height());
        }
        if (y >= 0 && y <= brush.height()) {
            brush.hairline(0, y, brush.width(), y);
        }
        for (int sigma = 1; variational && sigma <= 3; sigma++) {
            double r = sigma * view.scale();
            g.strokeOval(x - r, y - r, 2 * r, 2 * r);
        }
    }
}

package hourglass.ui.latent;

import hourglass.core.color.Token;
import hourglass.core.latent.Spot;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.Fonts;
import hourglass.ui.scatter.Viewport;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** What is drawn above the codes for the tool in use. */
final class PlaneMarks {
    private final SpaceModel space;
    private final @Nullable LatentModel tools;
    private final Supplier<Tool> tool;

    private PlaneMarks(SpaceModel space, @Nullable LatentModel tools, Supplier<Tool> tool) {
        this.space = space;
        this.tools = tools;
        this.tool = tool;
    }

    /** None. */
    static PlaneMarks none(SpaceModel space) {
        return new PlaneMarks(space, null, () -> Tool.NUMBERS);
    }

    /** What {@code tool} shows. */
    static PlaneMarks of(LatentModel model, Supplier<Tool> tool) {
        return new PlaneMarks(model.space(), model, tool);
    }

    void paint(Brush brush, Viewport view) {
        Optional<Cut> cut = space.cutProperty().get();
        if (cut.isEmpty()) {
            return;
        }
        LatentModel model = tools;
        if (model != null) {
            switch (tool.get()) {
                case PATH -> paintPath(brush, view, cut.get(), model.path());
                case IMAGE -> paintPicked(brush, view, cut.get(), model.pick());
                case DIRECTION -> paintDirection(brush, view, cut.get(), model);
                case DICE -> paintDice(brush, view, cut.get(), model.dice());
                case NUMBERS -> {}
            }
        }
    }

    private static void paintPath(Brush brush, Viewport view, Cut cut, PathModel path) {
        if (path.startProperty().get().isEmpty() || path.endProperty().get().isEmpty()) {
            return;
        }
        Spot start = cut.spotOf(path.startProperty().get().get().code());
        Spot end = cut.spotOf(path.endProperty().get().get().code());
        line(brush, view, start, end);
        badge(brush, view, start, "A");
        badge(brush, view, end, "B");
    }

    private static void line(Brush brush, Viewport view, Spot from, Spot to) {
        GraphicsContext g = brush.g();
        double x1 = view.screenX(from.x());
        double y1 = view.screenY(from.y());
        double x2 = view.screenX(to.x());
        double y2 = view.screenY(to.y());
        g.setStroke(brush.color(Token.SURFACE));
        g.setLineWidth(5);
        g.strokeLine(x1, y1, x2, y2);
        g.setStroke(brush.color(Token.SELECTION));
        g.setLineWidth(2);
        g.strokeLine(x1, y1, x2, y2);
    }

    private static void badge(Brush brush, Viewport view, Spot spot, String letter) {
        double x = view.screenX(spot.x());
        double y = view.screenY(spot.y());
        double r = Math.rint(brush.em() * 0.75);
        GraphicsContext g = brush.g();
        g.setFill(brush.color(Token.SURFACE));
        g.fillOval(x - r - 1.5, y - r - 1.5, 2 * r + 3, 2 * r + 3);
        g.setFill(brush.color(Token.SELECTION));
        g.fillOval(x - r, y - r, 2 * r, 2 * r);
        g.setFill(brush.color(Token.ON_SELECTION));
        brush.text(letter, x, y, Fonts.strongWords(brush.em() * 0.9), TextAlignment.CENTER);
    }

    private static void paintPicked(Brush brush, Viewport view, Cut cut, PickModel pick) {
        Picked picked = pick.pickedProperty().get().orElse(null);
        if (picked == null || picked.mean().length != cut.dimension()) {
            return;
        }
        Spot mean = cut.spotOf(picked.mean());
        if (picked.isSpread()) {
            Spot spread = larger(cut.spread(picked), pick.magnifiedProperty().get());
            ellipse(brush, view, mean, spread, 2);
            ellipse(brush, view, mean, spread, 1);
            for (int i = 0; i < picked.drawCount(); i++) {
                Spot draw = cut.spotOf(picked.draw(i));
                dot(brush, view, draw, 2.5, Token.SELECTION);
            }
        }
        dot(brush, view, mean, 4, Token.INK);
    }

    private static Spot larger(Spot spread, double times) {
        return new Spot(spread.x() * times, spread.y() * times);
    }

    private static void paintDice(Brush brush, Viewport view, Cut cut, DiceModel dice) {
        dice.drawnProperty().get().map(DiceModel.Drawn::thrown).ifPresent(all -> {
            for (int draw = 0; draw < all.images().count(); draw++) {
                if (all.code(draw).length == cut.dimension()) {
                    dot(brush, view, cut.spotOf(all.code(draw)), 4, Token.SELECTION);
                }
            }
        });
    }

    private static void dot(Brush brush, Viewport view, Spot spot, double radius, Token token) {
        double x = view.screenX(spot.x());
        double y = view.screenY(spot.y());
        brush.g().setFill(brush.color(Token.SURFACE));
        brush.g().fillOval(x - radius - 1, y - radius - 1, 2 * radius + 2, 2 * radius + 2);
        brush.g().setFill(brush.color(token));
        brush.g().fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static void ellipse(Brush brush, Viewport view, Spot mean, Spot spread, int sigmas) {
        double w = sigmas * spread.x() * view.scale();
        double h = sigmas * spread.y() * view.scale();
        double x = view.screenX(mean.x());
        double y = view.screenY(mean.y());
        GraphicsContext g = brush.g();
        g.setStroke(brush.color(Token.SURFACE));
        g.setLineWidth(5);
        g.strokeOval(x - w, y - h, 2 * w, 2 * h);
        g.setStroke(brush.color(Token.INK));
        g.setLineWidth(sigmas == 1 ? 2.5 : 1.5);
        g.strokeOval(x - w, y - h, 2 * w, 2 * h);
    }

    private static void paintDirection(Brush brush, Viewport view, Cut cut, LatentModel model) {
        Picked picked = model.pick().pickedProperty().get().orElse(null);
        Altered altered = model.direction().alteredProperty().get().orElse(null);
        if (picked == null || altered == null || picked.mean().length != cut.dimension()) {
            return;
        }
        float[] moved = altered.code().code();
        if (moved.length == cut.dimension()) {
            Spot from = cut.spotOf(picked.mean());
            Spot to = cut.spotOf(moved);
            line(brush, view, from, to);
            dot(brush, view, from, 5, Token.INK);
            dot(brush, view, to, 6, Token.SELECTION);
        }
    }
}

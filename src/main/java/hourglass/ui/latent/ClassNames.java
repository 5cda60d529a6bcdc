package hourglass.ui.latent;

import hourglass.core.color.Token;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.Fonts;
import hourglass.ui.scatter.Viewport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** The classes by name where the middle of their codes is, so that a class is never told by colour alone. */
final class ClassNames {
    private static final double HALO = 2;

    private ClassNames() {}

    /** Of all classes, or of the one that is shown strongly, −1 for all; names that would cover another stand below it. */
    static void paint(Brush brush, Viewport view, LatentMap map, int isolated) {
        Font font = Fonts.strongWords(brush.em());
        List<String> names = map.look().test().classNames();
        List<Rectangle2D> taken = new ArrayList<>();
        IntStream.range(0, names.size())
                .filter(label -> map.codes().has(label) && (isolated < 0 || isolated == label))
                .mapToObj(label -> place(brush, view, map, label))
                .sorted(Comparator.comparingDouble(Named::y))
                .forEach(named -> write(brush, below(named, taken), font));
    }

    /** A name around a place. */
    private record Named(String name, double x, double y, double width, double height) {
        Rectangle2D bounds() {
            return new Rectangle2D(x - width / 2, y - height / 2, width, height);
        }
    }

    private static Named place(Brush brush, Viewport view, LatentMap map, int label) {
        double[] at = map.codes().plane().project(map.codes().classMean(label));
        String name = map.look().test().classNames().get(label);
        double width = Fonts.width(name, Fonts.strongWords(brush.em()));
        double x = Math.max(width / 2, Math.min(brush.width() - width / 2, view.screenX(at[0])));
        return new Named(name, x, view.screenY(at[1]), width, brush.em() * 1.3);
    }

    private static Named below(Named wanted, List<Rectangle2D> taken) {
        Named named = wanted;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Rectangle2D other : taken) {
                if (named.bounds().intersects(other)) {
                    double y = other.getMaxY() + named.height() / 2 + 1;
                    named = new Named(named.name(), named.x(), y, named.width(), named.height());
                    moved = true;
                }
            }
        }
        taken.add(named.bounds());
        return named;
    }

    private static void write(Brush brush, Named named, Font font) {
        brush.g().setFill(brush.color(Token.WELL));
        for (int corner = 0; corner < 8; corner++) {
            double x = named.x() + HALO * Math.cos(corner * Math.PI / 4);
            double y = named.y() + HALO * Math.sin(corner * Math.PI / 4);
            brush.text(named.name(), x, y, font, TextAlignment.CENTER);
        }
        brush.g().setFill(brush.color(Token.INK));
        brush.text(named.name(), named.x(), named.y(), font, TextAlignment.CENTER);
    }
}

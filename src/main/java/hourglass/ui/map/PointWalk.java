package hourglass.ui.map;

import hourglass.ui.scatter.ScatterPoints;
import hourglass.ui.scatter.Viewport;
import java.util.function.IntPredicate;
import javafx.scene.input.KeyCode;

/** Which point an arrow key leads to. */
final class PointWalk {
    private PointWalk() {}

    /**
     * The nearest point in the quarter of the plane an arrow points to; the one at hand where there is none.
     *
     * @param from the point at hand, −1 for the middle of the view
     * @param welcome which points may be gone to
     */
    static int next(ScatterPoints points, Viewport view, int from, KeyCode arrow, IntPredicate welcome) {
        boolean begins = from < 0 || from >= points.size();
        double x = begins ? view.width() / 2 : view.screenX(points.x(from));
        double y = begins ? view.height() / 2 : view.screenY(points.y(from));
        int best = from;
        double least = Double.POSITIVE_INFINITY;
        for (int point = 0; point < points.size(); point++) {
            double right = view.screenX(points.x(point)) - x;
            double down = view.screenY(points.y(point)) - y;
            double distance = Math.hypot(right, down);
            if (distance < least && point != from && welcome.test(point) && (begins || leads(arrow, right, down))) {
                best = point;
                least = distance;
            }
        }
        return best;
    }

    private static boolean leads(KeyCode arrow, double right, double down) {
        return switch (arrow) {
            case LEFT -> -right > 0 && -right >= Math.abs(down);
            case RIGHT -> right > 0 && right >= Math.abs(down);
            case UP -> -down > 0 && -down >= Math.abs(right);
            case DOWN -> down > 0 && down >= Math.abs(right);
            default -> false;
        };
    }
}

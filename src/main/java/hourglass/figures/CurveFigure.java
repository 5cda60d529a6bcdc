package hourglass.figures;

import java.util.List;

/** Curves as the window draws them, on a page of their own. Immutable but for samples that are a live view of a log. */
public final class CurveFigure extends Figure {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    /** With a smaller chart below. */
    private static final int TALL = 600;

    private static final int TITLE_GAP = 6;

    private final CurveContent content;
    private final Axes axes;

    /**
     * What the axes are.
     *
     * @param x such as "epochs"
     * @param y the quantity and its unit, above the drawing
     * @param kind of the vertical axis, where it begins at zero
     * @param steps names of the places 0, 1, 2 … of the horizontal axis; empty where it counts from 0
     */
    public record Axes(String x, String y, CurveScale.Kind kind, List<String> steps) {
        /** Copies the list. */
        public Axes {
            steps = List.copyOf(steps);
        }

        /** Counting from 0. */
        public Axes(String x, String y, CurveScale.Kind kind) {
            this(x, y, kind, List.of());
        }

        /** Both straight. */
        public Axes(String x, String y) {
            this(x, y, CurveScale.Kind.LINEAR);
        }
    }

    /** Of curves. */
    public CurveFigure(CurveContent content, Axes axes, String caption) {
        super(caption);
        this.content = content;
        this.axes = axes;
    }

    @Override
    Body body(FigureType type) {
        int height = content.below().isPresent() ? TALL : HEIGHT;
        int title = type.height(type.small) + type.px(TITLE_GAP);
        return new Body(type.px(WIDTH), title + type.px(height), canvas -> {
            int margin = type.px(FigureCanvas.MARGIN);
            canvas.text(type.small, canvas.style.ink(), axes.y(), margin, margin);
            Ink ink = new PageInk(canvas, margin, margin + title);
            List<CurvePainter> painters = CurvePainter.of(
                    ink, content, new CurvePainter.Place(WIDTH, height, axes.x(), axes.kind(), axes.steps()));
            painters.forEach(CurvePainter::paint);
        });
    }
}

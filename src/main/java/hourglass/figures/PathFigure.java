package hourglass.figures;

import hourglass.core.color.GreyMap;
import hourglass.core.data.ImageBlock;
import java.util.List;

/** Film strips: what a decoder draws step by step along paths between codes, or along dimensions of the code. */
public final class PathFigure extends Figure {
    private static final int IMAGE = 84;
    private static final int SMALL_IMAGE = 56;
    private static final int MANY_ROWS = 6;
    private static final int GAP = 4;
    private static final int ROW_GAP = 8;
    private static final int LABEL_GAP = 20;

    /**
     * One strip.
     *
     * @param label at its left, such as "Sneaker → Bag"
     * @param note smaller, below the label; may be empty
     * @param images along the way
     */
    public record Row(String label, String note, ImageBlock images) {}

    private final List<Row> rows;
    private final String stepWords;
    private final List<String> steps;

    /**
     * Of strips with the same number of images.
     *
     * @param stepWords what the steps are, such as "share of the way"
     * @param steps one short word or number per column
     * @throws IllegalArgumentException if there is no row, or one has another number or size of images
     */
    public PathFigure(List<Row> rows, String stepWords, List<String> steps, String caption) {
        super(caption);
        this.rows = List.copyOf(rows);
        this.stepWords = stepWords;
        this.steps = List.copyOf(steps);
        if (this.rows.isEmpty() || this.steps.isEmpty()) {
            throw new IllegalArgumentException("expected at least one row and one step");
        }
        ImageBlock first = this.rows.get(0).images();
        for (Row row : this.rows) {
            boolean alike =
                    row.images().width() == first.width() && row.images().height() == first.height();
            if (!alike || row.images().count() != this.steps.size()) {
                throw new IllegalArgumentException("expected " + this.steps.size() + " images of one size in the row “"
                        + row.label() + "”, got " + row.images().count());
            }
        }
    }

    @Override
    Body body(FigureType type) {
        ImageBlock first = rows.get(0).images();
        int room = rows.size() > MANY_ROWS ? SMALL_IMAGE : IMAGE;
        int side = type.side(room, first.width(), first.height());
        int words = Math.max(labelWidth(type), type.width(type.small, stepWords));
        int pitch = Math.max(first.width() * side, type.widest(type.number, steps)) + type.px(GAP);
        int cell = Math.max(first.height() * side, labelHeight(type)) + type.px(ROW_GAP);
        int head = type.height(type.number) + type.px(6);
        int body = words + type.px(LABEL_GAP) + steps.size() * pitch - type.px(GAP);
        int tall = head + rows.size() * cell - type.px(ROW_GAP);
        return new Body(body, tall, canvas -> {
            int margin = type.px(FigureCanvas.MARGIN);
            int left = margin + words + type.px(LABEL_GAP);
            drawHead(canvas, left, pitch);
            for (int i = 0; i < rows.size(); i++) {
                int top = margin + head + i * cell;
                drawLabel(canvas, rows.get(i), top, first.height() * side);
                drawImages(canvas, rows.get(i).images(), left, top, side, pitch);
            }
        });
    }

    private void drawHead(FigureCanvas canvas, int left, int pitch) {
        FigureType type = canvas.type;
        int margin = type.px(FigureCanvas.MARGIN);
        int drop = type.ascent(type.number) - type.ascent(type.small);
        canvas.text(type.small, canvas.style.mutedInk(), stepWords, margin, margin + drop);
        for (int i = 0; i < steps.size(); i++) {
            int centre = left + i * pitch + (pitch - type.px(GAP)) / 2;
            canvas.textCentred(type.number, canvas.style.mutedInk(), steps.get(i), centre, margin);
        }
    }

    private int labelWidth(FigureType type) {
        int widest = 0;
        for (Row row : rows) {
            widest = Math.max(widest, type.width(type.label, row.label()));
            widest = Math.max(widest, type.width(type.number, row.note()));
        }
        return widest;
    }

    private int labelHeight(FigureType type) {
        boolean notes = rows.stream().anyMatch(row -> !row.note().isEmpty());
        return type.height(type.label) + (notes ? type.height(type.number) + type.px(2) : 0);
    }

    private void drawLabel(FigureCanvas canvas, Row row, int top, int imageHeight) {
        FigureType type = canvas.type;
        int x = type.px(FigureCanvas.MARGIN);
        int own = type.height(type.label) + (row.note().isEmpty() ? 0 : type.height(type.number) + type.px(2));
        int y = top + Math.max(0, (imageHeight - own) / 2);
        canvas.text(type.label, canvas.style.ink(), row.label(), x, y);
        if (!row.note().isEmpty()) {
            int below = y + type.height(type.label) + type.px(2);
            canvas.text(type.number, canvas.style.mutedInk(), row.note(), x, below);
        }
    }

    private static void drawImages(FigureCanvas canvas, ImageBlock images, int left, int top, int side, int pitch) {
        int inset = (pitch - canvas.type.px(GAP) - images.width() * side) / 2;
        int[] argb = new int[images.pixelsPerImage()];
        for (int i = 0; i < images.count(); i++) {
            GreyMap.fill(images.image(i), 0, argb.length, argb, 0);
            canvas.pixels(argb, images.width(), side, left + i * pitch + inset, top);
        }
    }
}

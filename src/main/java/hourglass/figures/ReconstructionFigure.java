package hourglass.figures;

import hourglass.core.color.SignedErrorMap;
import hourglass.core.plot.NiceTicks;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/** Rows of the same images: originals, what networks made of them, what PCA made of them, signed errors. */
public final class ReconstructionFigure implements Figure {
    private static final int IMAGE = 84;
    private static final int GAP = 8;
    private static final int ROW_GAP = 14;
    private static final int LABEL_GAP = 20;
    private static final int NUMBER_GAP = 3;
    private static final int LEAST_WIDTH = 380;
    private static final int KEY_WIDTH = 96;
    private static final int KEY_HEIGHT = 8;

    private final int width;
    private final int height;
    private final List<FigureRow> rows;
    private final String caption;
    private final int count;

    /**
     * Of rows with the same number of images.
     *
     * @param width of one image in its own pixels
     * @param height of one image in its own pixels
     * @throws IllegalArgumentException if rows are missing, empty, of different lengths or not of whole images
     */
    public ReconstructionFigure(int width, int height, List<FigureRow> rows, String caption) {
        this.width = width;
        this.height = height;
        this.rows = List.copyOf(rows);
        this.caption = caption;
        int pixels = this.rows.isEmpty() ? 0 : this.rows.get(0).pixelCount();
        if (width < 1 || height < 1 || pixels == 0 || pixels % (width * height) != 0) {
            throw new IllegalArgumentException(
                    "expected rows of whole images of " + width + "×" + height + " pixels, got " + pixels + " pixels");
        }
        for (FigureRow row : this.rows) {
            if (row.pixelCount() != pixels) {
                throw new IllegalArgumentException("expected " + pixels + " pixels in the row “" + row.label()
                        + "” like in the first, got " + row.pixelCount());
            }
        }
        count = pixels / (width * height);
    }

    /** Original, reconstruction, PCA and the signed error of the reconstruction over −0.5 … 0.5. */
    public static ReconstructionFigure ofModel(
            int width,
            int height,
            float[] originals,
            float[] reconstructions,
            float[] linear,
            String linearLabel,
            String caption) {
        return new ReconstructionFigure(
                width,
                height,
                List.of(
                        FigureRow.plain("Original", originals),
                        FigureRow.compared("Reconstruction", reconstructions, originals),
                        FigureRow.compared(linearLabel, linear, originals),
                        FigureRow.signedError("Signed error", reconstructions, originals, 0.5)),
                caption);
    }

    @Override
    public String caption() {
        return caption;
    }

    @Override
    public BufferedImage draw(FigureStyle style, int scale) {
        FigureType type = new FigureType(style, scale);
        int side = Math.max(1, IMAGE / Math.max(width, height)) * scale;
        int labels = labelWidth(type);
        int pitch = pitch(type, side);
        int body = labels + type.px(LABEL_GAP) + (count - 1) * pitch + Math.max(width * side, pitch - type.px(GAP));
        body = Math.max(body, type.px(LEAST_WIDTH));
        int tall = -type.px(ROW_GAP);
        for (FigureRow row : rows) {
            tall += rowHeight(type, row, side) + type.px(ROW_GAP);
        }
        try (FigureCanvas canvas = new FigureCanvas(style, type, body, tall, caption)) {
            int y = type.px(FigureCanvas.MARGIN);
            for (FigureRow row : rows) {
                drawLabel(canvas, row, y, height * side);
                drawImages(canvas, row, type.px(FigureCanvas.MARGIN + LABEL_GAP) + labels, y, side);
                y += rowHeight(type, row, side) + type.px(ROW_GAP);
            }
            return canvas.image();
        }
    }

    private int labelWidth(FigureType type) {
        int widest = 0;
        for (FigureRow row : rows) {
            widest = Math.max(widest, type.width(type.label, row.label()));
            widest = Math.max(widest, type.width(type.number, row.summary()));
            widest = Math.max(widest, row.isError() ? type.px(KEY_WIDTH) : 0);
        }
        return widest;
    }

    /** From image to image: wide enough for the image and for the number below it. */
    private int pitch(FigureType type, int side) {
        int content = width * side;
        for (FigureRow row : rows) {
            content = Math.max(content, type.widest(type.number, row.numbers(width * height)));
        }
        return content + type.px(GAP);
    }

    private int rowHeight(FigureType type, FigureRow row, int side) {
        int numbers = row.numbers(width * height).isEmpty() ? 0 : type.px(NUMBER_GAP) + type.height(type.number);
        return Math.max(height * side + numbers, labelHeight(type, row));
    }

    private int labelHeight(FigureType type, FigureRow row) {
        int second = row.isError()
                ? type.px(KEY_HEIGHT + 9) + type.height(type.number)
                : row.summary().isEmpty() ? 0 : type.height(type.number) + type.px(2);
        return type.height(type.label) + second;
    }

    private void drawLabel(FigureCanvas canvas, FigureRow row, int top, int imageHeight) {
        FigureType type = canvas.type;
        int x = type.px(FigureCanvas.MARGIN);
        int y = top + Math.max(0, (imageHeight - labelHeight(type, row)) / 2);
        canvas.text(type.label, canvas.style.ink(), row.label(), x, y);
        int below = y + type.height(type.label);
        if (row.isError()) {
            drawKey(canvas, row.errorRange(), x, below + type.px(6));
        } else if (!row.summary().isEmpty()) {
            canvas.text(type.number, canvas.style.mutedInk(), row.summary(), x, below + type.px(2));
        }
    }

    private static void drawKey(FigureCanvas canvas, double range, int x, int y) {
        FigureType type = canvas.type;
        SignedErrorMap map = SignedErrorMap.on(canvas.style.ground(), range);
        int wide = type.px(KEY_WIDTH);
        for (int i = 0; i < wide; i++) {
            Color color = new Color(map.argb((2.0 * i / (wide - 1) - 1) * range));
            canvas.fill(color, x + i, y, 1, type.px(KEY_HEIGHT));
        }
        int below = y + type.px(KEY_HEIGHT + 3);
        String end = NiceTicks.format(range, 2);
        canvas.text(type.number, canvas.style.mutedInk(), "−" + end, x, below);
        canvas.textCentred(type.number, canvas.style.mutedInk(), "0", x + wide / 2, below);
        canvas.textRight(type.number, canvas.style.mutedInk(), "+" + end, x + wide, below);
    }

    private void drawImages(FigureCanvas canvas, FigureRow row, int left, int top, int side) {
        FigureType type = canvas.type;
        int pitch = pitch(type, side);
        int inset = (pitch - type.px(GAP) - width * side) / 2;
        List<String> numbers = row.numbers(width * height);
        for (int i = 0; i < count; i++) {
            int x = left + i * pitch + inset;
            canvas.pixels(row.argb(i, width * height, canvas.style.ground()), width, side, x, top);
            if (!numbers.isEmpty()) {
                int below = top + height * side + type.px(NUMBER_GAP);
                canvas.textCentred(type.number, canvas.style.mutedInk(), numbers.get(i), x + width * side / 2, below);
            }
        }
    }
}

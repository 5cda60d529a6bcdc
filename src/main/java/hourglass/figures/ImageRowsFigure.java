package hourglass.figures;

import hourglass.core.color.GreyMap;
import hourglass.core.color.SignedErrorMap;
import hourglass.core.data.ImageBlock;
import hourglass.core.metric.Errors;
import hourglass.core.plot.NiceTicks;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of the same images: originals, and below them what noise, networks, filters and PCA made of each. Immutable. */
public final class ImageRowsFigure extends Figure {
    private static final int IMAGE = 84;
    private static final int GAP = 8;
    private static final int ROW_GAP = 14;
    private static final int LABEL_GAP = 20;
    private static final int NUMBER_GAP = 3;
    private static final int LEAST_WIDTH = 380;
    private static final int KEY_WIDTH = 96;
    private static final int KEY_HEIGHT = 8;

    private final List<Row> rows;

    /**
     * One row.
     *
     * @param summary second line of the label; may be empty
     * @param notes one below each image, or none at all
     * @param errorRange of a signed error to the originals; 0 for the images themselves
     */
    private record Row(String label, String summary, ImageBlock images, List<String> notes, double errorRange) {
        boolean isError() {
            return errorRange > 0;
        }
    }

    private ImageRowsFigure(List<Row> rows, String caption) {
        super(caption);
        this.rows = List.copyOf(rows);
    }

    /**
     * Beginning with the originals.
     *
     * @param names what each of them is
     * @throws IllegalArgumentException if there are no images or not as many names
     */
    public static ImageRowsFigure of(ImageBlock originals, List<String> names, String caption) {
        if (originals.count() == 0 || names.size() != originals.count()) {
            throw new IllegalArgumentException("expected at least one image and a name for each, got "
                    + originals.count() + " and " + names.size());
        }
        return new ImageRowsFigure(List.of(new Row("Original", "", originals, List.copyOf(names), 0)), caption);
    }

    /** With what became of the originals, and its squared error to them in numbers. */
    public ImageRowsFigure compared(String label, ImageBlock images) {
        float[] pixels = checked(label, images).toArray();
        float[] originals = originals().toArray();
        List<String> numbers = Arrays.stream(Errors.perImage(pixels, originals, images.pixelsPerImage()))
                .mapToObj(FigureNumbers::error)
                .toList();
        String summary = "MSE " + FigureNumbers.error(Errors.meanSquaredError(pixels, originals));
        return with(new Row(label, summary, images, numbers, 0));
    }

    /** With the signed error {@code image − original} in colour, over −range … range. */
    public ImageRowsFigure signedError(String label, ImageBlock images, double range) {
        return with(new Row(label, "", checked(label, images), List.of(), range));
    }

    private ImageBlock originals() {
        return rows.get(0).images();
    }

    private ImageBlock checked(String label, ImageBlock images) {
        ImageBlock first = originals();
        if (images.count() != first.count() || images.width() != first.width() || images.height() != first.height()) {
            throw new IllegalArgumentException("expected " + first.count() + " images of " + first.width() + "×"
                    + first.height() + " in the row “" + label + "”, got " + images.count() + " of " + images.width()
                    + "×" + images.height());
        }
        return images;
    }

    private ImageRowsFigure with(Row row) {
        List<Row> more = new ArrayList<>(rows);
        more.add(row);
        return new ImageRowsFigure(more, caption());
    }

    @Override
    Body body(FigureType type) {
        int width = originals().width();
        int side = type.side(IMAGE, width, originals().height());
        int labels = labelWidth(type);
        int pitch = pitch(type, side);
        int body = labels
                + type.px(LABEL_GAP)
                + (originals().count() - 1) * pitch
                + Math.max(width * side, pitch - type.px(GAP));
        int tall = -type.px(ROW_GAP);
        for (Row row : rows) {
            tall += rowHeight(type, row, side) + type.px(ROW_GAP);
        }
        return new Body(Math.max(body, type.px(LEAST_WIDTH)), tall, canvas -> {
            int y = type.px(FigureCanvas.MARGIN);
            for (Row row : rows) {
                drawLabel(canvas, row, y, originals().height() * side);
                drawImages(canvas, row, type.px(FigureCanvas.MARGIN + LABEL_GAP) + labels, y, side);
                y += rowHeight(type, row, side) + type.px(ROW_GAP);
            }
        });
    }

    private int labelWidth(FigureType type) {
        int widest = 0;
        for (Row row : rows) {
            widest = Math.max(widest, type.width(type.label, row.label()));
            widest = Math.max(widest, type.width(type.number, row.summary()));
            widest = Math.max(widest, row.isError() ? type.lettered(KEY_WIDTH) : 0);
        }
        return widest;
    }

    /** From image to image: wide enough for the image and for what stands below it. */
    private int pitch(FigureType type, int side) {
        int content = originals().width() * side;
        for (Row row : rows) {
            content = Math.max(content, type.widest(type.number, row.notes()));
        }
        return content + type.px(GAP);
    }

    private int rowHeight(FigureType type, Row row, int side) {
        int notes = row.notes().isEmpty() ? 0 : type.px(NUMBER_GAP) + type.height(type.number);
        return Math.max(originals().height() * side + notes, labelHeight(type, row));
    }

    private static int labelHeight(FigureType type, Row row) {
        int second = row.isError()
                ? type.px(KEY_HEIGHT + 9) + type.height(type.number)
                : row.summary().isEmpty() ? 0 : type.height(type.number) + type.px(2);
        return type.height(type.label) + second;
    }

    private static void drawLabel(FigureCanvas canvas, Row row, int top, int imageHeight) {
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
        SignedErrorMap map = canvas.style.errors(range);
        int wide = type.lettered(KEY_WIDTH);
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

    private void drawImages(FigureCanvas canvas, Row row, int left, int top, int side) {
        FigureType type = canvas.type;
        int width = originals().width();
        int pitch = pitch(type, side);
        int inset = (pitch - type.px(GAP) - width * side) / 2;
        int below = top + originals().height() * side + type.px(NUMBER_GAP);
        for (int i = 0; i < originals().count(); i++) {
            int x = left + i * pitch + inset;
            canvas.pixels(argb(row, i, canvas.style), width, side, x, top);
            if (!row.notes().isEmpty()) {
                String note = row.notes().get(i);
                canvas.textCentred(type.number, canvas.style.mutedInk(), note, x + width * side / 2, below);
            }
        }
    }

    private int[] argb(Row row, int image, FigureStyle style) {
        int[] argb = new int[originals().pixelsPerImage()];
        float[] pixels = row.images().image(image);
        if (row.isError()) {
            style.errors(row.errorRange()).fill(originals().image(image), pixels, 0, argb.length, argb);
        } else {
            GreyMap.fill(pixels, 0, argb.length, argb, 0);
        }
        return argb;
    }
}

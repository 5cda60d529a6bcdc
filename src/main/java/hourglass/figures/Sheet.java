package hourglass.figures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A figure laid out, with its margins and its caption at the foot, ready to be drawn on any page.
 *
 * @param type its letters and its scale
 * @param body what it shows
 * @param caption in lines
 * @param millimetres how wide it is on paper
 */
record Sheet(FigureType type, Figure.Body body, List<String> caption, double millimetres) {
    /** Letters smaller than these cannot be read on paper. */
    private static final double LEAST_POINTS = 6;

    /** Beyond this they would crowd out what they name. */
    private static final double LARGEST_LETTERING = 2.2;

    private static final double LETTERING_STEP = 0.1;
    private static final double MM_PER_INCH = 25.4;
    private static final double POINTS_PER_INCH = 72;
    private static final double PRINT_DPI = 300;
    /** What a screen is taken to have. */
    private static final double SCREEN_DPI = 96;

    private static final int CAPTION_GAP = 30;

    /** Of about the size on a screen, times the scale of its type. */
    static Sheet of(Figure figure, FigureType type) {
        Figure.Body body = figure.body(type);
        List<String> caption = type.wrap(type.small, figure.caption(), body.width());
        int wide = body.width() + 2 * type.px(FigureCanvas.MARGIN);
        return new Sheet(type, body, caption, wide * MM_PER_INCH / (SCREEN_DPI * type.scale));
    }

    /** For shapes: its unit is a pixel of the screen. Where the paper is narrow its letters grow until they can be read. */
    static Sheet of(Figure figure, FigureStyle style, FigureSize size) {
        Sheet sheet = of(figure, new FigureType(style, 1));
        if (!size.isOnPaper()) {
            return sheet;
        }
        for (double lettering = 1 + LETTERING_STEP;
                sheet.points(size.millimetres()) < LEAST_POINTS && lettering <= LARGEST_LETTERING;
                lettering += LETTERING_STEP) {
            sheet = of(figure, new FigureType(style, 1, lettering));
        }
        return sheet.wide(size.millimetres());
    }

    /** For pixels: by the scale, or with at least 300 to the inch. */
    static Sheet ofPixels(Figure figure, FigureStyle style, FigureSize size) {
        if (!size.isOnPaper()) {
            return of(figure, new FigureType(style, size.scale()));
        }
        Sheet shapes = of(figure, style, size);
        double wanted = size.millimetres() / MM_PER_INCH * PRINT_DPI / shapes.width();
        int scale = (int) Math.min(FigureType.LARGEST_SCALE, Math.ceil(wanted));
        return of(figure, new FigureType(style, scale, shapes.type.lettering)).wide(size.millimetres());
    }

    private Sheet wide(double newMillimetres) {
        return new Sheet(type, body, caption, newMillimetres);
    }

    /** Size of the smallest letters at a width on paper. */
    private double points(double onPaper) {
        return type.small.getSize2D() * onPaper / MM_PER_INCH * POINTS_PER_INCH / width();
    }

    int width() {
        return body.width() + 2 * type.px(FigureCanvas.MARGIN);
    }

    int height() {
        int foot = caption.isEmpty() ? 0 : type.px(CAPTION_GAP) + caption.size() * captionLine();
        return body.height() + foot + 2 * type.px(FigureCanvas.MARGIN);
    }

    /** Points of paper to each of its units. */
    double pointsPerUnit() {
        return millimetres / MM_PER_INCH * POINTS_PER_INCH / width();
    }

    private int captionLine() {
        return type.height(type.small) + type.px(3);
    }

    void paint(Page page) {
        FigureCanvas canvas = new FigureCanvas(type, page);
        canvas.fill(type.style.back(), 0, 0, width(), height());
        body.painting().accept(canvas);
        if (!caption.isEmpty()) {
            paintCaption(canvas);
        }
    }

    private void paintCaption(FigureCanvas canvas) {
        int left = type.px(FigureCanvas.MARGIN);
        int bottom = left + body.height();
        canvas.fill(type.style.line(), left, bottom + type.px(CAPTION_GAP / 2 + 1), body.width(), type.scale);
        int y = bottom + type.px(CAPTION_GAP);
        Color ink = type.style.mutedInk();
        for (String line : caption) {
            canvas.text(type.small, ink, line, left, y);
            y += captionLine();
        }
    }

    BufferedImage pixels() {
        try (RasterPage page = new RasterPage(width(), height())) {
            paint(page);
            return page.image();
        }
    }
}

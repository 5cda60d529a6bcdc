package hourglass.figures;

import hourglass.session.lesson.EveningSummary;
import hourglass.session.lesson.LessonRecord.OfStep;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An evening on one page: for each step its sentence, what was measured, and the share that had it right before and after
 * talking. Those that surprised most are marked with their place. Immutable.
 */
public final class EveningFigure extends Figure {
    /** How many sentences an evening is remembered by. */
    public static final int SURPRISES = 3;

    private static final int WIDTH = 760;
    private static final int BAR = 130;
    private static final int BAR_HEIGHT = 7;
    private static final int GAP = 24;

    private final EveningSummary evening;

    /** Of an evening. */
    public EveningFigure(EveningSummary evening) {
        super(caption(evening));
        this.evening = evening;
    }

    private static String caption(EveningSummary evening) {
        return evening.title() + " · " + evening.rows().size() + " steps, each measured when it was run"
                + share(" · right before talking ", evening.first()) + share(", after talking ", evening.second());
    }

    private static String share(String words, double share) {
        return Double.isNaN(share) ? "" : words + percent(share);
    }

    /** A share in words; a dash where there is none. */
    static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** The words of a step in lines. */
    private record Block(EveningSummary.Row row, List<String> strong, List<String> quiet) {}

    @Override
    Body body(FigureType type) {
        int words = type.px(WIDTH - BAR - GAP);
        List<Block> blocks = new ArrayList<>();
        for (EveningSummary.Row row : evening.rows()) {
            blocks.add(new Block(
                    row,
                    type.wrap(type.label, sentence(row), words),
                    type.wrap(type.small, row.measured() + seed(row), words)));
        }
        int height = Math.max(
                type.px(1),
                blocks.stream().mapToInt(block -> height(type, block)).sum());
        return new Body(type.px(WIDTH), height, canvas -> {
            int top = type.px(FigureCanvas.MARGIN);
            for (Block block : blocks) {
                draw(canvas, block, top);
                top += height(type, block);
            }
        });
    }

    private String sentence(EveningSummary.Row row) {
        int place = evening.surprises(SURPRISES).indexOf(row);
        return row.takeaway() + (place < 0 ? "" : "  (surprise " + (place + 1) + ")");
    }

    private static String seed(EveningSummary.Row row) {
        return " Seed " + row.reveal().measured().seed() + ", "
                + row.reveal().measured().sample() + "."
                + row.reveal().kept().map(day -> " Kept run of " + day + ".").orElse("")
                + (row.holds() ? "" : " Not what the key said.");
    }

    private static int line(FigureType type, Font font) {
        return type.height(font) + type.px(2);
    }

    private static int height(FigureType type, Block block) {
        return block.strong().size() * line(type, type.label)
                + block.quiet().size() * line(type, type.small)
                + type.px(12);
    }

    private static void draw(FigureCanvas canvas, Block block, int top) {
        FigureType type = canvas.type;
        int x = type.px(FigureCanvas.MARGIN);
        int y = top;
        for (String line : block.strong()) {
            canvas.text(type.label, canvas.style.ink(), line, x, y);
            y += line(type, type.label);
        }
        for (String line : block.quiet()) {
            canvas.text(type.small, canvas.style.mutedInk(), line, x, y);
            y += line(type, type.small);
        }
        if (OfStep.total(block.row().record().first()) > 0) {
            bar(canvas, block.row().first(), top);
        }
        if (!block.row().record().second().isEmpty()) {
            bar(canvas, block.row().second(), top + line(type, type.label));
        }
    }

    /** The share of a round as a bar with its number. */
    private static void bar(FigureCanvas canvas, double share, int top) {
        FigureType type = canvas.type;
        int left = type.px(FigureCanvas.MARGIN + WIDTH - BAR);
        int across = type.px(BAR - 40);
        int y = top + (type.height(type.label) - type.px(BAR_HEIGHT)) / 2;
        canvas.fill(canvas.style.line(), left, y, across, type.px(BAR_HEIGHT));
        if (!Double.isNaN(share)) {
            canvas.fill(canvas.style.second(), left, y, (int) Math.round(across * share), type.px(BAR_HEIGHT));
        }
        canvas.textRight(
                type.small, canvas.style.ink(), percent(share), type.px(FigureCanvas.MARGIN + WIDTH), top + type.px(1));
    }
}

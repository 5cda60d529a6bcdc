package hourglass.figures;

import hourglass.session.lesson.EveningSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** An evening as one HTML page that needs nothing else: a hand-out for those who were there and those who were not. */
public final class EveningPage implements Saved {
    private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;max-width:46em;margin:2em auto;"
            + "padding:0 1em;color:#0e141b;background:#fff}h1{font-size:1.8em}h2{font-size:1.1em;margin:1.6em 0 .2em}"
            + "p{margin:.3em 0}.q{color:#36424f}.s{color:#566373;font-size:.9em}.k{font-weight:600}"
            + "meter{width:10em}li{margin:.3em 0}";

    private final EveningSummary evening;

    /** Of an evening. */
    public EveningPage(EveningSummary evening) {
        this.evening = evening;
    }

    @Override
    public void write(Path file, FigureStyle style, FigureSize size) throws IOException {
        WholeFile.write(file, "page", html().getBytes(StandardCharsets.UTF_8));
    }

    /** The page. */
    public String html() {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>");
        page.append(SvgPage.escaped(evening.title()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head>\n<body>");
        page.append("<h1>").append(SvgPage.escaped(evening.title())).append("</h1>\n");
        page.append("<p>").append(shares()).append("</p>\n");
        if (!evening.surprises(EveningFigure.SURPRISES).isEmpty()) {
            page.append("<h2>What surprised most</h2>\n<ol>");
            evening.surprises(EveningFigure.SURPRISES).forEach(row -> page.append("<li class=\"k\">")
                    .append(SvgPage.escaped(row.takeaway()))
                    .append("</li>"));
            page.append("</ol>\n");
        }
        evening.rows().forEach(row -> append(page, row));
        return page.append("</body></html>\n").toString();
    }

    private String shares() {
        if (Double.isNaN(evening.first())) {
            return "Each number was measured when its step was run.";
        }
        String first = EveningFigure.percent(evening.first());
        return Double.isNaN(evening.second())
                ? "Right at the first vote: " + first + "."
                : "Right at the first vote: " + first + "; after talking: " + EveningFigure.percent(evening.second())
                        + ".";
    }

    private static void append(StringBuilder page, EveningSummary.Row row) {
        page.append("<h2>")
                .append(SvgPage.escaped(row.step().words().title()))
                .append("</h2>\n<p class=\"q\">")
                .append(SvgPage.escaped(row.step().words().question()))
                .append("</p>\n<p class=\"k\">")
                .append(SvgPage.escaped(answer(row)))
                .append(' ')
                .append(SvgPage.escaped(row.takeaway()))
                .append("</p>\n<p>")
                .append(SvgPage.escaped(row.measured()))
                .append("</p>\n");
        meter(page, "First vote", row.first());
        if (!row.record().second().isEmpty()) {
            meter(page, "After talking", row.second());
        }
        page.append("<p class=\"s\">Measured on ")
                .append(SvgPage.escaped(row.reveal().measured().sample()))
                .append(", seed ")
                .append(row.reveal().measured().seed());
        row.reveal().kept().ifPresent(day -> page.append("; a run kept since ").append(SvgPage.escaped(day)));
        page.append(".</p>\n");
    }

    private static String answer(EveningSummary.Row row) {
        String right = row.step().words().options().get(row.step().answer().option());
        return row.holds()
                ? row.step().answer().key() + ", " + right + "."
                : "Measured otherwise than expected (" + row.step().answer().key() + ", " + right + ").";
    }

    private static void meter(StringBuilder page, String round, double share) {
        if (!Double.isNaN(share)) {
            page.append("<p>")
                    .append(round)
                    .append(": <meter value=\"")
                    .append(String.format(Locale.ROOT, "%.3f", share))
                    .append("\"></meter> ")
                    .append(EveningFigure.percent(share))
                    .append(" right</p>\n");
        }
    }
}

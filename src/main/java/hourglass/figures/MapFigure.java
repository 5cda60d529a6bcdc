package hourglass.figures;

import hourglass.core.plot.NiceTicks;
import hourglass.core.plot.Range;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.session.map.EmbeddingQuality;
import hourglass.session.map.EmbeddingRequest;
import hourglass.session.map.EmbeddingResult;
import hourglass.session.map.EmbeddingSample;
import hourglass.session.map.MapSource;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One map or several beside each other, points coloured by class, with the classes in words. No axes: units mean nothing. */
public final class MapFigure extends Figure {
    private static final int MOST_IN_A_ROW = 3;
    private static final int GAP = 24;
    private static final int INSET = 10;
    /** The same at each drawing. */
    private static final long ORDER_SEED = 11;

    private final List<Panel> panels;

    /**
     * One map.
     *
     * @param title above it, such as "t-SNE, perplexity 30"
     * @param note a second line in small type, such as its trustworthiness; may be empty
     * @param points of the same classes as those of the other maps
     */
    public record Panel(String title, String note, ScatterData points) {
        /** Places within a square of {@code side} pixels, downwards; both directions on one scale, as distances matter. */
        double[] fitted(double side) {
            Range x = points.range(0, 0);
            Range y = points.range(1, 0);
            double span = Math.max(x.span(), y.span());
            double scale = span > 0 ? side / span : 0;
            double[] places = new double[2 * points.size()];
            for (int i = 0; i < points.size(); i++) {
                places[2 * i] = side / 2 + (points.x(i) - (x.low() + x.high()) / 2) * scale;
                places[2 * i + 1] = side / 2 - (points.y(i) - (y.low() + y.high()) / 2) * scale;
            }
            return places;
        }
    }

    /** Of one map or more. */
    public MapFigure(List<Panel> panels, String caption) {
        super(caption);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("expected at least one map");
        }
        this.panels = List.copyOf(panels);
    }

    /**
     * A t-SNE map beside the principal components of the same points.
     *
     * @param map where the points are, {@code [n × 2]}
     * @param iterations done
     * @param quality how far both may be believed, once it is known
     */
    public static MapFigure of(
            EmbeddingRequest request,
            EmbeddingSample sample,
            float[] map,
            int iterations,
            Optional<EmbeddingQuality> quality) {
        String what = request.source() == MapSource.CODES ? "codes" : "pixels";
        String caption = String.format(
                Locale.ROOT,
                "%s · t-SNE of %s of %d test images, %d iterations, learning rate %s, seed %d%s."
                        + " Sizes of clusters and distances between them mean nothing.",
                Attribution.of(request).line(),
                what,
                sample.size(),
                iterations,
                Table.number(request.spec().learningRate()),
                request.spec().seed(),
                quality.map(known -> String.format(
                                Locale.ROOT, " · 10-NN accuracy among the %s %.3f", what, known.codeAccuracy()))
                        .orElse(""));
        List<String> names = request.data().test().classNames();
        return new MapFigure(
                List.of(
                        new Panel(
                                title(request),
                                quality.map(known -> words(known.map())).orElse(""),
                                new ScatterData(map, sample.labels(), names)),
                        new Panel(
                                "PCA of the same " + what,
                                quality.map(known -> words(known.pca())).orElse(""),
                                new ScatterData(sample.pca(), sample.labels(), names))),
                caption);
    }

    /** Several maps of the same points, each with its perplexity, seed and quality. */
    public static MapFigure series(List<EmbeddingResult> maps) {
        EmbeddingRequest first = maps.get(0).request();
        return new MapFigure(
                maps.stream()
                        .map(made -> new Panel(
                                title(made.request()) + ", seed "
                                        + made.request().spec().seed(),
                                words(made.quality().map()),
                                new ScatterData(
                                        made.frame().coordinates(),
                                        made.sample().labels(),
                                        first.data().test().classNames())))
                        .toList(),
                Attribution.of(first).line() + " · t-SNE with other settings on the same points.");
    }

    private static String title(EmbeddingRequest request) {
        String engine = request.spec().engine() == EmbeddingSpec.Engine.SMILE ? " by Smile" : "";
        return "t-SNE" + engine + ", perplexity "
                + NiceTicks.format(request.spec().perplexity(), 4);
    }

    private static String words(EmbeddingQuality.Fidelity fidelity) {
        return String.format(
                Locale.ROOT,
                "trustworthiness %.3f, continuity %.3f, 10-NN %.3f",
                fidelity.trustworthiness(),
                fidelity.continuity(),
                fidelity.accuracy());
    }

    private List<String> classNames() {
        return panels.get(0).points().classNames();
    }

    @Override
    Body body(FigureType type) {
        int columns = Math.min(MOST_IN_A_ROW, panels.size());
        int rows = (panels.size() + columns - 1) / columns;
        int side = type.px(side(columns));
        int head = headHeight(type);
        int maps = columns * side + (columns - 1) * type.px(GAP);
        int body = maps + type.px(GAP) + Dots.legendWidth(type, classNames(), label -> "");
        int tall = Math.max(
                rows * (head + side) + (rows - 1) * type.px(GAP), head + Dots.legendHeight(type, classNames()));
        return new Body(body, tall, canvas -> {
            int margin = type.px(FigureCanvas.MARGIN);
            for (int i = 0; i < panels.size(); i++) {
                int x = margin + i % columns * (side + type.px(GAP));
                int y = margin + i / columns * (head + side + type.px(GAP));
                drawHead(canvas, panels.get(i), x, y);
                drawMap(canvas, panels.get(i), x, y + head, side);
            }
            Dots.legend(canvas, classNames(), label -> "", margin + maps + type.px(GAP), margin + head);
        });
    }

    private static int side(int columns) {
        return switch (columns) {
            case 1 -> 560;
            case 2 -> 420;
            default -> 300;
        };
    }

    private boolean hasNotes() {
        return panels.stream().anyMatch(panel -> !panel.note().isEmpty());
    }

    private int headHeight(FigureType type) {
        int note = hasNotes() ? type.height(type.number) + type.px(2) : 0;
        return type.height(type.label) + note + type.px(8);
    }

    private static void drawHead(FigureCanvas canvas, Panel panel, int x, int y) {
        FigureType type = canvas.type;
        canvas.text(type.label, canvas.style.ink(), panel.title(), x, y);
        canvas.text(type.number, canvas.style.mutedInk(), panel.note(), x, y + type.height(type.label) + type.px(2));
    }

    private static void drawMap(FigureCanvas canvas, Panel panel, int x, int y, int side) {
        drawFrame(canvas, x, y, side);
        int inset = canvas.type.px(INSET);
        ScatterData points = panel.points();
        double[] places = panel.fitted(side - 2.0 * inset);
        double radius = Dots.radius(canvas.type, radius(points.size(), (double) side / canvas.type.scale));
        for (int point : Dots.shuffled(points.finite(), ORDER_SEED)) {
            Dots.draw(
                    canvas,
                    points.label(point),
                    x + inset + places[2 * point],
                    y + inset + places[2 * point + 1],
                    radius);
        }
    }

    private static void drawFrame(FigureCanvas canvas, int x, int y, int side) {
        Color line = canvas.style.line();
        int thick = canvas.type.scale;
        canvas.fill(line, x, y, side, thick);
        canvas.fill(line, x, y + side - thick, side, thick);
        canvas.fill(line, x, y, thick, side);
        canvas.fill(line, x + side - thick, y, thick, side);
    }

    /** So that all points together would cover about an eighth of the square. */
    private static double radius(int points, double side) {
        return Math.max(1.2, Math.min(4, side * Math.sqrt(0.04 / Math.max(1, points))));
    }
}

package hourglass.figures;

import hourglass.core.color.Token;
import hourglass.core.spec.LayerSpec;
import hourglass.session.measure.Walk;
import hourglass.session.measure.WalkStage;
import hourglass.session.measure.WalkStage.Kind;
import hourglass.session.measure.WalkStage.Tiles;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What every layer of a network makes of one image: a column of pictures for each, from the input to the output. Immutable. */
public final class WalkFigure extends Figure {
    private static final int IMAGE = 168;
    private static final int SQUARE = 140;
    private static final int MAP = 56;
    private static final int UNIT = 28;
    private static final int GAP = 3;
    private static final int BETWEEN = 28;

    private final Walk walk;
    private final List<WalkStage> stages;
    private final String input;

    /**
     * Of a walk and its stages.
     *
     * @param input what stands above the input, such as "Noisy Ankle boot"
     */
    public WalkFigure(Walk walk, List<WalkStage> stages, String input, String caption) {
        super(caption);
        this.walk = walk;
        this.stages = List.copyOf(stages);
        this.input = input;
    }

    /**
     * Where a stage stands.
     *
     * @param side pixels of the page for each pixel of its pictures
     */
    private record Column(WalkStage stage, String title, String detail, int side, int across) {
        Tiles tiles() {
            return stage.tiles();
        }

        int pictures(int gap) {
            return across * (tiles().width() * side + gap) - gap;
        }

        int height(int gap) {
            int down = (tiles().count() + across - 1) / across;
            return down * (tiles().height() * side + gap) - gap;
        }

        int width(FigureType type) {
            return Math.max(
                    pictures(type.px(GAP)), Math.max(type.width(type.label, title), type.width(type.small, detail)));
        }
    }

    private Column column(WalkStage stage, FigureType type) {
        Tiles tiles = stage.tiles();
        int room =
                switch (stage.kind()) {
                    case IMAGE -> IMAGE;
                    case MAPS -> MAP;
                    case READS, DRAWS -> UNIT;
                    case NUMBERS -> SQUARE;
                    case DISTRIBUTION, DRAW -> SQUARE / 2;
                };
        int side = type.side(room, tiles.width(), tiles.height());
        int across = (int) Math.max(1, Math.sqrt(tiles.count()));
        return new Column(stage, title(stage), detail(stage), side, across);
    }

    private String title(WalkStage stage) {
        if (stage.layer() < 0) {
            return input;
        }
        if (stage.isCode()) {
            return stage.kind() == Kind.DRAW ? "Code: ε and z = µ + σ ε" : "Code";
        }
        return switch (stage.kind()) {
            case DRAWS -> "What each adds";
            case DISTRIBUTION -> "µ and σ";
            case IMAGE, MAPS, READS, NUMBERS, DRAW ->
                stage.kind() == Kind.IMAGE
                                && walk.spec()
                                        .layers()
                                        .get(stage.layer())
                                        .volumeGiven()
                                        .isEmpty()
                        ? "Output"
                        : walk.spec().layers().get(stage.layer()).visit(new Operation());
        };
    }

    private String detail(WalkStage stage) {
        String size = stage.tiles().width() + "×" + stage.tiles().height();
        boolean units = stage.kind() == Kind.READS || stage.kind() == Kind.DRAWS;
        boolean some = units && stage.tiles().count() < stage.count();
        String count =
                some ? stage.tiles().count() + " strongest of " + stage.count() : Integer.toString(stage.count());
        return switch (stage.kind()) {
            case IMAGE ->
                stage.layer() < 0
                        ? size + " pixels"
                        : String.format(Locale.ROOT, "%s pixels, error %.4f", size, walk.error());
            case MAPS -> count + " maps " + size;
            case READS -> count + " units, pixel × weight";
            case DRAWS -> count + ", number × weights";
            case NUMBERS, DISTRIBUTION, DRAW -> count + (stage.count() == 1 ? " number" : " numbers");
        };
    }

    /** What a layer does, in words. */
    private static final class Operation implements LayerSpec.Visitor<String> {
        @Override
        public String dense(LayerSpec.Dense layer) {
            return "Dense";
        }

        @Override
        public String convolution(LayerSpec.Convolution layer) {
            return "Convolution " + layer.kernel() + "×" + layer.kernel() + ", stride " + layer.stride();
        }

        @Override
        public String transposed(LayerSpec.TransposedConvolution layer) {
            return "Transposed conv. " + layer.kernel() + "×" + layer.kernel() + ", stride " + layer.stride();
        }

        @Override
        public String sampling(LayerSpec.Sampling layer) {
            return "Draw";
        }
    }

    @Override
    Body body(FigureType type) {
        List<Column> columns = stages.stream().map(stage -> column(stage, type)).toList();
        int gap = type.px(GAP);
        int head = type.height(type.label) + type.height(type.small) + type.px(12);
        int tall = columns.stream().mapToInt(each -> each.height(gap)).max().orElse(0);
        int wide = columns.stream().mapToInt(each -> each.width(type)).sum() + type.px(BETWEEN) * (columns.size() - 1);
        return new Body(wide, head + tall + type.px(6), canvas -> {
            int x = type.px(FigureCanvas.MARGIN);
            for (Column column : columns) {
                draw(canvas, column, x, head, tall);
                x += column.width(type) + type.px(BETWEEN);
            }
        });
    }

    private static void draw(FigureCanvas canvas, Column column, int x, int head, int tall) {
        FigureType type = canvas.type;
        int gap = type.px(GAP);
        int margin = type.px(FigureCanvas.MARGIN);
        int centre = x + column.width(type) / 2;
        boolean code = column.stage().isCode();
        canvas.textCentred(
                type.label,
                code ? canvas.style.color(Token.ACCENT) : canvas.style.ink(),
                column.title(),
                centre,
                margin);
        canvas.textCentred(
                type.small, canvas.style.mutedInk(), column.detail(), centre, margin + type.height(type.label));
        Tiles tiles = column.tiles();
        int left = centre - column.pictures(gap) / 2;
        int top = margin + head + (tall - column.height(gap)) / 2;
        int[] argb = StageColors.of(column.stage(), canvas.style.ground()).argb(tiles.values());
        int pixels = tiles.width() * tiles.height();
        for (int tile = 0; tile < tiles.count(); tile++) {
            int[] one = Arrays.copyOfRange(argb, tile * pixels, (tile + 1) * pixels);
            int tx = left + tile % column.across() * (tiles.width() * column.side() + gap);
            int ty = top + tile / column.across() * (tiles.height() * column.side() + gap);
            canvas.pixels(one, tiles.width(), column.side(), tx, ty);
        }
    }
}

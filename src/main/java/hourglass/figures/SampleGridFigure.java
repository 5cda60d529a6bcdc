package hourglass.figures;

import hourglass.core.color.GreyMap;
import hourglass.core.data.ImageSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Samples of a data set, a row for each class, drawn by a seed. */
public final class SampleGridFigure extends Figure {
    private static final int IMAGE = 56;
    private static final int GAP = 4;
    private static final int LABEL_GAP = 20;
    private static final int BLOCK_GAP = 36;
    /** Of more classes further blocks stand beside the first, with smaller images. */
    private static final int MOST_ROWS = 20;

    private static final int DOT = 10;

    private final ImageSet set;
    private final int perClass;
    private final long seed;

    /**
     * Of a set.
     *
     * @param perClass images in a row, 1 … 100; classes with fewer show all they have
     * @param seed chooses them
     */
    public SampleGridFigure(ImageSet set, int perClass, long seed, String caption) {
        super(caption);
        if (perClass < 1 || perClass > 100) {
            throw new IllegalArgumentException("expected 1 to 100 samples per class, got " + perClass);
        }
        this.set = set;
        this.perClass = perClass;
        this.seed = seed;
    }

    @Override
    Body body(FigureType type) {
        int blocks = (set.classCount() + MOST_ROWS - 1) / MOST_ROWS;
        int rows = (set.classCount() + blocks - 1) / blocks;
        int side = type.side(blocks == 1 ? IMAGE : IMAGE / 2, set.width(), set.height());
        List<List<Integer>> classes = members();
        int cellWidth = set.width() * side + type.px(GAP);
        int lines = type.height(type.label) + type.height(type.number) + type.px(2);
        int cellHeight = Math.max(set.height() * side + type.px(GAP), lines + type.px(6));
        int labels = labelWidth(type, classes);
        int images = Math.min(
                perClass(blocks), classes.stream().mapToInt(List::size).max().orElse(0));
        int block = labels + type.px(LABEL_GAP) + Math.max(0, images * cellWidth - type.px(GAP));
        int body = blocks * (block + type.px(BLOCK_GAP)) - type.px(BLOCK_GAP);
        int tall = rows * cellHeight - type.px(GAP);
        return new Body(body, tall, canvas -> {
            int margin = type.px(FigureCanvas.MARGIN);
            for (int label = 0; label < set.classCount(); label++) {
                int x = margin + label / rows * (block + type.px(BLOCK_GAP));
                int y = margin + label % rows * cellHeight;
                int textTop = y + (set.height() * side - lines) / 2;
                drawLabel(canvas, label, classes.get(label).size(), x, Math.max(y, textTop));
                int[] chosen = chosen(label, classes.get(label), perClass(blocks));
                drawSamples(canvas, chosen, x + labels + type.px(LABEL_GAP), y, side);
            }
        });
    }

    /** Of many classes a few images each, so that the blocks fit beside each other. */
    private int perClass(int blocks) {
        return blocks == 1 ? perClass : Math.max(Math.min(perClass, 3), perClass / blocks);
    }

    private List<List<Integer>> members() {
        List<List<Integer>> classes = new ArrayList<>();
        for (int label = 0; label < set.classCount(); label++) {
            classes.add(new ArrayList<>());
        }
        for (int i = 0; i < set.size(); i++) {
            classes.get(set.label(i)).add(i);
        }
        return classes;
    }

    /** The first places of a seeded shuffle, with a stream of its own for each class. */
    private int[] chosen(int label, List<Integer> members, int most) {
        int[] all = members.stream().mapToInt(Integer::intValue).toArray();
        int count = Math.min(most, all.length);
        SplittableRandom random = new SplittableRandom(seed + label * 0x9E3779B97F4A7C15L);
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i, all.length);
            int held = all[i];
            all[i] = all[other];
            all[other] = held;
        }
        return Arrays.copyOf(all, count);
    }

    private int labelWidth(FigureType type, List<List<Integer>> classes) {
        int words = type.widest(type.label, set.classNames());
        List<String> counts = classes.stream().map(c -> count(c.size())).toList();
        return type.px(DOT + 8) + Math.max(words, type.widest(type.number, counts));
    }

    private static String count(int size) {
        return size + (size == 1 ? " image" : " images");
    }

    private void drawLabel(FigureCanvas canvas, int label, int size, int x, int top) {
        FigureType type = canvas.type;
        int high = type.height(type.label);
        Dots.square(canvas, label, x, top + (high - type.px(DOT)) / 2, type.px(DOT));
        int words = x + type.px(DOT + 8);
        canvas.text(type.label, canvas.style.ink(), set.classNames().get(label), words, top);
        canvas.text(type.number, canvas.style.mutedInk(), count(size), words, top + high + type.px(2));
    }

    private void drawSamples(FigureCanvas canvas, int[] samples, int left, int top, int side) {
        int[] argb = new int[set.pixelsPerImage()];
        for (int i = 0; i < samples.length; i++) {
            GreyMap.fill(set.image(samples[i]), 0, argb.length, argb, 0);
            int x = left + i * (set.width() * side + canvas.type.px(GAP));
            canvas.pixels(argb, set.width(), side, x, top);
        }
    }
}

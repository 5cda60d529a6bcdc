package hourglass.figures;

import hourglass.core.color.Token;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Notes what it is told to draw. */
final class NotedInk implements Ink {
    @SuppressWarnings("ArrayRecordComponent") // noted as it was handed over
    record Line(double[] xs, double[] ys, Pen pen) {}

    record Text(String words, double x, double middle, Side side, Letters letters) {
        double left() {
            double wide = wide(words, letters);
            return switch (side) {
                case LEFT -> x;
                case CENTRE -> x - wide / 2;
                case RIGHT -> x - wide;
            };
        }

        /** Room that its letters take; lines may touch. */
        Rectangle2D box() {
            return new Rectangle2D.Double(left(), middle - letters.size() * 0.5, wide(words, letters), letters.size());
        }
    }

    record Disc(double x, double y, Token color) {}

    record Fill(double x, double y, double width, double height, Token color, double opacity) {}

    final List<Fill> fills = new ArrayList<>();
    final List<Line> lines = new ArrayList<>();
    final List<Text> texts = new ArrayList<>();
    final List<Disc> discs = new ArrayList<>();

    private final double em;

    NotedInk() {
        this(14);
    }

    NotedInk(double em) {
        this.em = em;
    }

    @Override
    public double em() {
        return em;
    }

    @Override
    public double width(String words, Letters letters) {
        return wide(words, letters);
    }

    private static double wide(String words, Letters letters) {
        return words.length() * letters.size() * 0.6;
    }

    /** Texts that lie over one another or beyond the drawing; a shared pixel at the edge is none. */
    List<String> textFaults(double width, double height) {
        List<String> faults = new ArrayList<>();
        Rectangle2D all = new Rectangle2D.Double(-1, -1, width + 2, height + 2);
        for (int i = 0; i < texts.size(); i++) {
            Text text = texts.get(i);
            if (!text.words().isEmpty() && !all.contains(text.box())) {
                faults.add("beyond: " + text.words());
            }
            for (int j = 0; j < i; j++) {
                Rectangle2D shared = text.box().createIntersection(texts.get(j).box());
                if (shared.getWidth() > 1 && shared.getHeight() > 1) {
                    faults.add("over one another: " + texts.get(j).words() + " and " + text.words());
                }
            }
        }
        return faults;
    }

    @Override
    public void text(String words, double x, double middle, Side side, Letters letters) {
        texts.add(new Text(words, x, middle, side, letters));
    }

    @Override
    public void line(double[] xs, double[] ys, Pen pen) {
        lines.add(new Line(xs.clone(), ys.clone(), pen));
    }

    @Override
    public void fill(double x, double y, double width, double height, Token color, double opacity) {
        fills.add(new Fill(x, y, width, height, color, opacity));
    }

    @Override
    public void disc(double x, double y, double radius, Token color) {
        discs.add(new Disc(x, y, color));
    }

    @Override
    public void clipped(double x, double y, double width, double height, Runnable drawing) {
        drawing.run();
    }

    Text text(String words) {
        return texts.stream()
                .filter(text -> text.words().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no “" + words + "” among " + texts));
    }

    Line line(Token color) {
        return lines.stream()
                .filter(line -> line.pen().color() == color && line.xs().length > 2)
                .findFirst()
                .orElseThrow();
    }
}

package hourglass.figures;

import hourglass.core.color.Token;
import java.util.ArrayList;
import java.util.List;

/** Notes what it is told to draw. */
final class NotedInk implements Ink {
    @SuppressWarnings("ArrayRecordComponent") // noted as it was handed over
    record Line(double[] xs, double[] ys, Pen pen) {}

    record Text(String words, double x, double middle, Letters letters) {}

    record Disc(double x, double y, Token color) {}

    record Fill(double x, double y, double width, double height, Token color, double opacity) {}

    final List<Fill> fills = new ArrayList<>();
    final List<Line> lines = new ArrayList<>();
    final List<Text> texts = new ArrayList<>();
    final List<Disc> discs = new ArrayList<>();

    @Override
    public double em() {
        return 14;
    }

    @Override
    public double width(String words, Letters letters) {
        return words.length() * letters.size() * 0.6;
    }

    @Override
    public void text(String words, double x, double middle, Side side, Letters letters) {
        texts.add(new Text(words, x, middle, letters));
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

package hourglass.ui.pictures;

import hourglass.core.color.Token;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.Fonts;
import hourglass.ui.kit.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.text.TextAlignment;

/** The card beside a point: its image and what the network makes of it, and its neighbours among the codes below. */
public final class CardPainter {
    private static final double PAD = 12;
    private static final double OFFSET = 24;
    private static final double GAP = 8;
    /** Height of an image that is shown at three times its size where it has 28 pixels. */
    private static final double LARGE = 84;

    private final Brush brush;
    private final ImageCard card;
    private final double factor;
    private final double smallFactor;
    private final double line;

    /** Of a card, in the size of text of {@code brush}. */
    public CardPainter(Brush brush, ImageCard card) {
        this.brush = brush;
        this.card = card;
        int longest = Math.max(card.width(), card.height());
        factor = Math.max(1, Math.floor(LARGE / longest));
        smallFactor = factor >= 3 ? 1 : Math.max(0.5, factor / 2);
        line = Math.round(brush.small() * 1.55);
    }

    /** Near a point of the drawing, inside it, away from the middle if there is room. */
    public void paint(double x, double y) {
        double width = width();
        double height = height();
        double left = x + OFFSET + width <= brush.width() ? x + OFFSET : x - OFFSET - width;
        left = Math.rint(Math.max(0, Math.min(left, brush.width() - width)));
        double top = Math.rint(Math.max(0, Math.min(y - height / 2, brush.height() - height)));
        ground(left, top, width, height);
        pictures(left + PAD, top + PAD);
    }

    private double imageWidth() {
        return card.width() * factor;
    }

    private double imageHeight() {
        return card.height() * factor;
    }

    private double smallWidth() {
        return card.width() * smallFactor;
    }

    private double width() {
        double large = 2 * imageWidth() + GAP;
        double small = card.neighbours().size() * (smallWidth() + 6) - 6;
        return Math.max(large, Math.max(small, brush.em() * 12)) + 2 * PAD;
    }

    private double height() {
        double below = card.neighbours().isEmpty() ? 0 : line + card.height() * smallFactor + 8;
        return 2 * PAD + 2 * line + imageHeight() + below;
    }

    /** Room that a card without neighbours takes, {@code width} and {@code height}. */
    static double[] room(ImageCard card, double em) {
        double factor = Math.max(1, Math.floor(LARGE / Math.max(card.width(), card.height())));
        double line = Math.round(Math.round(em * 0.86) * 1.55);
        double wide = Math.max(2 * card.width() * factor + GAP, em * 12) + 2 * PAD;
        return new double[] {wide, 2 * PAD + 2 * line + card.height() * factor + 4};
    }

    private void ground(double x, double y, double w, double h) {
        brush.g().setFill(brush.color(Token.SHADOW));
        brush.roundRect(x, y + 3, w, h, 6);
        brush.g().setFill(brush.color(Token.BORDER_STRONG));
        brush.roundRect(x, y, w, h, 6);
        brush.g().setFill(brush.color(Token.RAISED));
        brush.roundRect(x + 1, y + 1, w - 2, h - 2, 5);
    }

    private void pictures(double left, double top) {
        double inner = width() - 2 * PAD;
        brush.g().setFill(brush.color(Token.INK));
        brush.text(card.className(), left, top + line / 2, inner * 0.66, Fonts.strongWords(brush.small()));
        brush.g().setFill(brush.color(Token.INK_SOFT));
        brush.text(
                "#" + card.testIndex(),
                left + inner,
                top + line / 2,
                Fonts.numbers(brush.small()),
                TextAlignment.RIGHT);
        double y = top + line + 2;
        PicturePaints.draw(brush.g(), card.original(), card.width(), left, y, factor);
        double second = left + imageWidth() + GAP;
        output(card.output(), second, y);
        y += imageHeight();
        words(Messages.text("map.card.original"), left, y);
        words(outputWords(), second, y);
        y += line + 2;
        if (!card.neighbours().isEmpty()) {
            words(card.nearest().words(), left, y);
            neighbours(left, y + line + 2);
        }
    }

    private void output(Optional<ImageCard.Output> output, double x, double y) {
        if (output.isPresent()) {
            PicturePaints.draw(brush.g(), output.get().argb(), card.width(), x, y, factor);
        } else {
            brush.g().setFill(brush.color(Token.WELL));
            brush.g().fillRect(x, y, imageWidth(), imageHeight());
        }
    }

    private String outputWords() {
        return card.output()
                .map(output -> Messages.text(
                        "map.card.output",
                        String.format(Locale.ROOT, output.error() < 0.1 ? "%.4f" : "%.3f", output.error())))
                .orElse("");
    }

    private void words(String text, double x, double y) {
        brush.g().setFill(brush.color(Token.INK_SOFT));
        double small = Math.round(brush.small() * 0.92);
        brush.text(text, x, y + line / 2, width() - 2 * PAD, Fonts.words(small));
    }

    private void neighbours(double left, double y) {
        List<ImageCard.Neighbour> all = card.neighbours();
        for (int i = 0; i < all.size(); i++) {
            double x = left + i * (smallWidth() + 6);
            brush.g().setFill(brush.colors().ofClass(all.get(i).label()));
            brush.g().fillRect(x - 2, y - 2, smallWidth() + 4, card.height() * smallFactor + 4);
            PicturePaints.draw(brush.g(), all.get(i).argb(), card.width(), x, y, smallFactor);
        }
    }
}

package hourglass.ui.map;

import hourglass.core.color.Token;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.Fonts;
import hourglass.ui.kit.Messages;
import hourglass.ui.pictures.PicturePaints;
import javafx.scene.text.TextAlignment;

/** An image of one's own beside its place, with how that was found. */
final class OwnMark {
    private static final double OFFSET = 18;
    private static final double PAD = 8;
    private static final int SCALE = 2;

    private OwnMark() {}

    /** Near a point of the drawing and inside it. */
    static void paint(Brush brush, OwnPlace.Found found, double x, double y) {
        String name = found.image().name();
        String how = Messages.text("map.own.how", found.className());
        double side = (double) SCALE * found.width();
        double high = (double) SCALE * found.argb().length / found.width();
        double words = Math.max(
                Fonts.width(name, Fonts.strongWords(brush.em())), Fonts.width(how, Fonts.words(brush.small())));
        double width = 2 * PAD + side + PAD + words;
        double height = 2 * PAD + Math.max(high, 3 * brush.em());
        double right = x + OFFSET + width <= brush.width() ? x + OFFSET : x - OFFSET - width;
        double left = Math.rint(Math.max(0, Math.min(right, brush.width() - width)));
        double top = Math.rint(Math.max(0, Math.min(y - height / 2, brush.height() - height)));
        brush.g().setFill(brush.color(Token.BORDER_STRONG));
        brush.roundRect(left, top, width, height, 6);
        brush.g().setFill(brush.color(Token.RAISED));
        brush.roundRect(left + 1, top + 1, width - 2, height - 2, 5);
        PicturePaints.draw(brush.g(), found.argb(), found.width(), left + PAD, top + PAD, SCALE);
        double text = left + 2 * PAD + side;
        brush.g().setFill(brush.color(Token.INK));
        brush.text(name, text, top + PAD + brush.em() * 0.7, Fonts.strongWords(brush.em()), TextAlignment.LEFT);
        brush.g().setFill(brush.color(Token.INK_SOFT));
        brush.text(how, text, top + PAD + brush.em() * 2.1, Fonts.words(brush.small()), TextAlignment.LEFT);
    }
}

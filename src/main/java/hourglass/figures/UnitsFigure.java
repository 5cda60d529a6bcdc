package hourglass.figures;

import hourglass.session.measure.Units;
import hourglass.session.measure.Units.Order;
import java.util.Locale;

/** A picture for each number of a code, the dearest first, with what silencing it costs; dead ones grey. Immutable. */
public final class UnitsFigure extends Figure {
    private static final int PICTURE = 56;
    private static final int SMALL = 28;
    private static final int MANY = 256;
    private static final int GAP = 8;

    private final Units units;
    private final int width;

    /** Of numbers whose pictures have this {@code width}. */
    public UnitsFigure(Units units, int width, String caption) {
        super(caption);
        this.units = units;
        this.width = width;
    }

    /** The number and its price, such as "58: +50 %". */
    static String words(Units units, int number) {
        double price = units.price(number);
        return Double.isNaN(price)
                ? Integer.toString(number + 1)
                : String.format(Locale.ROOT, "%d: %+.0f %%", number + 1, 100 * price)
                        .replace('-', '−');
    }

    @Override
    Body body(FigureType type) {
        int[] order = units.sorted(Order.PRICE);
        int height = units.pixels() / width;
        int side = type.side((order.length > MANY ? SMALL : PICTURE), width, height);
        int across = Math.max(width * side, type.width(type.number, "888: +88 %")) + type.px(GAP);
        int down = height * side + type.height(type.number) + type.px(GAP);
        int columns = Math.max(1, (int) Math.ceil(Math.sqrt(order.length)));
        int rows = (order.length + columns - 1) / columns;
        return new Body(columns * across - type.px(GAP), rows * down - type.px(GAP), canvas -> {
            int margin = type.px(FigureCanvas.MARGIN);
            for (int place = 0; place < order.length; place++) {
                int x = margin + place % columns * across;
                int y = margin + place / columns * down;
                int inset = (across - type.px(GAP) - width * side) / 2;
                int[] argb = StageColors.ofUnit(units, order[place], canvas.style.ground());
                canvas.pixels(argb, width, side, x + inset, y);
                canvas.textCentred(
                        type.number,
                        canvas.style.mutedInk(),
                        words(units, order[place]),
                        x + (across - type.px(GAP)) / 2,
                        y + height * side);
            }
        });
    }
}

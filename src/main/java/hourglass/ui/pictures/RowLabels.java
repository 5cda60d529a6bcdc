package hourglass.ui.pictures;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Fonts;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Words to the left of an {@link ImageGridView}, each beside the middle of its row of images. */
public final class RowLabels extends CanvasPane {
    /** What a row shows, and a quieter line below it, which may be empty. */
    public record Row(String name, String detail) {}

    private final ImageGridView grid;
    private List<Row> rows = List.of();

    /** Beside {@code grid}, which must have the same top. */
    public RowLabels(Appearance appearance, ImageGridView grid) {
        super(appearance);
        this.grid = grid;
        widen();
        appearance.textSizeProperty().addListener((observed, before, now) -> widen());
        grid.heightProperty().addListener((observed, before, now) -> repaint());
        grid.widthProperty().addListener((observed, before, now) -> repaint());
    }

    /** As wide as the widest words, within reason. */
    private void widen() {
        double width = Math.rint(em() * 5.6);
        for (Row row : rows) {
            width = Math.max(width, Math.ceil(wide(row.name(), Fonts.strongWords(em()))));
        }
        setMinWidth(width);
        setPrefWidth(width);
    }

    private static double wide(String words, Font font) {
        Text text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    /** Shows one label per row. */
    public void show(List<Row> labels) {
        if (!rows.equals(labels)) {
            rows = List.copyOf(labels);
            widen();
            repaint();
        }
    }

    @Override
    protected void paint(Brush brush) {
        double line = Math.round(brush.em() * 1.35);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double middle = i * grid.rowHeight() + grid.tileHeight() / 2;
            double first = row.detail().isEmpty() ? middle : middle - line / 2;
            brush.g().setFill(brush.color(Token.INK));
            brush.text(row.name(), 0, first, Fonts.strongWords(brush.em()), TextAlignment.LEFT);
            brush.g().setFill(brush.color(Token.INK_SOFT));
            brush.text(row.detail(), 0, first + line, detailFont(row, brush), TextAlignment.LEFT);
        }
    }

    private static Font detailFont(Row row, Brush brush) {
        boolean number =
                !row.detail().isEmpty() && Character.isDigit(row.detail().charAt(0));
        return number ? Fonts.numbers(brush.small()) : Fonts.words(brush.small());
    }
}

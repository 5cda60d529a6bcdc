package hourglass.ui.map;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Fonts;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Font;

/** Puts maps beside each other with their titles above and the classes in words below, drawn anew at any scale. */
final class MapPictures {
    private static final int COLUMNS = 3;
    private static final double GAP = 16;
    private static final double LEGEND_COLUMN = 9.5;

    private MapPictures() {}

    static WritableImage withLegend(
            Appearance appearance, int scale, List<String> classes, List<SeriesBoard.Panel> panels) {
        double em = appearance.em();
        double head = panels.size() > 1 ? Math.round(em * 1.8) : 0;
        double w = panels.get(0).pane().getWidth();
        double h = panels.get(0).pane().getHeight();
        int across = Math.min(COLUMNS, panels.size());
        int down = (panels.size() + across - 1) / across;
        double width = across * (w + GAP) - GAP;
        double maps = down * (h + head + GAP);
        int perLine = Math.max(1, (int) (width / (LEGEND_COLUMN * em)));
        double legend = Math.ceil((double) classes.size() / perLine) * Math.round(em * 1.7);
        Canvas canvas = new Canvas(Math.ceil(width * scale), Math.ceil((maps + legend) * scale));
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.scale(scale, scale);
        for (int i = 0; i < panels.size(); i++) {
            double x = i % across * (w + GAP);
            int row = i / across;
            double y = row * (h + head + GAP);
            title(g, appearance, panels.get(i).title(), x, y + head / 2);
            g.drawImage(panels.get(i).pane().drawAt(scale), x, y + head, w, h);
        }
        legend(g, appearance, classes, maps, perLine);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(appearance.colors().of(Token.SURFACE));
        return canvas.snapshot(parameters, null);
    }

    private static void title(GraphicsContext g, Appearance appearance, String words, double x, double middle) {
        write(g, appearance, words, x, middle, Fonts.strongWords(appearance.em() * 0.9));
    }

    private static void write(
            GraphicsContext g, Appearance appearance, String words, double x, double middle, Font font) {
        g.setFill(appearance.colors().of(Token.INK));
        g.setFont(font);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(words, x, middle);
    }

    private static void legend(
            GraphicsContext g, Appearance appearance, List<String> classes, double top, int perLine) {
        double em = appearance.em();
        double line = Math.round(em * 1.7);
        for (int i = 0; i < classes.size(); i++) {
            double x = i % perLine * LEGEND_COLUMN * em;
            int row = i / perLine;
            double middle = top + (row + 0.5) * line;
            g.setFill(appearance.colors().ofClass(i));
            g.fillRoundRect(x, middle - 5, 10, 10, 4, 4);
            write(g, appearance, classes.get(i), x + 16, middle, Fonts.words(em * 0.9));
        }
    }
}

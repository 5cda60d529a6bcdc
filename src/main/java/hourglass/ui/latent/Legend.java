package hourglass.ui.latent;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Fonts;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;

/** The classes in colour and words, put below an exported picture of the plane. */
final class Legend {
    private static final double COLUMN = 8;
    private static final double LINE = 1.7;

    private Legend() {}

    static WritableImage below(WritableImage picture, int scale, List<String> classes, Appearance appearance) {
        double em = appearance.em();
        double width = picture.getWidth() / scale;
        double height = picture.getHeight() / scale;
        int across = Math.max(1, (int) (width / (COLUMN * em)));
        double line = Math.round(em * LINE);
        double lines = Math.ceil((double) classes.size() / across);
        Canvas canvas = new Canvas(picture.getWidth(), picture.getHeight() + Math.ceil(lines * line * scale));
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.drawImage(picture, 0, 0);
        g.scale(scale, scale);
        g.setTextBaseline(VPos.CENTER);
        g.setFont(Fonts.words(em * 0.9));
        for (int i = 0; i < classes.size(); i++) {
            double x = i % across * COLUMN * em;
            int row = i / across;
            double middle = height + (row + 0.5) * line;
            g.setFill(appearance.colors().ofClass(i));
            g.fillRoundRect(x, middle - 5, 10, 10, 4, 4);
            g.setFill(appearance.colors().of(Token.INK));
            g.fillText(classes.get(i), x + 16, middle);
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(appearance.colors().of(Token.SURFACE));
        return canvas.snapshot(parameters, null);
    }
}

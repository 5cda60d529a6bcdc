package hourglass.ui.reconstruct;

import hourglass.figures.CsvWord;
import hourglass.session.look.Look;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.LookWords;
import hourglass.ui.kit.Messages;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.RowLabels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.image.WritableImage;

/** The figures of this view as files. */
final class ReconstructExports {
    private final ReconstructModel model;
    private final GalleryPane gallery;

    ReconstructExports(ReconstructModel model, GalleryPane gallery) {
        this.model = model;
        this.gallery = gallery;
    }

    List<Exportable> all() {
        return List.of(
                new Exportable.Picture(
                        Messages.text("reconstruct.export.picture"), "reconstructions.png", this::draw, this::caption),
                new Exportable.Table(
                        Messages.text("reconstruct.export.table"), "reconstruction-errors.csv", () -> csv(model)));
    }

    private String caption() {
        return model.picturesProperty()
                .get()
                .map(all -> LookWords.caption(all.look()))
                .orElse("");
    }

    /** The labels left of the pictures, as in the window. */
    private WritableImage draw(int scale) {
        RowLabels labels = gallery.labels();
        ImageGridView grid = gallery.grid();
        WritableImage words = labels.drawAt(scale);
        WritableImage pictures = grid.drawAt(scale);
        int left = (int) Math.round((grid.getLayoutX() - labels.getLayoutX() - outline(grid)) * scale);
        int top = (int) Math.round(outline(grid) * scale);
        int width = left + (int) pictures.getWidth();
        int height = (int) Math.max(pictures.getHeight(), words.getHeight() + top);
        WritableImage both = new WritableImage(width, height);
        fill(both, words.getPixelReader().getArgb(0, (int) words.getHeight() - 1));
        copy(words, both, 0, top);
        copy(pictures, both, left, 0);
        return both;
    }

    /** How far a grid draws beyond its place on each side, for the outline of a chosen tile. */
    private static double outline(ImageGridView grid) {
        return (grid.drawAt(1).getHeight() - grid.getHeight()) / 2;
    }

    private static void fill(WritableImage target, int argb) {
        for (int y = 0; y < target.getHeight(); y++) {
            for (int x = 0; x < target.getWidth(); x++) {
                target.getPixelWriter().setArgb(x, y, argb);
            }
        }
    }

    private static void copy(WritableImage from, WritableImage to, int left, int top) {
        int width = (int) Math.min(from.getWidth(), to.getWidth() - left);
        int height = (int) Math.min(from.getHeight(), to.getHeight() - top);
        to.getPixelWriter().setPixels(left, top, width, height, from.getPixelReader(), 0, 0);
    }

    /** One line per test image; an error not known yet is left empty. */
    static String csv(ReconstructModel model) {
        StringBuilder csv = new StringBuilder();
        Optional<ReconstructModel.Ranking> ranking = model.ranking();
        if (ranking.isPresent()) {
            Look look = ranking.get().look();
            csv.append("# ").append(LookWords.caption(look)).append('\n');
            csv.append("index,class,network_mse,pca_mse\n");
            for (int i = 0; i < ranking.get().errors().size(); i++) {
                int image = i;
                String pca =
                        model.pcaErrors().map(known -> number(known.of(image))).orElse("");
                csv.append(line(
                        image,
                        look.test().className(image),
                        number(ranking.get().errors().of(image)),
                        pca));
            }
        } else {
            csv.append("index,class,network_mse,pca_mse\n");
        }
        return csv.toString();
    }

    private static String line(int image, String name, String network, String pca) {
        return image + "," + CsvWord.quoted(name) + "," + network + "," + pca + "\n";
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6f", value);
    }
}

package hourglass.ui.denoise;

import hourglass.session.measure.DenoisingCurve;
import hourglass.session.measure.DenoisingErrors;
import hourglass.session.measure.NoiseErrors.Method;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.NoiseWords;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.RowLabels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.image.WritableImage;

/** The figures of this view as files. */
final class DenoiseExports {
    private final DenoiseModel model;
    private final GalleryPane gallery;
    private final LevelCurve curve;

    DenoiseExports(DenoiseModel model, GalleryPane gallery, LevelCurve curve) {
        this.model = model;
        this.gallery = gallery;
        this.curve = curve;
    }

    List<Exportable> all() {
        return List.of(
                new Exportable.Picture(
                        Messages.text("denoise.export.strip"), "denoising.png", this::strip, this::stripCaption),
                new Exportable.Picture(
                        Messages.text("denoise.export.curve"),
                        "error-over-noise.png",
                        scale -> curve.drawAt(scale),
                        () -> curveCaption(model)),
                new Exportable.Table(Messages.text("denoise.export.table"), "error-over-noise.csv", () -> csv(model)));
    }

    private String stripCaption() {
        return model.picturesProperty().get().map(Words::caption).orElse("");
    }

    private static String curveCaption(DenoiseModel model) {
        Optional<DenoisingCurve> curve = model.curvesProperty().get().network();
        return model.comparedProperty()
                .get()
                .flatMap(compared -> curve.map(known -> Messages.text(
                        "denoise.caption.curve",
                        NoiseWords.name(known.kind()),
                        Counts.testImages(known.images()),
                        Words.origin(compared))))
                .orElse("");
    }

    /** The labels left of the pictures, as in the window. */
    private WritableImage strip(int scale) {
        RowLabels labels = gallery.labels();
        ImageGridView grid = gallery.grid();
        WritableImage words = labels.drawAt(scale);
        WritableImage pictures = grid.drawAt(scale);
        double outline = (pictures.getHeight() / scale - grid.getHeight()) / 2;
        int left = (int) Math.round((grid.getLayoutX() - labels.getLayoutX() - outline) * scale);
        int top = (int) Math.round(outline * scale);
        int width = left + (int) pictures.getWidth();
        int height = (int) Math.max(pictures.getHeight(), words.getHeight() + top);
        WritableImage both = new WritableImage(width, height);
        fill(both, words.getPixelReader().getArgb(0, (int) words.getHeight() - 1));
        copy(words, both, 0, top);
        copy(pictures, both, left, 0);
        return both;
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

    /** One line per level; an error not known yet is left empty. */
    static String csv(DenoiseModel model) {
        Curves curves = model.curvesProperty().get();
        StringBuilder csv = new StringBuilder();
        if (curves.network().isPresent()) {
            csv.append("# ").append(curveCaption(model)).append('\n');
        }
        csv.append("level,nothing_mse,median_mse,network_mse,other_network_mse\n");
        curves.network().ifPresent(curve -> {
            for (int i = 0; i < DenoisingErrors.LEVELS; i++) {
                int index = i;
                csv.append(String.format(Locale.ROOT, "%.2f", DenoisingErrors.level(i)))
                        .append(',')
                        .append(number(curve.at(Method.NOTHING, i)))
                        .append(',')
                        .append(number(curve.at(Method.MEDIAN, i)))
                        .append(',')
                        .append(number(curve.at(Method.NETWORK, i)))
                        .append(',')
                        .append(curves.rival()
                                .map(other -> number(other.at(Method.NETWORK, index)))
                                .orElse(""))
                        .append('\n');
            }
        });
        return csv.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6f", value);
    }
}

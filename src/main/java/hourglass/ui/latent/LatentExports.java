package hourglass.ui.latent;

import hourglass.core.data.ImageBlock;
import hourglass.core.latent.Spot;
import hourglass.figures.CsvWord;
import hourglass.figures.FigureStyle;
import hourglass.figures.GifWriter;
import hourglass.figures.PathAnimation;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.LookWords;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.NothingToSaveException;
import hourglass.ui.kit.Theme;
import hourglass.ui.pictures.ImageTiles;
import java.util.List;
import java.util.Locale;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** The figures of this view as files. */
final class LatentExports {
    private final LatentModel model;
    private final PlanePane plane;
    private final Appearance appearance;

    LatentExports(LatentModel model, PlanePane plane, Appearance appearance) {
        this.appearance = appearance;
        this.model = model;
        this.plane = plane;
    }

    List<Exportable> all() {
        return List.of(
                new Exportable.Picture(
                        Messages.text("latent.export.plane"), "latent-codes.png", this::drawPlane, this::caption),
                new Exportable.Picture(
                        Messages.text("latent.export.manifold"),
                        "latent-manifold.png",
                        scale -> enlarged(manifold(), scale),
                        this::manifoldCaption),
                new Exportable.Picture(
                        Messages.text("latent.export.path"),
                        "latent-path.png",
                        scale -> enlarged(path(), scale),
                        this::pathCaption),
                new Exportable.Animation(Messages.text("latent.export.path"), "latent-path.gif", this::animation),
                new Exportable.Table(Messages.text("latent.export.table"), "latent-codes.csv", () -> csv(model)));
    }

    private WritableImage drawPlane(int scale) {
        List<String> classes = model.space()
                .mapProperty()
                .get()
                .map(map -> map.look().test().classNames())
                .orElseThrow(() -> new NothingToSaveException("map of codes"));
        return Legend.below(plane.drawWhole(scale), scale, classes, appearance);
    }

    private String caption() {
        return model.space()
                .mapProperty()
                .get()
                .map(map -> LookWords.caption(map.look()))
                .orElse("");
    }

    /** It may be of weights a little older than those of the codes. */
    private String manifoldCaption() {
        return model.manifold()
                .pictureProperty()
                .get()
                .map(shown -> LookWords.caption(shown.look()))
                .orElse("");
    }

    private String pathCaption() {
        return model.path()
                .stripProperty()
                .get()
                .map(strip -> LookWords.caption(strip.look()))
                .orElse("");
    }

    private WritableImage manifold() {
        return model.manifold()
                .pictureProperty()
                .get()
                .map(shown -> LargeImage.drawn(
                        shown.images(),
                        0,
                        shown.lattice().columns(),
                        shown.lattice().rows()))
                .orElseThrow(() -> new NothingToSaveException("decoded plane"));
    }

    private WritableImage path() {
        return model.path()
                .stripProperty()
                .get()
                .map(strip -> LargeImage.drawn(strip.frames(), 0, strip.frames().count(), 1))
                .orElseThrow(() -> new NothingToSaveException("path"));
    }

    private Exportable.FileWriting animation() {
        Strip strip = model.path().stripProperty().get().orElseThrow(() -> new NothingToSaveException("path"));
        ImageTiles fine = strip.fine();
        ImageBlock images = ImageBlock.copyOf(fine.imageWidth(), fine.imageHeight(), strip.values());
        PathAnimation drawn = new PathAnimation(images, "A", "B", pathCaption());
        FigureStyle style = appearance.themeProperty().get() == Theme.DARK ? FigureStyle.dark() : FigureStyle.light();
        return file -> GifWriter.write(file, drawn.frames(style, 1), drawn.caption());
    }

    /** Every pixel as a square. */
    private static WritableImage enlarged(WritableImage image, int scale) {
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        int[] argb = new int[w * scale * h * scale];
        for (int y = 0; y < h * scale; y++) {
            for (int x = 0; x < w * scale; x++) {
                argb[y * w * scale + x] = image.getPixelReader().getArgb(x / scale, y / scale);
            }
        }
        WritableImage large = new WritableImage(w * scale, h * scale);
        large.getPixelWriter()
                .setPixels(0, 0, w * scale, h * scale, PixelFormat.getIntArgbInstance(), argb, 0, w * scale);
        return large;
    }

    /** One line per test image of the sample: its place in the plane. */
    static String csv(LatentModel model) {
        LatentMap map = model.space().mapProperty().get().orElseThrow(() -> new NothingToSaveException("map of codes"));
        StringBuilder csv = new StringBuilder("# ").append(LookWords.caption(map.look()));
        csv.append("\nindex,class,x,y\n");
        for (int row = 0; row < map.codes().sample().count(); row++) {
            csv.append(line(map, row));
        }
        return csv.toString();
    }

    private static String line(LatentMap map, int row) {
        String name = map.look().test().classNames().get(map.codes().sample().label(row));
        Spot place = map.codes().place(row);
        return String.format(
                Locale.ROOT,
                "%d,%s,%.5f,%.5f\n",
                map.codes().sample().image(row),
                CsvWord.quoted(name),
                place.x(),
                place.y());
    }
}

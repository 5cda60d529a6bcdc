package hourglass.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.ImageBlock;
import hourglass.figures.FigureStyle;
import hourglass.figures.Saved;
import hourglass.figures.Table;
import hourglass.figures.TilesFigure;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class FigureExportTest {
    private static final String CAPTION = "Dense autoencoder 784–64–784, epoch 3, seed 7, Fashion-MNIST. "
            + "A caption much longer than the picture is wide, so that it has to be wrapped into several lines.";

    @TempDir
    private Path folder;

    private final List<Notice> told = new ArrayList<>();
    private final List<Optional<Path>> folders = new ArrayList<>();
    private Optional<Path> answer = Optional.empty();
    private final FigureExport export = new FigureExport(
            new Appearance(),
            (name, last) -> {
                folders.add(last);
                return answer;
            },
            Runnable::run,
            Runnable::run,
            told::add);

    private static Exportable picture() {
        return new Exportable("Samples", "samples.png", () -> Optional.of(tiles()));
    }

    /** White images on the ground of the theme. */
    private static TilesFigure tiles() {
        float[] white = new float[4 * 784];
        Arrays.fill(white, 1);
        return new TilesFigure(ImageBlock.copyOf(28, 28, white), List.of("Bag"), image -> 0, 4, CAPTION);
    }

    private static Exportable table() {
        Table table = new Table(1).counts("epoch", row -> 1).numbers("größe", row -> 0.5);
        return new Exportable("Curve", "curve.csv", () -> Optional.of(table));
    }

    private void save(FxRobot robot, Exportable figure, int choice, Path target) {
        answer = Optional.of(target);
        Choice chosen = export.choices(List.of(figure)).get(choice);
        robot.interact(chosen.run());
    }

    private Notice only() {
        assertEquals(1, told.size(), told.toString());
        return told.get(0);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }

    @Test
    void offersPicturesForScreenAndPaperAndTablesOnce() {
        List<String> words = export.choices(List.of(picture(), table())).stream()
                .map(Choice::text)
                .toList();
        assertEquals(
                List.of(
                        "Samples · picture",
                        "Samples · picture, 2 times as large",
                        "Samples · picture, 4 times as large",
                        "Samples · for print, 85 mm wide",
                        "Samples · for print, 180 mm wide",
                        "Curve · CSV"),
                words);
    }

    @Test
    void aPictureIsWrittenWithItsCaptionBelow(FxRobot robot) throws IOException {
        Path file = folder.resolve("a.png");
        save(robot, picture(), 0, file);
        assertEquals(Notice.Kind.SUCCESS, only().kind());
        assertEquals("Saved a.png in " + folder + ".", only().text());
        BufferedImage read = ImageIO.read(file.toFile());
        assertEquals(0xFF0B0F14, read.getRGB(0, 0), "on the ground of the theme");
        assertEquals(0xFFFFFFFF, read.getRGB(24, 24), "the first image");
        assertTrue(inkBelow(read, 150), "no caption");
        assertEquals(1, files());
    }

    @Test
    void whatIsNotThereYetIsSaidToBeSo(FxRobot robot) throws IOException {
        Exportable none = new Exportable("Map", "map.csv", Optional::empty);
        save(robot, none, 0, folder.resolve("map.csv"));
        assertEquals(Notice.Kind.WARNING, only().kind());
        assertTrue(only().text().startsWith("There is nothing to save yet"), only().text());
        assertEquals(0, files());
    }

    private static boolean inkBelow(BufferedImage image, int top) {
        int ground = image.getRGB(0, 0);
        for (int y = top; y < image.getHeight(); y++) {
            for (int x = 16; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) != ground) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void aLargerPictureIsDrawnLarger(FxRobot robot) throws IOException {
        Path file = folder.resolve("large.png");
        save(robot, picture(), 2, file);
        int once = tiles().draw(FigureStyle.dark(), 1).getWidth();
        assertEquals(4 * once, ImageIO.read(file.toFile()).getWidth(), 20);
    }

    @Test
    void theNameSaysWhatKindOfPictureItIs(FxRobot robot) throws IOException {
        Path svg = folder.resolve("a.svg");
        save(robot, picture(), 3, svg);
        assertTrue(Files.readString(svg).contains("<svg "));
        assertTrue(Files.readString(svg).contains(" width=\"85mm\""));
        assertTrue(Files.readString(svg).contains("fill=\"#ffffff\""), "on white, for paper");
        Path pdf = folder.resolve("b.PDF");
        save(robot, picture(), 0, pdf);
        assertEquals("%PDF", Files.readString(pdf, StandardCharsets.ISO_8859_1).substring(0, 4));
        save(robot, picture(), 0, folder.resolve("epoch 1.5"));
        assertTrue(Files.exists(folder.resolve("epoch 1.5.png")), "no ending, but a dot");
        assertEquals(3, files());
    }

    @Test
    void anotherKindOfPictureIsRefusedInASentence(FxRobot robot) throws IOException {
        save(robot, picture(), 0, folder.resolve("a.jpg"));
        assertEquals(Notice.Kind.WARNING, only().kind());
        assertEquals(
                "The picture a.jpg was not written: its name must end in .png, .svg or .pdf, which says what kind of"
                        + " file it is.",
                only().text());
        assertEquals(0, files());
    }

    @Test
    void aTableIsWrittenInUtf8(FxRobot robot) throws IOException {
        Path file = folder.resolve("curve.csv");
        Files.writeString(file, "old");
        save(robot, table(), 0, file);
        assertEquals("epoch,größe\n1,0.5\n", Files.readString(file));
        assertEquals(Notice.Kind.SUCCESS, only().kind());
        assertEquals(1, files());
    }

    @Test
    void aMissingEndingIsAddedButReplacesNothing(FxRobot robot) throws IOException {
        save(robot, table(), 0, folder.resolve("curve"));
        assertTrue(Files.exists(folder.resolve("curve.csv")));
        Files.writeString(folder.resolve("curve.csv"), "mine");
        told.clear();
        save(robot, table(), 0, folder.resolve("curve"));
        assertEquals(Notice.Kind.WARNING, only().kind());
        assertEquals("mine", Files.readString(folder.resolve("curve.csv")));
    }

    @Test
    void aFolderThatIsGoneIsSaidInASentence(FxRobot robot) throws IOException {
        Path target = folder.resolve("gone").resolve("curve.csv");
        save(robot, table(), 0, target);
        assertEquals(Notice.Kind.ERROR, only().kind());
        assertEquals(
                "The table " + target + " cannot be written because its folder does not exist."
                        + " Nothing was changed; choose another place.",
                only().text());
        assertEquals(0, files());
    }

    @Test
    void aFolderInThePlaceOfThePictureIsSaidInASentence(FxRobot robot) throws IOException {
        Path target = Files.createDirectory(folder.resolve("a.png"));
        save(robot, picture(), 0, target);
        assertEquals(Notice.Kind.ERROR, only().kind());
        assertTrue(only().text().contains(target.toString()), only().text());
        assertTrue(only().text().endsWith("Nothing was changed; choose another place."), only().text());
    }

    @Test
    void aFigureThatCannotBeDrawnIsSaidInASentence(FxRobot robot) throws IOException {
        Saved tooLarge = (file, style, size) -> {
            throw new IllegalArgumentException("too large");
        };
        Exportable broken = new Exportable("Samples", "samples.png", () -> Optional.of(tooLarge));
        save(robot, broken, 2, folder.resolve("a.png"));
        assertEquals(Notice.Kind.ERROR, only().kind());
        assertEquals(0, files());
    }

    @Test
    void theFolderUsedLastIsOfferedAgain(FxRobot robot) {
        save(robot, table(), 0, folder.resolve("one.csv"));
        save(robot, table(), 0, folder.resolve("two.csv"));
        assertEquals(List.of(Optional.empty(), Optional.of(folder)), folders);
    }

    @Test
    void nothingHappensWhenTheUserThinksBetterOfIt(FxRobot robot) throws IOException {
        answer = Optional.empty();
        robot.interact(export.choices(List.of(table())).get(0).run());
        assertEquals(List.of(), told);
        assertEquals(0, files());
    }
}

package hourglass.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.figures.ImageFolderReader;
import hourglass.session.data.DataSources;
import hourglass.session.look.OwnImage;
import hourglass.testing.LayoutFaults;
import hourglass.testing.NoNetwork;
import hourglass.testing.SmallData;
import hourglass.ui.kit.Fonts;
import hourglass.ui.pictures.OwnImageModel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** An image of one's own in the whole window: drawn with the mouse, opened, pasted, and seen in every view. */
@ExtendWith(ApplicationExtension.class)
class OwnImageTest {
    private static final int SCALE = 10;

    @TempDir
    Path folder;

    private Services services;
    private Window window;

    @Start
    void start(Stage shown) {
        DataSources sources = NoNetwork.sources(folder.resolve("none"), ImageFolderReader::read);
        services = new Services(
                sources, SmallData.garments(), Wiring.networksBesideAWindow(), () -> 8, folder.resolve("autosave"));
        Fonts.load();
        window = new Window(shown, services);
        window.open();
    }

    @AfterEach
    void close() {
        services.close();
    }

    private static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError("did not happen within a minute", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private OwnImageModel own() {
        return window.own();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    /** Drags over the sheet, in pixels of the image. */
    private static void stroke(FxRobot robot, int fromX, int fromY, int toX, int toY) {
        Node sheet = robot.lookup("#own-sheet").query();
        Bounds place = sheet.localToScreen(sheet.getLayoutBounds());
        double half = SCALE / 2.0;
        robot.moveTo(place.getMinX() + fromX * SCALE + half, place.getMinY() + fromY * SCALE + half);
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(place.getMinX() + toX * SCALE + half, place.getMinY() + toY * SCALE + half);
        robot.release(MouseButton.PRIMARY);
    }

    /** Brightness of a pixel of an image that is shown at this scale, 0 … 1. */
    private static double shown(FxRobot robot, Node node, double x, double y) {
        WritableImage[] picture = new WritableImage[1];
        robot.interact(() -> picture[0] = node.snapshot(null, null));
        return picture[0].getPixelReader().getColor((int) x, (int) y).getBrightness();
    }

    private static double seen(FxRobot robot, int x, int y) {
        return shown(robot, robot.lookup("#own-seen").query(), (x + 0.5) * SCALE, (y + 0.5) * SCALE);
    }

    @Test
    void whatIsDrawnWithTheMouseGoesThroughTheNetworksOfTheViews(FxRobot robot) {
        robot.type(KeyCode.DIGIT3);
        until(() -> robot.lookup("#own-open").tryQuery().isPresent());
        robot.clickOn("#own-open");
        until(() -> robot.lookup("#own-sheet").query().isVisible());
        robot.type(KeyCode.ENTER);
        assertTrue(text(robot, "#own-problem").startsWith("The sheet is empty"), "nothing is no image");
        stroke(robot, 2, 3, 2, 10);
        // 3 × 10 of white, cut out and in the middle: 8 or so × 28.
        assertEquals(1, seen(robot, 14, 14), 0.01);
        assertEquals(1, seen(robot, 14, 1), 0.01);
        assertEquals(0, seen(robot, 2, 5), 0.01);
        robot.clickOn("#own-crop");
        assertFalse(robot.lookup("#own-crop").queryAs(CheckBox.class).isSelected());
        assertEquals(0, seen(robot, 14, 1), 0.01, "in the middle, but no larger");
        assertEquals(1, seen(robot, 13, 14), 0.01);
        robot.clickOn("#own-centre");
        assertEquals(1, seen(robot, 2, 5), 0.01, "where it was drawn");
        robot.clickOn("#own-use");
        assertFalse(own().shownProperty().get());

        until(() -> robot.lookup(".headline").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().equals("Own drawing")));
        Node original =
                robot.lookup(".hero-picture").queryAll().stream().findFirst().orElseThrow();
        double scale = original.getLayoutBounds().getWidth() / 28;
        assertEquals(1, shown(robot, original, 2.5 * scale, 5.5 * scale), 0.01);
        assertEquals(0, shown(robot, original, 14.5 * scale, 5.5 * scale), 0.01);

        robot.type(KeyCode.DIGIT4);
        until(() -> robot.lookup("#inside-image").tryQuery().isPresent()
                && text(robot, "#inside-image").equals("Own drawing"));
        robot.clickOn("#inside-next");
        until(() -> !text(robot, "#inside-image").equals("Own drawing"));

        robot.type(KeyCode.DIGIT8);
        until(() -> robot.lookup("#oddities-own-code-distance").tryQuery().isPresent()
                && text(robot, "#oddities-own-code-distance").startsWith("rank "));
        for (String score : List.of("squared-error", "cross-entropy", "brightness")) {
            until(() -> robot.lookup("#oddities-own-" + score).tryQuery().isPresent()
                    && text(robot, "#oddities-own-" + score).startsWith("rank "));
        }
    }

    private Path picture(String name, int width, int height, Color ground) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(ground);
        g.fillRect(0, 0, width, height);
        g.setColor(Color.BLACK);
        g.fillRect(width / 4, height / 4, width / 2, height / 2);
        g.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Test
    void aPictureOnPaperIsInvertedAndBadInputIsSaidInASentence(FxRobot robot) throws IOException {
        Path paper = picture("mug.png", 300, 200, Color.WHITE);
        robot.interact(() -> own().open(List.of(paper.toFile())));
        until(() -> own().problemProperty().get().isEmpty());
        assertEquals(1, seen(robot, 14, 14), 0.01);
        assertEquals(0, seen(robot, 14, 1), 0.01);
        robot.type(KeyCode.ENTER);
        OwnImage used = services.showcase.own().orElseThrow();
        assertEquals("mug", used.name());

        Path notes = folder.resolve("notes.txt");
        Files.writeString(notes, "no picture");
        robot.interact(() -> own().open(List.of(notes.toFile())));
        until(() -> own().problemProperty().get().contains("is not a picture this program can read"));
        assertEquals(1, seen(robot, 14, 14), 0.01, "what was there stays");
        robot.interact(() -> own().open(List.of(folder.toFile())));
        until(() -> own().problemProperty().get().contains("is a folder"));
        Path black = picture("black.png", 90, 90, Color.BLACK);
        robot.interact(() -> own().open(List.of(black.toFile())));
        until(() -> own().problemProperty().get().startsWith("This picture is of one colour"));
        robot.type(KeyCode.ENTER);
        assertTrue(text(robot, "#own-problem").startsWith("This picture is of one colour"));
        Path wide = picture("wide.png", 8200, 4, Color.WHITE);
        robot.interact(() -> own().open(List.of(wide.toFile())));
        until(() -> own().problemProperty().get().contains("8200×4 pixels, expected at most"));
        assertEquals(used, services.showcase.own().orElseThrow());
        robot.type(KeyCode.ESCAPE);
        assertFalse(own().shownProperty().get());
    }

    @Test
    void thePictureInTheClipboardIsPasted(FxRobot robot) {
        robot.interact(() -> {
            WritableImage image = new WritableImage(40, 40);
            for (int i = 0; i < 40 * 40; i++) {
                boolean inside = i % 40 > 9 && i % 40 < 30 && i / 40 > 9 && i / 40 < 30;
                image.getPixelWriter().setArgb(i % 40, i / 40, inside ? 0xffffffff : 0xff000000);
            }
            ClipboardContent content = new ClipboardContent();
            content.putImage(image);
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
        until(() -> own().shownProperty().get());
        assertEquals("", own().problemProperty().get());
        assertEquals(1, seen(robot, 1, 1), 0.01, "cut out, it fills the frame");
        robot.interact(() -> {
            Clipboard.getSystemClipboard().clear();
            ClipboardContent words = new ClipboardContent();
            words.putString("words");
            Clipboard.getSystemClipboard().setContent(words);
        });
        robot.clickOn("#own-paste");
        assertTrue(text(robot, "#own-problem").startsWith("There is no picture in the clipboard"));
    }

    @Test
    void thePaneHoldsLargeTextInASmallWindow(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.I).release(KeyCode.CONTROL);
        for (int larger = 0; larger < 3; larger++) {
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> {
                Parent pane = (Parent) robot.lookup("#own").query();
                pane.getScene().getWindow().setWidth(1024);
                pane.getScene().getWindow().setHeight(768);
                pane.getScene().getRoot().applyCss();
                pane.getScene().getRoot().layout();
                assertEquals(List.of(), LayoutFaults.below(pane));
            });
            robot.interact(() -> {
                window.appearance().larger();
                window.appearance().larger();
            });
        }
    }
}

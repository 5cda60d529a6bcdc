package hourglass.ui.reconstruct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.session.measure.Compression;
import hourglass.session.measure.FedBack;
import hourglass.testing.Painted;
import hourglass.testing.Seen;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Fonts;
import hourglass.ui.pictures.OwnImageModel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ReconstructViewTest {
    @TempDir
    static Path folder;

    private Bench bench;
    private ReconstructView view;

    @Start
    void open(Stage stage) throws InterruptedException {
        Fonts.load();
        bench = new Bench(folder, 0.5f);
        Appearance appearance = new Appearance();
        view = new ReconstructView(
                bench.model,
                appearance,
                new OwnImageModel(
                        bench.show.showcase, () -> bench.data.state().data().test(), Runnable::run, Runnable::run));
        Scene scene = new Scene(view, 1300, 780);
        appearance.apply(scene);
        stage.setScene(scene);
        stage.show();
        bench.settle();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void settle(FxRobot robot) {
        robot.interact(() -> {
            try {
                bench.settle();
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private List<String> film(FxRobot robot) {
        return robot.lookup("#reconstruct-film .film-error").queryAllAs(Label.class).stream()
                .filter(label -> label.getParent().getParent().isVisible())
                .map(Label::getText)
                .toList();
    }

    @Test
    void againPlaysOnePassEachQuarterOfASecond(FxRobot robot) {
        // Of 200 of 255 each pass keeps half.
        double original = 200 / 255.0;
        assertEquals(8, film(robot).size());
        assertEquals(Words.short3(Math.pow(original * 0.75, 2)), film(robot).get(2));
        CanvasPane third = (CanvasPane)
                List.copyOf(robot.lookup("#reconstruct-film .image-grid").queryAll())
                        .get(2);
        Painted drawn = Painted.of(() -> Painted.photo(third));
        assertEquals(50, drawn.grey(30, 30), 1, "a quarter of 200 after two passes");
        robot.clickOn("#reconstruct-again");
        settle(robot);
        assertEquals(1, film(robot).size(), "the input alone");
        assertTrue(Seen.texts(view).contains("pass 0 of 20"));
        bench.nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1300));
        settle(robot);
        assertTrue(Seen.texts(view).contains("pass 5 of 20"));
        assertEquals(5, film(robot).size(), "0, 1, 2, 3 and 5");
        bench.nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(4000));
        settle(robot);
        assertEquals(FedBack.PASSES, bench.model.film().passProperty().get());
        assertEquals(8, film(robot).size());
    }

    @Test
    void theMeterFollowsTheSlider(FxRobot robot) {
        Parent meter = robot.lookup("#reconstruct-meter").queryAs(Parent.class);
        Node track = robot.lookup("#reconstruct-bits .track").query();
        Bounds place = track.localToScreen(track.getBoundsInLocal());
        robot.moveTo(place.getMinX() + 2, place.getCenterY()).clickOn(MouseButton.PRIMARY);
        settle(robot);
        assertEquals(1, bench.model.compression().levelProperty().get());
        assertTrue(Seen.texts(meter).contains("with 1 bit for each number"));
        assertTrue(Seen.texts(meter).contains("4 times smaller"), () -> Seen.texts(meter)
                .toString());
        double error = bench.model
                .compression()
                .measuredProperty()
                .get()
                .network()
                .orElseThrow()
                .error(1);
        double linear = bench.model
                .compression()
                .measuredProperty()
                .get()
                .pca()
                .orElseThrow()
                .error(1);
        assertEquals(Words.error(error), Seen.inTable(meter, "error", "code"));
        assertEquals(Words.error(linear), Seen.inTable(meter, "error", "PCA"));
        assertEquals(Words.decibels(Compression.psnr(error)), Seen.inTable(meter, "PSNR", "code"));
        assertNotEquals(Words.error(error), Words.error(linear));
        robot.interact(() -> robot.lookup("#reconstruct-bits").query().requestFocus());
        robot.type(KeyCode.END);
        settle(robot);
        assertEquals(
                Compression.FLOAT, bench.model.compression().levelProperty().get());
        assertTrue(Seen.texts(meter).contains("As large as the image"), "4 bytes for 4 pixels");
    }

    @Test
    void anImageIsPickedByHandAndByKey(FxRobot robot) {
        Node picker = robot.lookup("#reconstruct-picker").query();
        robot.interact(picker::requestFocus);
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        assertEquals(2, bench.model.selectedProperty().get().orElseThrow().index());
        assertTrue(Seen.texts(view).contains("Bright, test image 2"));
        assertFalse(robot.lookup("#reconstruct-given").query().isVisible(), "this network never saw noise");
    }
}

package hourglass.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.figures.ImageFolderReader;
import hourglass.session.data.DataSources;
import hourglass.session.lesson.LessonFiles;
import hourglass.session.lesson.LessonStep;
import hourglass.testing.LayoutFaults;
import hourglass.testing.NoNetwork;
import hourglass.testing.Patience;
import hourglass.testing.SmallData;
import hourglass.ui.kit.Fonts;
import hourglass.ui.lesson.LessonKeys;
import hourglass.ui.shell.ShellCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Every view laid out, but not drawn, in windows of several sizes with text of several sizes: nothing is cut, squeezed,
 * beyond the edge or over something else. With {@code -Dhourglass.layouts=all} in both themes and at all sizes, with {@code
 * -Dhourglass.layout.view=map} of one view alone.
 */
@ExtendWith(ApplicationExtension.class)
class LayoutTest {
    private static final List<int[]> SIZES = List.of(
            new int[] {960, 540}, new int[] {1024, 768}, new int[] {1280, 720}, new int[] {1440, 900}, new int[] {
                1920, 1080
            });
    private static final List<Integer> TEXTS = List.of(16, 24, 32);
    private static final String[] VIEWS = {
        "data", "train", "reconstruct", "inside", "map", "denoise", "latent", "oddities", "runs"
    };

    /** Room, in pixels of normal text, below which a view still scrolls to the side; 0 where it never does. */
    private static final Map<String, Integer> NARROWEST = Map.of(
            "data",
            1100,
            "train",
            960,
            "reconstruct",
            1500,
            "inside",
            500,
            "map",
            1030,
            "denoise",
            1100,
            "latent",
            1100,
            "runs",
            960);

    @TempDir
    Path folder;

    private Services services;
    private Window window;
    private Stage stage;
    private final Set<String> faults = new TreeSet<>();

    @Start
    void start(Stage shown) {
        DataSources sources = NoNetwork.sources(folder.resolve("none"), ImageFolderReader::read);
        services = new Services(
                sources, SmallData.garments(), Wiring.networksBesideAWindow(), () -> 8, folder.resolve("autosave"));
        Fonts.load();
        stage = shown;
        window = new Window(shown, services);
        window.open();
    }

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void nothingIsCutSqueezedBeyondOrOverSomethingElse(FxRobot robot) {
        boolean all = "all".equals(System.getProperty("hourglass.layouts"));
        for (int view = 0; view < VIEWS.length; view++) {
            if (!VIEWS[view].contains(System.getProperty("hourglass.layout.view", ""))) {
                continue;
            }
            int chosen = view;
            robot.interact(() -> window.shell().viewProperty().set(chosen));
            robot.sleep(300);
            for (int text : TEXTS) {
                robot.interact(() -> textOf(text));
                List<String> before = List.copyOf(faults);
                robot.interact(() -> SIZES.forEach(size -> look(VIEWS[chosen], size[0], size[1], text)));
                if (faults.size() > before.size()) {
                    // What was still coming in moves a view once more; what stays is a fault.
                    faults.retainAll(before);
                    robot.sleep(1500);
                    robot.interact(() -> SIZES.forEach(size -> look(VIEWS[chosen], size[0], size[1], text)));
                }
                if (all) {
                    robot.interact(window.appearance()::switchTheme);
                    robot.interact(() -> SIZES.forEach(size -> look(VIEWS[chosen], size[0], size[1], text)));
                    robot.interact(window.appearance()::switchTheme);
                }
            }
        }
        assertEquals(List.of(), List.copyOf(faults));
    }

    @Test
    void theLessonIsWholeAtEachOfItsStages(FxRobot robot) {
        robot.interact(() -> window.shell().viewProperty().set(1));
        robot.interact(() -> window.lesson().toggle());
        robot.interact(() -> lookAtLesson());
        robot.interact(() -> lesson("#answer-c", "#lesson-close-vote", "#lesson-vote-again", "#answer-d"));
        robot.interact(() -> lookAtLesson());
        robot.interact(() -> lesson("#lesson-close-vote", "#lesson-run"));
        robot.interact(() -> lookAtLesson());
        Patience patience = new Patience();
        while (stage.getScene().lookup("#lesson-stop") != null) {
            patience.lasts();
            robot.sleep(100);
        }
        robot.interact(() -> lookAtLesson());
        robot.interact(() -> lesson("#lesson-next"));
        robot.interact(() -> lookAtLesson());
        for (int i = 0; i < 16; i++) {
            robot.interact(() -> new LessonKeys(window.lesson()).test(key(KeyCode.PAGE_DOWN)));
        }
        robot.interact(() -> lookAtLesson());
        robot.interact(() -> ((ToggleButton) stage.getScene().lookup("#lesson-free-play")).fire());
        robot.interact(() -> lookAtLesson());
        assertEquals(List.of(), List.copyOf(faults));
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    private void lesson(String... buttons) {
        for (String id : buttons) {
            ((Button) stage.getScene().lookup(id)).fire();
        }
    }

    /** The strip alone, as wide as it is in windows of each size, in both themes. */
    private void lookAtLesson() {
        for (int text : TEXTS) {
            textOf(text);
            SIZES.forEach(size -> lookAtLesson(size[0], size[1], text));
        }
        window.appearance().switchTheme();
        textOf(16);
        lookAtLesson(1280, 720, 16);
        window.appearance().switchTheme();
    }

    private void lookAtLesson(int width, int height, int text) {
        Region root = (Region) stage.getScene().getRoot();
        for (int pass = 0; pass < 3; pass++) {
            root.applyCss();
            root.resize(width, Math.max(height, 40 * text));
            root.layout();
        }
        LayoutFaults.below((Region) root.lookup("#lesson")).stream()
                .map(fault -> String.format("lesson %d×%d text %d: %s", width, height, text, fault))
                .forEach(faults::add);
    }

    @Test
    void anExplanationIsWholeAtEverySize(FxRobot robot) {
        robot.interact(() -> window.shell().viewProperty().set(1));
        robot.interact(() -> window.shell().run(ShellCommand.EXPLAIN));
        for (int text : TEXTS) {
            robot.interact(() -> textOf(text));
            robot.interact(() -> SIZES.forEach(size -> {
                Region root = (Region) stage.getScene().getRoot();
                for (int pass = 0; pass < 3; pass++) {
                    root.applyCss();
                    root.resize(size[0], size[1]);
                    root.layout();
                }
                LayoutFaults.below((Region) root.lookup("#explain")).stream()
                        .map(fault -> String.format("explanation %d×%d text %d: %s", size[0], size[1], text, fault))
                        .forEach(faults::add);
            }));
        }
        assertEquals(List.of(), List.copyOf(faults));
    }

    /** A part of a view that is not there would be shown with a ring around all of it. */
    @Test
    void everyPlaceThatAStepPointsToIsThere(FxRobot robot) throws IOException {
        for (LessonStep step : LessonFiles.read(LessonFiles.SHIPPED, "").steps()) {
            robot.interact(() -> window.shell()
                    .viewProperty()
                    .set(List.of(VIEWS).indexOf(step.open().view())));
            robot.interact(() -> step.open()
                    .where()
                    .filter(id -> stage.getScene().lookup("#" + id) == null)
                    .ifPresent(id -> faults.add(step.id() + " points to " + id)));
        }
        assertEquals(List.of(), List.copyOf(faults));
    }

    @Test
    void beforeARoomTheFrameIsWholeToo(FxRobot robot) {
        robot.interact(() -> window.shell().presentingProperty().set(true));
        robot.interact(() -> SIZES.forEach(size -> look("train", size[0], size[1], 24)));
        assertEquals(List.of(), List.copyOf(faults));
    }

    private void textOf(int size) {
        while (window.appearance().textSizeProperty().get() < size) {
            window.appearance().larger();
        }
        while (window.appearance().textSizeProperty().get() > size) {
            window.appearance().smaller();
        }
    }

    private void look(String view, int width, int height, int text) {
        Region root = (Region) stage.getScene().getRoot();
        // Passing words over the view are no part of what stands.
        window.shell().messageProperty().set("");
        for (int pass = 0; pass < 6; pass++) {
            root.applyCss();
            root.resize(width, height);
            root.layout();
        }
        String where = String.format("%s %d×%d text %d: ", view, width, height, text);
        boolean roomy = width * 16 / text >= NARROWEST.getOrDefault(view, 0);
        LayoutFaults.below(root).stream()
                .filter(fault -> roomy || !fault.startsWith("sideways: "))
                .forEach(fault -> faults.add(where + fault));
    }
}

package hourglass.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.data.Sketchwear;
import hourglass.core.spec.NoiseKind;
import hourglass.figures.ImageFolderReader;
import hourglass.session.data.DataSources;
import hourglass.session.file.Session;
import hourglass.session.file.ViewStates;
import hourglass.session.lesson.LessonRecord;
import hourglass.session.run.Phase;
import hourglass.testing.NoNetwork;
import hourglass.testing.SmallData;
import hourglass.ui.kit.Fonts;
import hourglass.ui.kit.Notice;
import hourglass.ui.shell.ShellCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A session saved, everything changed, and the session opened again: here, and on another computer. */
@ExtendWith(ApplicationExtension.class)
class SessionsTest {
    private static final int DATA = 0;
    private static final int RECONSTRUCT = 2;
    private static final int INSIDE = 3;
    private static final int DENOISE = 5;
    private static final int LATENT = 6;
    private static final int ODDITIES = 7;
    private static final List<Integer> VIEWS = List.of(DATA, RECONSTRUCT, INSIDE, DENOISE, LATENT, ODDITIES);

    @TempDir
    Path folder;

    private Services services;
    private Window window;
    private Stage stage;

    @Start
    void start(Stage shown) {
        Fonts.load();
        stage = shown;
        open("here", SmallData.garments());
    }

    private void open(String home, DataSet data) {
        DataSources sources = NoNetwork.sources(folder.resolve("none"), ImageFolderReader::read);
        services = new Services(
                sources,
                data,
                Wiring.networksBesideAWindow(),
                () -> 8,
                folder.resolve(home).resolve("autosave"));
        window = new Window(stage, services);
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

    private <T> T fx(FxRobot robot, Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        robot.interact(() -> answer.set(question.get()));
        return answer.get();
    }

    private Session.Words words(FxRobot robot) {
        return fx(robot, () -> window.sessions().now().words());
    }

    private void show(FxRobot robot, int view) {
        robot.interact(() -> window.shell().viewProperty().set(view));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Trains for a moment, so that there is a network of this evening. */
    private void train(FxRobot robot) {
        show(robot, 1);
        robot.interact(() -> window.shell().run(ShellCommand.RESTART_SAME));
        until(() -> services.training.log().training().size() > 5);
        until(() -> window.look().isTraining());
        robot.interact(() -> window.shell().run(ShellCommand.STOP));
        until(() -> services.training.state().phase() == Phase.STOPPED
                || services.training.state().phase() == Phase.COMPLETED);
        until(() -> fx(robot, () -> window.look().isTrained() && !window.look().isTraining()));
    }

    /** Sets something in views by the same hands that a click moves. */
    private ViewStates set(FxRobot robot, ViewStates wanted) {
        robot.interact(() -> window.views().memories().restore(wanted));
        for (int view : VIEWS) {
            show(robot, view);
            until(() -> fx(robot, () -> isSettled(view)));
        }
        return words(robot).views();
    }

    private void save(FxRobot robot, Path file) {
        robot.interact(() -> window.sessions().save(file));
        until(() -> Files.isRegularFile(file));
        until(() -> fx(robot, () -> window.shell().messageProperty().get()).contains("Saved the session"));
    }

    private void opened(FxRobot robot, Path file) {
        robot.interact(() -> {
            window.shell().notices().clear();
            window.files().open(file);
        });
        until(() -> fx(robot, () -> !window.shell().notices().isEmpty()));
    }

    @Test
    void savedChangedAndOpenedAgainItIsTheSame(FxRobot robot) throws IOException {
        train(robot);
        String run = window.look().run().text();
        show(robot, DENOISE);
        until(() -> fx(robot, () -> words(robot).views().denoise().orElseThrow().column()) == 0);
        robot.interact(() -> window.lesson().toggle());
        robot.type(KeyCode.A).type(KeyCode.B).type(KeyCode.B);
        ViewStates set = set(robot, wanted());
        assertEquals(wanted().denoise(), set.denoise());
        assertEquals(wanted().data(), set.data());
        show(robot, DENOISE);
        Session.Words before = words(robot);
        Path file = folder.resolve("evening.hourglass");
        save(robot, file);

        train(robot);
        set(robot, other());
        robot.interact(() -> window.lesson()
                .restore(new Session.Evening(false, new LessonRecord("The evening", true, 0, List.of()))));
        show(robot, 1);
        String later = window.look().run().text();
        assertTrue(!later.equals(run), "another run");

        opened(robot, file);
        Session.Words now = words(robot);
        assertEquals(before.views(), now.views());
        assertEquals(before.view(), now.view());
        assertEquals(before.evening(), now.evening());
        assertEquals(before.draft(), now.draft());
        // And so it is once every view was looked at and has set itself.
        for (int view : VIEWS) {
            show(robot, view);
            until(() -> fx(robot, () -> isSettled(view)));
        }
        assertEquals(before.views(), words(robot).views());
        show(robot, RECONSTRUCT);
        assertEquals(run, window.look().run().text());
        // What was learnt in between is still there, and so is the way back.
        assertTrue(fx(robot, () -> window.views().trainChooser().offered().stream()
                .anyMatch(look -> look.run().text().equals(later))));
        Notice notice = window.shell().notices().get(0);
        robot.interact(() -> notice.action().run().run());
        until(() -> fx(robot, () -> words(robot).views().denoise()).equals(other().denoise()));
    }

    @Test
    void onAnotherComputerItIsTheSameAndWithOtherDataWhatDoesNotDependOnThem(FxRobot robot) {
        train(robot);
        set(robot, wanted());
        show(robot, DENOISE);
        Session.Words before = words(robot);
        Path file = folder.resolve("evening.hourglass");
        save(robot, file);
        services.close();
        robot.interact(() -> open("there", SmallData.garments()));
        opened(robot, file);
        assertEquals(before, words(robot));

        services.close();
        robot.interact(() -> open("elsewhere", Sketchwear.generate(3, 200, 100)));
        opened(robot, file);
        Notice notice = window.shell().notices().get(0);
        assertTrue(notice.text().startsWith("This session was made with other data"), notice.text());
        ViewStates views = words(robot).views();
        assertEquals(0.35, views.denoise().orElseThrow().noise().level());
        assertEquals(List.of(), views.denoise().orElseThrow().painted());
        assertEquals(-1, views.reconstruct().orElseThrow().label());
    }

    @Test
    void aDamagedFileIsRefusedAndChangesNothing(FxRobot robot) throws IOException {
        Path file = folder.resolve("bad.hourglass");
        Files.writeString(
                file, "once upon a time there was a file that was long enough to be a session of some kind or other");
        Session.Words before = words(robot);
        opened(robot, file);
        assertTrue(window.shell().notices().get(0).text().contains("no session of Hourglass"));
        assertEquals(before, words(robot));
    }

    @Test
    void whatWasThereIsOfferedAtTheNextStart(FxRobot robot) {
        train(robot);
        robot.interact(() -> window.sessions().keep());
        services.close();
        assertTrue(
                Files.isRegularFile(folder.resolve("here").resolve("sessions").resolve("last.hourglass")));
        robot.interact(() -> open("here", SmallData.garments()));
        until(() -> fx(robot, () -> window.shell().notices().stream()
                .anyMatch(notice -> notice.text().contains("was kept, with one network"))));
        assertTrue(window.shell().sessionTextProperty().get().startsWith("Open the session of"));
    }

    private static int image(int label, int which) {
        ImageSet test = SmallData.garments().test();
        return IntStream.range(0, test.size())
                .filter(image -> test.label(image) == label)
                .skip(which)
                .findFirst()
                .orElseThrow();
    }

    private static ViewStates wanted() {
        return new ViewStates(
                Optional.of(new ViewStates.Data("training", List.of(1, 7), 3, 0, 17)),
                Optional.of(new ViewStates.Reconstruct("in-order", 3, 5, "pca", true, image(3, 1))),
                Optional.of(new ViewStates.Inside(
                        "surgery", 9, false, image(9, 1), 2, List.of(new ViewStates.Cut(4, 0.5)))),
                Optional.of(new ViewStates.Denoise(
                        new ViewStates.Level(NoiseKind.MASKING, 0.35),
                        4,
                        6,
                        2,
                        3,
                        "noisy",
                        new ViewStates.Brush("white", 6),
                        List.of(new ViewStates.Painting(5, 28, 28, "01." + ".".repeat(781))))),
                Optional.empty(),
                Optional.of(new ViewStates.Latent(
                        new ViewStates.Plane(true, "manifold", "image", "principal", 0, 1),
                        4,
                        List.of(0.25, -0.5),
                        Optional.of(new ViewStates.Path(List.of(0.0, 1.0), List.of(2.0, 3.0), 0.5)),
                        Optional.of(new ViewStates.Picked(12, 9, 5)),
                        1.25)),
                Optional.of(new ViewStates.Oddities(
                        "damage",
                        Optional.of("Trouser"),
                        "black",
                        "sketchwear",
                        "brightness",
                        1,
                        Optional.of(0.25),
                        99)),
                Optional.of(new ViewStates.Runs("error", "seconds")));
    }

    private static ViewStates other() {
        return new ViewStates(
                Optional.of(new ViewStates.Data("test", List.of(), 0, 0, 2)),
                Optional.of(new ViewStates.Reconstruct("random", -1, 9, "network", true, -1)),
                Optional.of(new ViewStates.Inside("walk", 2, true, image(2, 0), 1, List.of())),
                Optional.of(new ViewStates.Denoise(
                        new ViewStates.Level(NoiseKind.GAUSSIAN, 0.1),
                        1,
                        -1,
                        0,
                        1,
                        "denoised",
                        new ViewStates.Brush("black", 1),
                        List.of())),
                Optional.empty(),
                Optional.of(new ViewStates.Latent(
                        new ViewStates.Plane(false, "codes", "numbers", "dimensions", 1, 0),
                        -1,
                        List.of(1.0, 1.0),
                        Optional.of(new ViewStates.Path(List.of(1.0, 1.0), List.of(0.0, 0.0), 0)),
                        Optional.of(new ViewStates.Picked(3, 1, 2)),
                        0.5)),
                Optional.of(new ViewStates.Oddities(
                        "class", Optional.of("Bag"), "dimmed", "mnist", "squared-error", -1, Optional.of(0.5), 3)),
                Optional.of(new ViewStates.Runs("newest", "epochs")));
    }

    private boolean isSettled(int view) {
        Memories memories = window.views().memories();
        return Stream.of(
                        memories.data,
                        memories.reconstruct,
                        memories.inside,
                        memories.denoise,
                        memories.latent,
                        memories.oddities)
                .map(Optional::orElseThrow)
                .toList()
                .get(VIEWS.indexOf(view))
                .isSettled();
    }
}

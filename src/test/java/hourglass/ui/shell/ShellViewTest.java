package hourglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.ImageBlock;
import hourglass.session.look.Pick;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Choice;
import hourglass.ui.kit.Fonts;
import hourglass.ui.kit.FrameClock;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Notice;
import hourglass.ui.kit.Theme;
import hourglass.ui.pictures.ImageGridView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ShellViewTest {
    /** What the frame does by itself. */
    private static final Set<ShellCommand> OWN = EnumSet.of(
            ShellCommand.FREEZE,
            ShellCommand.SHOW_INPUT,
            ShellCommand.EXPLAIN,
            ShellCommand.LIST_SHIPPED,
            ShellCommand.PRESENT,
            ShellCommand.FIND,
            ShellCommand.SHOW_KEYS);

    private final ShellModel model = new ShellModel();
    private final Appearance appearance = new Appearance();
    private final List<ShellCommand> asked = new ArrayList<>();
    private final List<String> escaped = new CopyOnWriteArrayList<>();
    private ShellView view;
    private final FrameClock clock = new FrameClock(problem -> escaped.add(problem.getMessage()));

    @Start
    void open(Stage stage) {
        Fonts.load();
        TextField field = new TextField();
        field.setId("field");
        view = new ShellView(
                model,
                appearance,
                List.of(
                        new ViewEntry("one", 1, Icons.DATA, "One", "First", () -> field),
                        new ViewEntry("two", 5, Icons.TRAIN, "Two", "Second", () -> new Label("second"))));
        stage.setScene(view.scene(1280, 720));
        // After the view is there, which lets a command of its own open a menu.
        for (ShellCommand command : ShellCommand.values()) {
            if (!OWN.contains(command)) {
                model.on(command, () -> asked.add(command));
            }
        }
        clock.attach(stage);
        stage.show();
    }

    @Test
    void keysAskForCommandsAndViews(FxRobot robot) {
        robot.type(KeyCode.DIGIT2);
        assertEquals(0, model.viewProperty().get(), "a key of a view to come");
        robot.interact(() -> model.atTrainProperty().set(true));
        robot.type(KeyCode.SPACE, KeyCode.S, KeyCode.R, KeyCode.N, KeyCode.DIGIT9);
        robot.type(KeyCode.DIGIT5);
        assertEquals(1, model.viewProperty().get());
        assertEquals(
                List.of(
                        ShellCommand.TOGGLE_TRAINING,
                        ShellCommand.STEP,
                        ShellCommand.RESTART_SAME,
                        ShellCommand.RESTART_NEW),
                asked);
    }

    @Test
    void stepsAreTakenBackByKeyAndByNameAndAFieldKeepsItsOwn(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z).release(KeyCode.SHIFT, KeyCode.CONTROL);
        assertEquals(List.of(ShellCommand.UNDO, ShellCommand.REDO), asked);
        robot.clickOn("#field").write("word");
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertEquals(2, asked.size(), "typing is taken back by the field");
        assertEquals("", robot.lookup("#field").queryAs(TextField.class).getText());
        robot.interact(() -> model.undoTextProperty().set("hidden layer removed"));
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("undo");
        assertTrue(robot.lookup("Undo: hidden layer removed").tryQuery().isPresent());
        robot.type(KeyCode.ENTER);
        assertEquals(ShellCommand.UNDO, asked.get(2));
    }

    @Test
    void keptWorkIsListedFromTheMenuWithItsImagesAndEachRowActs(FxRobot robot) {
        List<String> done = new ArrayList<>();
        float[] whiteThenBlack = new float[2 * 784];
        Arrays.fill(whiteThenBlack, 0, 784, 1);
        ObjectProperty<Optional<ImageBlock>> picture = new SimpleObjectProperty<>(Optional.empty());
        Runnable best = () -> done.add("best");
        robot.interact(() -> {
            model.keptChoices()
                    .add(new KeptChoice(
                            "Dense autoencoder",
                            "3 epochs",
                            picture,
                            () -> done.add("bring"),
                            best,
                            "Best epoch, 2",
                            () -> done.add("forget")));
            model.keptNoteProperty().set("Room for more.");
        });
        Node list = robot.lookup("#kept").query();
        assertFalse(list.isVisible());
        robot.clickOn("#shown").clickOn("Kept, never saved: 1");
        assertTrue(list.isVisible());
        for (String words : List.of("Dense autoencoder", "3 epochs", "Room for more.")) {
            assertTrue(robot.lookup(words).tryQuery().isPresent(), words);
        }
        robot.interact(() -> picture.set(Optional.of(ImageBlock.copyOf(28, 28, whiteThenBlack))));
        ImageGridView strip = robot.from(list).lookup(".kept-strip").query();
        WritableImage[] seen = new WritableImage[1];
        robot.interact(() -> seen[0] = strip.snapshot(null, null));
        int middle = (int) (seen[0].getHeight() / 2);
        assertEquals(Color.WHITE, seen[0].getPixelReader().getColor(10, middle));
        PixelReader pixels = seen[0].getPixelReader();
        assertTrue(IntStream.range(28, 28 + 28 + 16)
                .anyMatch(x -> pixels.getColor(x, middle).equals(Color.BLACK)));
        robot.clickOn("Bring back").clickOn("Best epoch, 2").clickOn("Forget");
        assertEquals(List.of("bring", "best", "forget"), done);
        robot.clickOn("#kept-close");
        assertFalse(list.isVisible());
    }

    @Test
    void networksArePickedFromTheirMenuByMouseAndByKey(FxRobot robot) {
        List<String> opened = new ArrayList<>();
        robot.interact(() -> {
            model.onPick(pick -> opened.add(pick.name()));
            for (String name : List.of("Dense 64", "Variational 2-D")) {
                model.networkEntries()
                        .add(new NetworkEntry(
                                Pick.shipped(name),
                                "Shipped",
                                name,
                                "784–64–784",
                                "0.0090",
                                "Why one looks at it.",
                                NetworkEntry.Mark.OTHER));
            }
            model.networkNoteProperty().set("Not part of this copy: vae-16.");
        });
        robot.clickOn("#shown").clickOn("Variational 2-D");
        assertEquals(List.of("Variational 2-D"), opened);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#shown").<MenuButton>query().isShowing());
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        assertEquals(List.of("Variational 2-D", "Dense 64"), opened);
    }

    @Test
    void theBestEpochIsSavedOnItsOwn(FxRobot robot) {
        robot.interact(() -> model.bestTextProperty().set("Save the best epoch"));
        robot.clickOn("#shown").clickOn("Save the best epoch");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        assertEquals(List.of(ShellCommand.SAVE_BEST, ShellCommand.SAVE_BEST, ShellCommand.SAVE), asked);
    }

    @Test
    void everyTextStandsAtItsPlace(FxRobot robot) {
        robot.interact(() -> {
            model.networkTitleProperty().set("the title");
            model.networkDetailsProperty().set(List.of("the detail"));
            model.runningProperty().set(true);
            model.atTrainProperty().set(true);
            model.epochTextProperty().set("the epoch");
            model.rateTextProperty().set("12 300");
            model.progressProperty().set(0.25);
            model.messageProperty().set("the message");
            model.dataTextProperty().set("the data");
            model.threadsTextProperty().set("3 of 4 cores");
            model.memoryTextProperty().set("512 MB");
        });
        assertEquals("the title", text(robot, ".network-title"));
        assertEquals("the detail", text(robot, ".network-detail"));
        assertEquals("the epoch", text(robot, ".epoch"));
        assertEquals("12 300 images/s", text(robot, ".rate"));
        assertEquals("the message", text(robot, ".message"));
        assertEquals("the data", text(robot, "#data-menu"));
        assertEquals(0.25, robot.lookup(".progress-bar").<ProgressBar>query().getProgress());
        List<Label> figures = List.copyOf(robot.lookup(".figure").queryAllAs(Label.class));
        assertEquals(
                List.of(figure(Icons.PROCESSOR, "3 of 4 cores"), figure(Icons.MEMORY, "512 MB")),
                figures.stream()
                        .map(label -> ((FontIcon) label.getGraphic()).getIconLiteral() + " " + label.getText())
                        .toList());
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryLabeled().getText();
    }

    private static String figure(Icons icon, String words) {
        return icon.node().getIconLiteral() + " " + words;
    }

    @Test
    void thePrimaryButtonSaysWhatAPressWouldDo(FxRobot robot) {
        assertEquals("Train", text(robot, "#toggle-training"));
        robot.interact(() -> model.pausedProperty().set(true));
        assertEquals("Continue", text(robot, "#toggle-training"));
        robot.interact(() -> model.runningProperty().set(true));
        assertEquals("Pause", text(robot, "#toggle-training"));
    }

    @Test
    void theTransportIsOneOutlinedButtonWhereNothingTrainsAndTheViewIsAnother(FxRobot robot) {
        assertEquals(List.of("toggle-training"), shownOfTransport(robot));
        assertTrue(robot.lookup("#toggle-training").query().getStyleClass().contains("outlined"));
        robot.interact(() -> model.runningProperty().set(true));
        assertEquals(List.of("", "toggle-training", "", ""), shownOfTransport(robot), "facts, pause, step, stop");
        robot.interact(() -> {
            model.runningProperty().set(false);
            model.atTrainProperty().set(true);
        });
        assertTrue(robot.lookup("#toggle-training").query().getStyleClass().contains("accent"));
        assertFalse(robot.lookup("#toggle-training").query().getStyleClass().contains("outlined"));
    }

    private static List<String> shownOfTransport(FxRobot robot) {
        return robot.lookup(".transport").<HBox>query().getChildren().stream()
                .filter(Node::isVisible)
                .map(node -> Objects.requireNonNullElse(node.getId(), ""))
                .toList();
    }

    @Test
    void withLessRoomTheHeaderSaysLessAndCutsNothing(FxRobot robot) {
        robot.interact(() -> {
            model.networkTitleProperty().set("Dense 64");
            model.networkDetailsProperty().set(List.of("x".repeat(200), "the shorter", "s"));
        });
        assertEquals("the shorter", text(robot, ".network-detail"));
        while (appearance.textSizeProperty().get() < 32) {
            robot.interact(appearance::larger);
        }
        assertEquals(view.getWidth() / 2, model.roomProperty().get(), 1);
        assertFalse(robot.lookup(".network-detail").query().isVisible());
        assertEquals("Dense 64", text(robot, ".network-title"));
        assertFalse(robot.lookup(".rail .toggle-button .text").tryQuery().isPresent(), "icons alone");
    }

    @Test
    void everyButtonOfTheTransportDoesWhatItIsCalled(FxRobot robot) {
        robot.interact(() -> {
            model.atTrainProperty().set(true);
            model.pausedProperty().set(true);
        });
        for (String name :
                List.of("Train one batch", "Stop", "Restart with the same seed", "Restart with a new seed")) {
            ButtonBase button = robot.lookup(".button-icon").queryAllAs(ButtonBase.class).stream()
                    .filter(each -> name.equals(each.getAccessibleText()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name));
            robot.interact(button::fire);
        }
        assertEquals(
                List.of(ShellCommand.STEP, ShellCommand.STOP, ShellCommand.RESTART_SAME, ShellCommand.RESTART_NEW),
                asked);
    }

    @Test
    void eachShippedNetworkIsListedWithItsOwnWords(FxRobot robot) {
        robot.interact(() -> {
            model.networkEntries()
                    .add(new NetworkEntry(
                            Pick.shipped("one"),
                            "Shipped",
                            "One",
                            "first line",
                            "first error",
                            "first purpose",
                            NetworkEntry.Mark.SHOWN));
            model.networkEntries()
                    .add(new NetworkEntry(
                            Pick.shipped("two"),
                            "Shipped",
                            "Two",
                            "second line",
                            "second error",
                            "second purpose",
                            NetworkEntry.Mark.OTHER));
        });
        List<List<String>> rows = robot.lookup("#shown").<MenuButton>query().getItems().stream()
                .filter(item -> item.getGraphic() instanceof HBox && item.getId() == null)
                .map(item -> robot.from(item.getGraphic()).lookup(".label").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .toList())
                .toList();
        assertEquals(
                List.of(List.of("One", "first line", "first error"), List.of("Two", "second line", "second error")),
                rows);
    }

    @Test
    void keysKeepSilentWhileSomebodyTypes(FxRobot robot) {
        robot.clickOn("#field").write("s r 2");
        assertEquals(List.of(), asked);
        assertEquals(0, model.viewProperty().get());
        assertEquals("s r 2", robot.lookup("#field").queryAs(TextField.class).getText());
    }

    @Test
    void spaceAfterAClickOnAnotherButtonStillMeansTraining(FxRobot robot) {
        robot.clickOn("#view-two").type(KeyCode.SPACE);
        assertEquals(List.of(ShellCommand.TOGGLE_TRAINING), asked);
        robot.clickOn("#toggle-training");
        assertEquals(2, asked.size());
    }

    @Test
    void goingOnAndBeginningAnewAreTwoButtonsAndWhatTrainsElsewhereIsOneClickAway(FxRobot robot) {
        assertFalse(robot.lookup("#from-scratch").query().isVisible());
        assertFalse(robot.lookup(".chip-line").query().isVisible());
        robot.interact(() -> {
            model.continuableProperty().set(true);
            model.atTrainProperty().set(true);
        });
        assertEquals("Continue", robot.lookup("#toggle-training").queryButton().getText());
        robot.clickOn("#from-scratch");
        robot.interact(() -> {
            model.continuableProperty().set(false);
            model.elsewhereProperty().set(true);
            model.elsewhereTextProperty().set("Convolutional denoiser is training,");
            model.epochTextProperty().set("epoch 10 of 100:");
        });
        assertEquals("Convolutional denoiser is training,", text(robot, ".elsewhere-name"));
        assertEquals("epoch 10 of 100:", text(robot, ".elsewhere-epoch"));
        robot.clickOn("#show-training");
        assertEquals(List.of(ShellCommand.RESTART_SAME, ShellCommand.SHOW_TRAINING), asked);
    }

    @Test
    void themeAndTextSizeChangeFromTheWindow(FxRobot robot) {
        robot.clickOn("#theme");
        assertEquals(Theme.LIGHT, appearance.themeProperty().get());
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        assertEquals(18, appearance.textSizeProperty().get());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertEquals(16, appearance.textSizeProperty().get());
    }

    @Test
    void aStrayLetterEndsNoTrainingWhereOneDoesNotTrain(FxRobot robot) {
        robot.interact(() -> robot.lookup(".shell").query().requestFocus());
        robot.type(KeyCode.N, KeyCode.R, KeyCode.X, KeyCode.S);
        assertEquals(List.of(), asked);
    }

    @Test
    void beforeARoomTheFrameGoesTextGrowsAndTheSameKeyLeadsBack(FxRobot robot) {
        robot.interact(() -> model.networkTitleProperty().set("Dense 64"));
        robot.push(KeyCode.F11);
        assertTrue(model.presentingProperty().get());
        assertEquals(24, appearance.textSizeProperty().get());
        assertEquals(16, appearance.chosenSizeProperty().get(), "what was chosen stays");
        for (String gone : List.of("#shown", ".transport", ".status-line")) {
            assertFalse(robot.lookup(gone).query().isVisible(), gone);
        }
        assertEquals(
                "Dense 64",
                robot.from(robot.lookup("#presented").<Node>query())
                        .lookup(".headline")
                        .queryLabeled()
                        .getText());
        robot.push(KeyCode.ESCAPE);
        assertFalse(model.presentingProperty().get());
        assertEquals(16, appearance.textSizeProperty().get());
        assertTrue(robot.lookup("#shown").query().isVisible());
    }

    @Test
    void lightFollowsThePointerWhileItsKeyIsHeldAndGoesOutAtRest(FxRobot robot) {
        robot.interact(() -> robot.lookup(".shell").query().requestFocus());
        Circle light = robot.lookup(".spotlight").query();
        assertFalse(light.isVisible());
        robot.moveTo("#view-two").press(KeyCode.P);
        assertTrue(light.isVisible());
        assertEquals(120, light.getRadius());
        Bounds button = robot.lookup("#view-two")
                .query()
                .localToScene(robot.lookup("#view-two").query().getBoundsInLocal());
        assertEquals(button.getCenterX(), light.getCenterX(), 2);
        assertEquals(button.getCenterY(), light.getCenterY(), 2);
        robot.interact(() -> {
            view.tick(1);
            view.tick(2_000_000_000L);
        });
        assertTrue(light.isVisible(), "two seconds");
        robot.interact(() -> view.tick(3_100_000_000L));
        assertFalse(light.isVisible(), "more than three");
        robot.moveBy(30, 0);
        assertTrue(light.isVisible(), "moved again");
        robot.release(KeyCode.P);
        assertFalse(light.isVisible());
    }

    @Test
    void theRoomSeesTheOldPictureWhileTheNextViewIsPrepared(FxRobot robot) {
        robot.interact(() -> robot.lookup(".shell").query().requestFocus());
        Node frozen = robot.lookup("#frozen").query();
        robot.type(KeyCode.F8);
        assertTrue(frozen.isVisible());
        robot.type(KeyCode.DIGIT5);
        assertEquals(1, model.viewProperty().get(), "prepared below");
        assertTrue(frozen.isVisible());
        robot.type(KeyCode.F8);
        assertFalse(frozen.isVisible());
    }

    @Test
    void keysAndClicksAreShownOnRequestAndGo(FxRobot robot) {
        robot.interact(() -> robot.lookup(".shell").query().requestFocus());
        Labeled keys = robot.lookup(".input-keys").queryLabeled();
        Node ring = robot.lookup(".input-ring").query();
        robot.type(KeyCode.DIGIT5);
        assertFalse(keys.isVisible(), "nobody asked");
        robot.type(KeyCode.F9);
        robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
        assertTrue(keys.isVisible());
        assertEquals("Ctrl S", keys.getText());
        robot.clickOn("#view-one");
        assertTrue(ring.isVisible());
        robot.interact(() -> {
            view.tick(1);
            view.tick(1_000_000_000L);
        });
        assertTrue(ring.isVisible(), "for a moment");
        robot.interact(() -> view.tick(2_000_000_000L));
        assertFalse(ring.isVisible());
        assertFalse(keys.isVisible());
    }

    @Test
    void aMessageFadesAndTheNextOneStandsItsOwnTime(FxRobot robot) {
        robot.interact(() -> {
            model.messageProperty().set("Saved.");
            view.tick(0);
            view.tick(7_000_000_000L);
            assertEquals("Saved.", model.messageProperty().get());
            model.messageProperty().set("Opened.");
            view.tick(7_500_000_000L);
            view.tick(9_000_000_000L);
            assertEquals("Opened.", model.messageProperty().get());
            view.tick(16_000_000_000L);
            assertEquals("", model.messageProperty().get());
        });
    }

    @Test
    void anythingIsFoundByNameAndWhatWasFoundBeforeStandsFirst(FxRobot robot) {
        List<String> done = new ArrayList<>();
        robot.interact(() -> {
            model.onPick(pick -> done.add(pick.name()));
            model.networkEntries()
                    .add(new NetworkEntry(
                            Pick.shipped("vae-2"),
                            "Shipped",
                            "Variational 2-D",
                            "784–256–2",
                            "",
                            "",
                            NetworkEntry.Mark.OTHER));
            model.dataChoices().add(new Choice("Sketchwear", () -> done.add("sketchwear")));
        });
        robot.push(KeyCode.CONTROL, KeyCode.K);
        assertEquals("One", found(robot).get(0), "the views first");
        robot.write("2-d 784").type(KeyCode.ENTER);
        assertEquals(List.of("vae-2"), done);
        assertFalse(robot.lookup("#find").query().isVisible());
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("sketch").type(KeyCode.ENTER);
        assertEquals(List.of("vae-2", "sketchwear"), done);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        assertEquals(
                List.of("Sketchwear", "Variational 2-D", "One"), found(robot).subList(0, 3));
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        assertEquals(1, model.viewProperty().get());
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("stop");
        assertEquals("Stop", found(robot).get(0));
        robot.interact(() -> model.enabledProperty(ShellCommand.STOP).set(false));
        robot.write(" run");
        assertEquals(List.of(), found(robot), "what cannot be done is not offered");
        assertTrue(robot.lookup("Nothing is called that.").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        assertFalse(robot.lookup("#find").query().isVisible());
        assertEquals(List.of(), asked);
    }

    private static List<String> found(FxRobot robot) {
        return robot.lookup(".find-row .network-name").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    @Test
    void theKeysAreListedOnRequest(FxRobot robot) {
        Node keys = robot.lookup("#keys").query();
        assertFalse(keys.isVisible());
        robot.clickOn("keys");
        assertTrue(keys.isVisible());
        List<String> words = robot.from(keys).lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
        assertEquals("Two", words.get(words.indexOf("5") + 1));
        assertEquals("Presenter mode", words.get(words.indexOf("F11") + 1));
        robot.push(KeyCode.ESCAPE);
        assertFalse(keys.isVisible());
    }

    @Test
    void aNoticeIsShownAndCanBePutAway(FxRobot robot) {
        robot.interact(() -> model.notify(new Notice(Notice.Kind.WARNING, "The disk is nearly full.")));
        assertEquals(1, robot.lookup(".banner").queryAll().size());
        robot.clickOn(robot.lookup(".banner .button").queryButton());
        assertEquals(0, model.notices().size());
    }

    @Test
    void theClockTicksWhileTheWindowShowsAndGoesOnWhenATaskFails(FxRobot robot) throws InterruptedException {
        AtomicInteger failing = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        clock.register(() -> {
            failing.incrementAndGet();
            throw new IllegalStateException("on purpose");
        });
        FrameClock.Registration registration = clock.register(closed::incrementAndGet);
        tick(5);
        assertTrue(failing.get() >= 5, "one that fails is asked again");
        assertEquals(List.of("on purpose"), escaped, "and complained of once");
        assertTrue(closed.get() >= 5);
        robot.interact(registration::close);
        int ended = closed.get();
        tick(5);
        assertEquals(ended, closed.get(), "no tick after it is closed");
        robot.interact(() -> robot.window(0).hide());
        int hidden = failing.get();
        robot.interact(() -> {});
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(hidden, failing.get(), "no tick while the window is hidden");
    }

    private void tick(int times) throws InterruptedException {
        CountDownLatch ticks = new CountDownLatch(times);
        FrameClock.Registration registration = clock.register(ticks::countDown);
        assertTrue(ticks.await(10, TimeUnit.SECONDS), "the clock ticks");
        registration.close();
    }
}

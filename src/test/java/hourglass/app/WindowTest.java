package hourglass.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.core.data.DataSet;
import hourglass.core.data.OfficialSets;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.listing.Framework;
import hourglass.engine.model.ModelSnapshot;
import hourglass.figures.ImageFolderReader;
import hourglass.figures.PngWriter;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.data.DataSources;
import hourglass.session.data.DataState;
import hourglass.session.look.Look;
import hourglass.session.look.Origin;
import hourglass.session.map.EmbeddingRequest;
import hourglass.session.map.MapSource;
import hourglass.session.project.FileEvent;
import hourglass.session.run.Phase;
import hourglass.testing.NoNetwork;
import hourglass.testing.SmallData;
import hourglass.ui.kit.Fonts;
import hourglass.ui.kit.Theme;
import hourglass.ui.kit.ThemeColors;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window, used by key and mouse, without a display; it also takes the pictures for the documentation. */
@ExtendWith(ApplicationExtension.class)
class WindowTest {
    private static final int SHOTS_WIDTH = 1440;

    @TempDir
    Path folder;

    private Services services;
    private Window window;
    private Stage stage;

    @Start
    void start(Stage shown) throws IOException {
        Path none = folder.resolve("none");
        DataSources sources = NoNetwork.sources(none, ImageFolderReader::read);
        services = new Services(
                sources, firstData(sources), Wiring.networksBesideAWindow(), () -> 8, folder.resolve("autosave"));
        Fonts.load();
        stage = shown;
        window = new Window(shown, services);
        window.open();
    }

    /** Real garments for the pictures, where they are asked for. */
    private static DataSet firstData(DataSources sources) throws IOException {
        Optional<Path> real = Optional.ofNullable(System.getProperty("hourglass.pictures"))
                .map(ignored -> Path.of(System.getProperty("hourglass.data")));
        if (real.isEmpty()) {
            return SmallData.garments();
        }
        DataSet read = sources.read(real.get(), new CancelToken());
        // The pictures are for everybody and name no folder of this machine.
        return new DataSet(read.name(), "fashion-mnist", read.origin(), read.sha256(), read.train(), read.test());
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

    private Phase phase() {
        return services.training.state().phase();
    }

    @Test
    void itOpensOnTheShippedNetworkWithPictures(FxRobot robot) {
        until(() -> window.shell().networkDetailsProperty().get().get(0).contains("shipped"));
        assertEquals("Dense 64", window.shell().networkTitleProperty().get());
        List<KeyCode> keys = List.of(
                KeyCode.DIGIT1,
                KeyCode.DIGIT2,
                KeyCode.DIGIT3,
                KeyCode.DIGIT4,
                KeyCode.DIGIT5,
                KeyCode.DIGIT6,
                KeyCode.DIGIT7);
        for (int view = 0; view < keys.size(); view++) {
            robot.type(keys.get(view));
            assertEquals(view, window.shell().viewProperty().get());
            boolean map = view == 4;
            // Images are grey; inks and grounds of the theme are not. A map has to be asked for.
            until(() -> map || greyPixels(robot) > 2000);
        }
    }

    @Test
    void theNetworkOnTheScreenIsCopiedAsAProgramForTheLibraryThatIsNamed(FxRobot robot) {
        until(() -> window.shell().networkDetailsProperty().get().get(0).contains("shipped"));
        for (Framework framework : Framework.values()) {
            robot.interact(() -> window.shell().exportChoices().stream()
                    .filter(choice -> choice.text().equals("Copy as " + framework.words() + " code"))
                    .findFirst()
                    .orElseThrow()
                    .run()
                    .run());
            AtomicReference<String> copied = new AtomicReference<>();
            robot.interact(() -> copied.set(Clipboard.getSystemClipboard().getString()));
            assertEquals(framework.listing(window.look().experiment()), copied.get());
        }
    }

    @Test
    void whatIsShownIsCopiedAsACommand(FxRobot robot) {
        until(() -> window.shell().networkDetailsProperty().get().get(0).contains("shipped"));
        assertEquals(
                "hourglass train --preset dense-64 --epochs 10 --seed 7 --sketchwear --out dense-64-seed-7",
                copied(robot, "Copy the command that trains this network"));
        robot.type(KeyCode.DIGIT6);
        String figures = "Copy the command that makes these figures";
        until(() -> window.shell().exportChoices().stream()
                .anyMatch(choice -> choice.text().equals(figures)));
        assertEquals(
                "hourglass render --no-map --noise gaussian --noise-level 0.2 --noise-seed 1 --model conv-denoise"
                        + " --sketchwear --out figures-conv-denoise",
                copied(robot, figures));
        // What no command makes has none.
        robot.type(KeyCode.DIGIT1);
        until(() -> window.shell().exportChoices().stream()
                .noneMatch(choice -> choice.text().equals(figures)));
    }

    private String copied(FxRobot robot, String item) {
        robot.interact(() -> window.shell().exportChoices().stream()
                .filter(choice -> choice.text().equals(item))
                .findFirst()
                .orElseThrow()
                .run()
                .run());
        AtomicReference<String> copied = new AtomicReference<>();
        robot.interact(() -> copied.set(Clipboard.getSystemClipboard().getString()));
        return copied.get();
    }

    @Test
    void spaceTrainsPausesAndGoesOnAndTheCurveMoves(FxRobot robot) {
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        until(() -> services.training.log().training().size() > 5);
        until(() -> window.look().isTraining());
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        until(() -> phase() == Phase.PAUSED || phase() == Phase.COMPLETED);
        int size = services.training.log().training().size();
        if (phase() == Phase.PAUSED) {
            robot.press(KeyCode.S).release(KeyCode.S);
            until(() -> services.training.log().training().size() == size + 1 || size == 190);
            robot.press(KeyCode.X).release(KeyCode.X);
            until(() -> phase() == Phase.STOPPED);
        }
        robot.press(KeyCode.R).release(KeyCode.R);
        until(() -> services.training.state().generation() == 2);
        assertEquals(7, services.training.state().experiment().seed());
        robot.press(KeyCode.N).release(KeyCode.N);
        until(() -> services.training.state().generation() == 3);
        assertEquals(8, services.training.state().experiment().seed());
    }

    @Test
    void aLayerAndARestartAreTakenBackByKey(FxRobot robot) {
        until(() -> window.shell().networkDetailsProperty().get().get(0).contains("shipped"));
        Experiment before = services.desk.draft();
        robot.clickOn("#train-hourglass").type(KeyCode.LEFT, KeyCode.PLUS);
        until(() -> !services.desk.draft().equals(before));
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        until(() -> services.desk.draft().equals(before));
        assertEquals(
                "Undone: hidden layer added", window.shell().messageProperty().get());
        robot.type(KeyCode.R);
        until(() -> window.look().isTraining());
        String run = window.look().run().text();
        robot.type(KeyCode.N);
        until(() -> !window.look().run().text().equals(run) && window.look().isTraining());
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        until(() -> window.look().run().text().equals(run));
        assertEquals(
                "Undone: restart with a new seed",
                window.shell().messageProperty().get());
        until(() -> services.desk.draft().seed() == 7);
    }

    @Test
    void aClickOnTrainStartsAndOneOnStopEnds(FxRobot robot) {
        robot.clickOn("#toggle-training");
        until(() -> phase() == Phase.RUNNING || phase() == Phase.COMPLETED);
        robot.interact(() -> window.shell().run(hourglass.ui.shell.ShellCommand.STOP));
        until(() -> phase() == Phase.STOPPED || phase() == Phase.COMPLETED);
    }

    @Test
    void digitsSwitchViewsAndTheThemeSwitches(FxRobot robot) {
        robot.press(KeyCode.DIGIT1).release(KeyCode.DIGIT1);
        assertEquals(0, window.shell().viewProperty().get());
        robot.press(KeyCode.DIGIT3).release(KeyCode.DIGIT3);
        assertEquals(2, window.shell().viewProperty().get());
        var before = window.appearance().themeProperty().get();
        robot.interact(() -> window.appearance().switchTheme());
        WaitForAsyncUtils.waitForFxEvents();
        assertNotEquals(before, window.appearance().themeProperty().get());
        int size = window.appearance().textSizeProperty().get();
        robot.press(KeyCode.CONTROL, KeyCode.PLUS).release(KeyCode.PLUS, KeyCode.CONTROL);
        assertTrue(window.appearance().textSizeProperty().get() > size);
    }

    @Test
    void savingOpeningAndABrokenFile(FxRobot robot) throws IOException {
        Path file = folder.resolve("mine.safetensors");
        ModelSnapshot shipped = window.look().snapshot();
        services.models.save(shipped, file);
        until(() -> services.models.event().kind() == FileEvent.Kind.SAVED);
        services.models.open(file);
        until(() -> window.look().origin() == Origin.FILE);
        until(() -> window.shell().networkTitleProperty().get().equals("mine.safetensors"));
        assertEquals(shipped.parameters(), window.look().snapshot().parameters());

        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Path broken = Files.write(folder.resolve("broken.safetensors"), bytes);
        Look before = window.look();
        services.models.open(broken);
        until(() -> services.models.event().kind() == FileEvent.Kind.OPEN_FAILED);
        until(() -> !window.shell().notices().isEmpty());
        assertTrue(window.shell().notices().get(0).text().contains("broken.safetensors"));
        assertEquals(before, window.look());
    }

    @Test
    void aBadFolderLeavesTheDataInUse(FxRobot robot) throws IOException {
        DataSet before = services.data.state().data();
        services.data.open(Files.createDirectories(folder.resolve("empty")));
        until(() -> !services.data.state().problem().isEmpty());
        assertEquals(before, services.data.state().data());
        services.data.use(OfficialSets.FASHION_MNIST);
        until(() -> services.data.state().activity() == DataState.Activity.NONE);
        assertEquals(before, services.data.state().data());
        until(() -> window.shell().notices().size() >= 1);
    }

    @Test
    void closingEndsEveryThreadOfOurs(FxRobot robot) {
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        until(() -> services.training.log().training().size() > 0);
        services.close();
        until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread ->
                        List.of("trainer", "inference", "analysis", "io").contains(thread.getName())
                                && thread.isAlive()));
    }

    @Test
    void closingDuringAMapEndsItAndEveryThread(FxRobot robot) {
        services.maps.start(new EmbeddingRequest(
                EmbeddingSpec.standard(7).withPoints(200).withIterations(5000),
                MapSource.PIXELS,
                window.look().snapshot(),
                services.data.state().data()));
        until(() -> services.maps.frame().isPresent());
        services.close();
        assertFalse(services.maps.state().phase().isActive());
        until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread ->
                        List.of("embedding", "inference", "io").contains(thread.getName()) && thread.isAlive()));
    }

    @Test
    void picturesOfEveryViewInBothThemes(FxRobot robot) throws IOException {
        Path target = Path.of(System.getProperty("hourglass.pictures", "target/pictures"));
        Files.createDirectories(target);
        robot.interact(() -> window.shell().viewProperty().set(1));
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        boolean real = services.data.state().data().train().size() == 60_000;
        until(() ->
                services.training.frame().map(f -> f.epoch() > (real ? 2.4 : 1)).orElse(false));
        if (real) {
            map();
        }
        String[] names = {"data", "train", "reconstruct", "inside", "map", "denoise", "latent", "oddities", "runs"};
        Set<Integer> different = new HashSet<>();
        for (String theme : new String[] {"dark", "light"}) {
            for (int view = 0; view < names.length; view++) {
                int chosen = view;
                robot.interact(() -> window.shell().viewProperty().set(chosen));
                robot.sleep(real ? 2500 : 300);
                robot.interact(() -> stage.getScene().snapshot(null));
                Path file = target.resolve(names[view] + "-" + theme + ".png");
                BufferedImage taken = shot(robot);
                PngWriter.write(file, taken, "Hourglass, " + names[view] + ", " + theme);
                assertGround(taken, theme);
                assertTrue(different.add(Arrays.hashCode(body(taken))), file + " shows what another shows");
            }
            robot.interact(() -> window.appearance().switchTheme());
        }
        assertFalse(phase() == Phase.FAILED);
    }

    /** Codes of 2000 images, so that there is a map to be seen. */
    private void map() {
        services.maps.start(new EmbeddingRequest(
                EmbeddingSpec.standard(7).withPoints(2000),
                MapSource.CODES,
                window.look().snapshot(),
                services.data.state().data()));
        until(() -> !services.maps.state().phase().isActive());
    }

    private BufferedImage shot(FxRobot robot) {
        WritableImage[] taken = new WritableImage[1];
        robot.interact(() -> taken[0] = stage.getScene().snapshot(null));
        WritableImage image = taken[0];
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        assertTrue(width <= SHOTS_WIDTH);
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, javafx.scene.image.PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        result.setRGB(0, 0, width, height, pixels, 0, width);
        return result;
    }

    private static void assertGround(BufferedImage picture, String theme) {
        Color ground =
                ThemeColors.of(Theme.valueOf(theme.toUpperCase(Locale.ROOT))).of(Token.GROUND);
        int wanted = 0xFF000000 | rgb(ground);
        long found =
                Arrays.stream(body(picture)).filter(pixel -> pixel == wanted).count();
        assertTrue(found > 1000, "the ground of the theme is seen, in " + found + " pixels");
    }

    private static int rgb(Color color) {
        return (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }

    /** Without the rail, which shows which view is chosen, and the lines above and below. */
    private static int[] body(BufferedImage picture) {
        int width = picture.getWidth() - 120;
        int height = picture.getHeight() - 160;
        return picture.getRGB(120, 120, width, height, null, 0, width);
    }

    private long greyPixels(FxRobot robot) {
        return Arrays.stream(body(shot(robot)))
                .filter(pixel -> (pixel & 255) > 128)
                .filter(pixel -> (pixel & 255) == (pixel >> 8 & 255) && (pixel & 255) == (pixel >> 16 & 255))
                .count();
    }
}

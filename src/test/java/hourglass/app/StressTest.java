package hourglass.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.figures.ImageFolderReader;
import hourglass.session.data.DataSources;
import hourglass.session.map.EmbeddingPhase;
import hourglass.session.map.EmbeddingRequest;
import hourglass.session.map.MapSource;
import hourglass.session.project.FileEvent;
import hourglass.session.run.Phase;
import hourglass.testing.NoNetwork;
import hourglass.testing.Patience;
import hourglass.testing.SmallData;
import hourglass.ui.kit.Fonts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The window for a long time, opt-in: {@code -Dhourglass.soak=500} cycles of a new network, trained, mapped, saved, opened
 * and discarded, with memory and threads in {@code target/soak.csv}; {@code -Dhourglass.monkey=900} seconds of random clicks
 * and keys by {@code -Dhourglass.monkey.seed=1}.
 */
@ExtendWith(ApplicationExtension.class)
class StressTest {
    private static final List<KeyCode> KEYS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9,
            KeyCode.SPACE,
            KeyCode.ENTER,
            KeyCode.TAB,
            KeyCode.ESCAPE,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.DELETE,
            KeyCode.PLUS,
            KeyCode.MINUS,
            KeyCode.A,
            KeyCode.R,
            KeyCode.T);

    @TempDir
    private Path folder;

    private final List<Throwable> escaped = Collections.synchronizedList(new ArrayList<>());
    private Services services;
    private Window window;
    private Stage stage;
    private DataSet data;

    @Start
    void start(Stage shown) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, problem) -> escaped.add(problem));
        data = SmallData.garments();
        DataSources sources = NoNetwork.sources(folder.resolve("none"), ImageFolderReader::read);
        services = new Services(
                sources,
                data,
                Wiring.networksBesideAWindow(),
                () -> 8,
                folder.resolve("home").resolve("autosave"));
        Fonts.load();
        stage = shown;
        window = new Window(shown, services);
        window.open();
    }

    @AfterEach
    void close() {
        services.close();
    }

    private static void until(BooleanSupplier condition) {
        Patience patience = new Patience();
        while (!condition.getAsBoolean()) {
            patience.lasts();
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static long field(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    @Test
    @EnabledIfSystemProperty(named = "hourglass.soak", matches = "[0-9]+")
    void cyclesLeaveNothingBehind(FxRobot robot) throws IOException {
        int cycles = Integer.getInteger("hourglass.soak");
        List<String> rows = new ArrayList<>(List.of("cycle,residentMB,heapMB,threads"));
        double[] resident = new double[cycles];
        double[] threads = new double[cycles];
        for (int cycle = 0; cycle < cycles; cycle++) {
            cycle(robot, cycle);
            System.gc(); // what is left afterwards is what is held
            Runtime runtime = Runtime.getRuntime();
            resident[cycle] = field("VmRSS") / 1024.0;
            threads[cycle] = field("Threads");
            long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
            rows.add(String.format(Locale.ROOT, "%d,%.1f,%d,%.0f", cycle, resident[cycle], heap, threads[cycle]));
            Files.write(Path.of("target", "soak.csv"), rows);
        }
        assertEquals(List.of(), escaped);
        int from = cycles / 2;
        double memory = slope(resident, from);
        double more = slope(threads, from);
        Files.write(
                Path.of("target", "soak.txt"),
                List.of(String.format(
                        Locale.ROOT,
                        "%d cycles, second half: %.3f MB and %.4f threads a cycle; %.0f MB and %.0f threads at the end",
                        cycles,
                        memory,
                        more,
                        resident[cycles - 1],
                        threads[cycles - 1])));
        assertTrue(memory < 0.5 && Math.abs(more) < 0.1, memory + " MB and " + more + " threads a cycle");
    }

    private void cycle(FxRobot robot, int cycle) {
        robot.interact(() -> {
            services.desk.edit(services.desk
                    .draft()
                    .withSeed(cycle)
                    .withTraining(services.desk.draft().training().withEpochs(2)));
            services.desk.restart();
        });
        until(() -> services.training.state().phase() == Phase.COMPLETED);
        ModelSnapshot trained = services.training.snapshot().orElseThrow();
        services.maps.start(new EmbeddingRequest(
                EmbeddingSpec.standard(cycle).withPoints(200).withIterations(250), MapSource.CODES, trained, data));
        Path file = folder.resolve("cycle-" + cycle % 3 + ".safetensors");
        services.models.save(trained, file);
        until(() -> services.models.event().kind() == FileEvent.Kind.SAVED);
        services.models.open(file);
        until(() -> services.models.event().kind() == FileEvent.Kind.OPENED);
        robot.interact(() -> window.shell().viewProperty().set(cycle % 9));
        until(() -> services.maps.state().phase() == EmbeddingPhase.COMPLETED
                || services.maps.state().phase() == EmbeddingPhase.FAILED);
    }

    /** By least squares. */
    private static double slope(double[] values, int from) {
        double n = values.length - from;
        double middle = (n - 1) / 2;
        double mean = 0;
        for (int i = from; i < values.length; i++) {
            mean += values[i] / n;
        }
        double above = 0;
        double below = 0;
        for (int i = from; i < values.length; i++) {
            above += (i - from - middle) * (values[i] - mean);
            below += (i - from - middle) * (i - from - middle);
        }
        return above / below;
    }

    @Test
    @EnabledIfSystemProperty(named = "hourglass.monkey", matches = "[0-9]+")
    void randomClicksAndKeysBreakNothing(FxRobot robot) throws IOException, TimeoutException {
        long seed = Long.getLong("hourglass.monkey.seed", 1);
        Random random = new Random(seed);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.getLong("hourglass.monkey"));
        int actions = 0;
        List<String> rows = new ArrayList<>(List.of("action,residentMB,threads"));
        while (System.nanoTime() < end) {
            act(robot, random);
            actions++;
            if (actions % 100 == 0) {
                // A window that does not answer within a minute never will.
                WaitForAsyncUtils.waitForAsyncFx(60_000, () -> stage.isShowing());
                rows.add(actions + "," + field("VmRSS") / 1024 + "," + field("Threads"));
                Files.write(Path.of("target", "monkey.csv"), rows);
                assertEquals(List.of(), serious(), "seed " + seed + ", action " + actions);
            }
        }
        assertEquals(List.of(), serious(), "seed " + seed);
        assertEquals(Optional.empty(), services.escaped.get());
    }

    /** The headless platform has no dialogs of the system and says so by an exception. */
    private List<Throwable> serious() {
        return escaped.stream()
                .filter(problem -> List.of(problem.getStackTrace()).stream()
                        .noneMatch(frame -> frame.getClassName().endsWith("CommonDialogs")))
                .toList();
    }

    private void act(FxRobot robot, Random random) {
        double x = stage.getX() + random.nextDouble() * stage.getWidth();
        double y = stage.getY() + random.nextDouble() * stage.getHeight();
        int kind = random.nextInt(10);
        KeyCode key = KEYS.get(random.nextInt(KEYS.size()));
        if (kind < 2) {
            robot.type(key);
        } else if (kind < 4) {
            clickSomeButton(robot, random.nextInt(1 << 16));
        } else if (kind < 5) {
            robot.moveTo(x, y);
            robot.press(MouseButton.PRIMARY);
            robot.moveBy(random.nextInt(200) - 100, random.nextInt(200) - 100);
            robot.release(MouseButton.PRIMARY);
        } else if (kind < 6) {
            robot.moveTo(x, y);
            robot.scroll(random.nextInt(4), random.nextBoolean() ? VerticalDirection.UP : VerticalDirection.DOWN);
        } else {
            robot.moveTo(x, y);
            robot.clickOn(random.nextInt(12) == 0 ? MouseButton.SECONDARY : MouseButton.PRIMARY);
        }
    }

    private void clickSomeButton(FxRobot robot, int number) {
        robot.interact(() -> {
            List<Node> all = new ArrayList<>(stage.getScene().getRoot().lookupAll(".button"));
            all.addAll(stage.getScene().getRoot().lookupAll(".toggle-button"));
            Node chosen = all.isEmpty() ? null : all.get(number % all.size());
            if (chosen instanceof ButtonBase button && !button.isDisabled() && button.isVisible()) {
                fire(button);
            }
        });
    }

    private void fire(ButtonBase button) {
        try {
            button.fire();
        } catch (RuntimeException problem) {
            escaped.add(problem);
        }
    }
}

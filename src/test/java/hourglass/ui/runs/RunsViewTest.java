package hourglass.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.core.spec.edit.Hyperparameter;
import hourglass.engine.store.Report;
import hourglass.engine.store.ReportJson;
import hourglass.figures.CurveContent;
import hourglass.session.concurrent.Program;
import hourglass.session.concurrent.Worker;
import hourglass.session.runs.RunRecord;
import hourglass.session.runs.RunStore;
import hourglass.session.sweep.SweepService;
import hourglass.testing.RunRecords;
import hourglass.testing.Seen;
import hourglass.testing.SmallSession;
import hourglass.testing.Workers;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Fonts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Polyline;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RunsViewTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path folder;

    private final Workers workers = new Workers();
    private final Worker io = workers.named("io");
    private final AtomicLong nanos = new AtomicLong();
    private SmallSession session;
    private RunsModel model;
    private SweepModel sweeps;
    private RunsView view;

    @Start
    void open(Stage stage) throws IOException, InterruptedException {
        Fonts.load();
        session = new SmallSession();
        write("a-seven", experiment(Preset.STACKED_30, 7), 0.05, 0.020, 0.021);
        write("b-eight", experiment(Preset.STACKED_30, 8), 0.05, 0.023);
        write("wide", experiment(Preset.DENSE_2, 7), 0.04, 0.03);
        RunStore store = new RunStore(
                new RunStore.Home(folder.resolve("runs"), folder.resolve("sweeps"), "test"), io, nanos::get);
        model = new RunsModel(
                store,
                new RunsModel.Seen(session.models, session.training, session.desk, session.chooser, session.inference),
                nanos::get);
        sweeps = new SweepModel(
                new SweepService(
                        workers.named("sweep"),
                        () -> {
                            throw new IllegalStateException("There is no network here.");
                        },
                        Program.NONE,
                        folder.resolve("sweeps"),
                        store::open),
                session.dataService,
                model);
        Appearance appearance = new Appearance();
        view = new RunsView(model, sweeps, appearance, () -> Optional.of(folder.resolve("nothing")));
        Scene scene = new Scene(view, 1400, 900);
        appearance.apply(scene);
        stage.setScene(scene);
        stage.show();
        store.look();
        Workers.flush(io);
        tick();
    }

    private Experiment experiment(Preset preset, long seed) {
        DataSpec data = new DataSpec(session.data.name(), session.data.fingerprint());
        return preset.experiment(data, 28, 28, seed);
    }

    private void write(String name, Experiment experiment, double... errors) throws IOException {
        RunRecord run = RunRecords.of(name, experiment, errors);
        ReportJson.write(
                Files.createDirectories(folder.resolve("runs").resolve(name)).resolve("report.json"), run.report());
    }

    private void tick() {
        session.showcase.tick(session.training);
        model.tick();
        sweeps.tick();
    }

    private void settle(FxRobot robot) throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            robot.interact(this::tick);
            Workers.flush(io);
        }
        robot.interact(this::tick);
    }

    private Node row(FxRobot robot, String name, int which) {
        return robot.lookup(".runs-row").queryAll().stream()
                .filter(row -> Seen.texts(row).contains(name))
                .skip(which)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row of " + name));
    }

    private CheckBox tickOf(FxRobot robot, String name, int which) {
        return (CheckBox)
                robot.from(row(robot, name, which)).lookup(".runs-tick").query();
    }

    @AfterEach
    void close() {
        workers.close();
        session.close();
    }

    @Test
    void aRowSaysWhatTellsARunFromTheOthers(FxRobot robot) {
        List<String> words = Seen.texts(row(robot, "Stacked 30", 0));
        assertTrue(words.contains("0.0200"), words::toString);
        assertTrue(words.contains("30 s"), words::toString);
        assertTrue(words.contains("7"), words::toString);
        Parent list =
                view.lookup("#runs-list").getParent().getParent().getParent().getParent();
        assertEquals("0.0230", Seen.inTable(list, "best error", "20 s"));
        assertEquals("20 s", Seen.inTable(list, "time", "0.0230"));
        assertEquals("8", Seen.inTable(list, "seed", "0.0230"));
    }

    @Test
    void theSmallCurveFallsFromTheUpperLeft(FxRobot robot) {
        Polyline line =
                robot.from(row(robot, "Dense 2", 0)).lookup(".runs-curve").queryAs(Polyline.class);
        assertEquals(List.of(0.0, 2.0, 72.0, 34.0), line.getPoints());
    }

    @Test
    void tickedRunsAreHeldAgainstEachOther(FxRobot robot) {
        robot.clickOn(tickOf(robot, "Stacked 30", 0)).clickOn(tickOf(robot, "Dense 2", 0));
        assertTrue(Seen.texts(view).contains("Stacked 30 ends 33 % below Dense 2"), () -> Seen.texts(view)
                .toString());
        assertTrue(
                Seen.texts(view).stream().anyMatch(words -> words.contains("lie at most 0.0030 apart")),
                () -> Seen.texts(view).toString());
        Parent numbers = (Parent) view.lookup("#runs-numbers");
        assertEquals("0.0200", Seen.inTable(numbers, "best error", "Stacked 30"));
        assertEquals("0.0210", Seen.inTable(numbers, "last error", "Stacked 30"));
        assertEquals("2", Seen.inTable(numbers, "at epoch", "Stacked 30"));
        assertEquals("30 s", Seen.inTable(numbers, "time", "Stacked 30"));
        assertEquals("700", Seen.inTable(numbers, "images/s", "Stacked 30"));
        assertEquals("0.0300", Seen.inTable(numbers, "last error", "Dense 2"));
        List<String> best = robot.from(numbers).lookup(".runs-best").queryAll().stream()
                .map(node -> ((javafx.scene.control.Labeled) node).getText())
                .toList();
        assertTrue(best.containsAll(List.of("0.0200", "0.0210", "20 s")), best::toString);
        assertFalse(best.contains("0.0300") || best.contains("30 s"), best::toString);
        robot.clickOn(tickOf(robot, "Dense 2", 0));
        assertEquals(1, model.comparisonProperty().get().runs().size());
    }

    @Test
    void oneAxisCountsEpochsSecondsOrImages(FxRobot robot) {
        robot.clickOn(tickOf(robot, "Dense 2", 0));
        CurveContent.Samples epochs = model.curves().curves().get(0).samples();
        assertEquals(2, epochs.x(1));
        assertEquals(0.03, epochs.y(1));
        robot.clickOn("seconds");
        assertEquals(20, model.curves().curves().get(0).samples().x(1));
        robot.clickOn("images seen");
        assertEquals(2000, model.curves().curves().get(0).samples().x(1));
    }

    @Test
    void repeatsAreDrawnFaintlyInTheColourOfTheirRun(FxRobot robot) {
        robot.clickOn(tickOf(robot, "Stacked 30", 0));
        List<CurveContent.Curve> curves = model.curves().curves();
        assertEquals(
                List.of(CurveContent.Style.FAINT, CurveContent.Style.POINTS),
                curves.stream().map(CurveContent.Curve::style).toList());
        assertEquals(curves.get(0).color(), curves.get(1).color());
        assertTrue(Seen.texts(view).stream().anyMatch(words -> words.startsWith("2 seeds: best errors from 0.0200")));
    }

    @Test
    void arrowsMoveEnterTicksAndShiftEnterShows(FxRobot robot) throws InterruptedException {
        robot.clickOn("Dense 2").type(KeyCode.ENTER);
        assertEquals(1, model.comparisonProperty().get().runs().size());
        robot.type(KeyCode.UP).type(KeyCode.ENTER);
        assertEquals(2, model.comparisonProperty().get().runs().size());
        robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        settle(robot);
        assertTrue(
                model.noticeProperty().get().startsWith("The weights of “"),
                model.noticeProperty().get());
        assertTrue(Seen.texts(view).contains(model.noticeProperty().get()));
    }

    @Test
    void whatIsDeletedComesBackForTenSeconds(FxRobot robot) throws InterruptedException {
        robot.clickOn("Dense 2").clickOn("#runs-delete");
        settle(robot);
        assertFalse(Seen.texts(view).contains("Dense 2"));
        assertTrue(Seen.texts(view).contains("Bring back Dense 2"));
        robot.clickOn("#runs-undo");
        settle(robot);
        assertTrue(Seen.texts(view).contains("Dense 2"));
        robot.clickOn("Dense 2").clickOn("#runs-delete");
        settle(robot);
        nanos.addAndGet(11 * SECOND);
        settle(robot);
        assertFalse(Seen.texts(view).contains("Bring back Dense 2"));
        assertFalse(Files.exists(folder.resolve("runs").resolve("wide")));
    }

    @Test
    void aNameTypedStaysWithTheRun(FxRobot robot) throws InterruptedException {
        robot.clickOn("Dense 2")
                .doubleClickOn("#runs-name")
                .write("Two numbers")
                .type(KeyCode.ENTER);
        settle(robot);
        assertTrue(Seen.texts(view).stream().anyMatch(words -> words.contains("Two numbers")), () -> Seen.texts(view)
                .toString());
    }

    @Test
    void runsAreSortedWithinTheirGroup(FxRobot robot) {
        robot.interact(() -> model.sortProperty().set(RunsModel.Sort.ERROR));
        List<String> names = model.rowsProperty().get().stream()
                .map(row -> row.name() + " " + row.seed())
                .toList();
        assertEquals(List.of("Stacked 30 7", "Stacked 30 8", "Dense 2 7", "Dense 64 7"), names);
        robot.interact(() -> model.sortProperty().set(RunsModel.Sort.TIME));
        assertEquals("Stacked 30", model.rowsProperty().get().get(2).name(), "three epochs take longest");
    }

    @Test
    void aFolderWithoutRunsIsToldOfInASentence(FxRobot robot) throws InterruptedException {
        robot.clickOn("#runs-open");
        settle(robot);
        assertTrue(
                model.noticeProperty().get().startsWith("There is no run in "),
                model.noticeProperty().get());
    }

    @Test
    void whatCannotBeSweptIsSaidBeforeAnythingIsMeasured(FxRobot robot) {
        robot.interact(() -> sweeps.valuesProperty().set("2 many"));
        robot.clickOn("#sweep-cost");
        assertEquals(
                "The values of code are whole numbers such as 16; got \"many\".",
                sweeps.problemProperty().get());
        robot.interact(() -> sweeps.valuesProperty().set("8"));
        robot.clickOn("#sweep-cost");
        assertEquals(
                "Give two values or more, with spaces between, such as 2 4 8.",
                sweeps.problemProperty().get());
        assertTrue(robot.lookup("#sweep-start").query().isDisabled(), "not before time and disk are known");
    }

    @Test
    void pointsOfASweepStandAgainstPca(FxRobot robot) throws InterruptedException, IOException {
        for (int code : new int[] {16, 4}) {
            Experiment experiment = Hyperparameter.CODE.with(experiment(Preset.DENSE_64, 7), Integer.toString(code));
            Report.Figures figures = new Report.Figures(
                    Optional.of(new Report.Quality(1.0 / code, 4.0 / code / code, 0.5)),
                    Optional.empty(),
                    Optional.empty());
            RunRecord run = RunRecords.of("x", experiment, figures, 0.5);
            Path place = folder.resolve("swept").resolve("code-" + code);
            ReportJson.write(Files.createDirectories(place).resolve("report.json"), run.report());
        }
        robot.interact(() -> model.open(folder.resolve("swept")));
        settle(robot);
        CurveContent content = sweeps.curves().orElseThrow().content();
        assertEquals(List.of("4", "16"), sweeps.curves().orElseThrow().steps());
        CurveContent.Curve pca = content.curves().get(0);
        CurveContent.Curve network = content.curves().get(1);
        assertEquals("PCA", pca.name());
        assertEquals(CurveContent.Style.DASHED, pca.style());
        assertEquals(0.25, pca.samples().y(0));
        assertEquals(4.0 / 256, pca.samples().y(1));
        assertEquals(0.25, network.samples().y(0));
        assertEquals(1.0 / 16, network.samples().y(1));
        assertEquals("PCA is better at every size", sweeps.finding());
    }
}

package hourglass.session.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.edit.Hyperparameter;
import hourglass.engine.store.ModelStore;
import hourglass.engine.store.Report;
import hourglass.engine.store.ReportJson;
import hourglass.engine.train.TrainingRun;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Program;
import hourglass.session.runs.RunFolder;
import hourglass.session.runs.RunRecord;
import hourglass.session.sweep.Sweep.Step;
import hourglass.testing.Engines;
import hourglass.testing.Families;
import hourglass.testing.RunScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps whose processes are small shell scripts; what train itself does is tested where it is. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class SweepTest {
    @TempDir
    Path folder;

    private final List<List<String>> started = new ArrayList<>();
    private final CancelToken token = new CancelToken();

    private static Experiment base() {
        Experiment dense = RunScene.dense(2);
        return dense.withData(
                new DataSpec(Families.spots().name(), Families.spots().fingerprint()));
    }

    private static SweepPlan plan() {
        return SweepPlan.of(base(), Map.of(Hyperparameter.CODE, List.of("2", "3")), 1);
    }

    private Sweep.Order order() {
        return new Sweep.Order(plan(), folder.resolve("sweep"), List.of("--data", "here"), 2);
    }

    /** Processes that do this. */
    private Program program(String script) {
        return new Program(arguments -> {
            synchronized (started) {
                started.add(arguments);
            }
            return List.of("sh", "-c", script);
        });
    }

    private Sweep.State run(String script) throws IOException {
        return new Sweep(order(), program(script), (point, phase) -> {}).run(token);
    }

    /** What train leaves after so many epochs. */
    private void trained(int number, int epochs) throws IOException {
        SweepPlan.Point point = plan().points().get(number);
        Path place = Files.createDirectories(folder.resolve("sweep").resolve(point.name()));
        try (TrainingRun run = TrainingRun.start(Engines.networks(), point.experiment(), Families.spots())) {
            while (run.progress().epochs() < epochs) {
                if (run.step().end() == hourglass.engine.train.Step.End.OF_EPOCH) {
                    run.finishEpoch(() -> false);
                }
            }
            new ModelStore("test").save(place.resolve(RunFolder.LAST), run.snapshot());
            boolean all = epochs >= point.experiment().training().epochs();
            Report report = new Report(
                    point.experiment(),
                    Report.Data.of(run.data()),
                    run.history(),
                    Report.Figures.NONE,
                    1,
                    all ? "completed" : "interrupted",
                    Report.Environment.current("test"));
            ReportJson.write(place.resolve(RunFolder.REPORT), report);
        }
    }

    @Test
    void oneProcessATrainingWithAllItNeeds() throws IOException {
        run("exit 3");
        assertEquals(2, started.size());
        Path first = folder.resolve("sweep").resolve("code-2-seed-" + base().seed());
        List<String> arguments = started.stream()
                .filter(each -> each.contains(first.toString()))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of(
                        "train",
                        "--experiment",
                        first.resolve("experiment.json").toString(),
                        "--data",
                        "here",
                        "--out",
                        first.toString(),
                        "--kept",
                        first.resolve("kept").toString(),
                        "--no-figures"),
                arguments);
    }

    @Test
    void whatFailsIsSaidAndTheOthersGoOn() throws IOException {
        Sweep.State end = run(
                "echo 'hourglass: There was not enough memory.'; echo 'WARNING: Using incubator modules: some'; exit 1");
        assertEquals(2, end.count(Step.FAILED));
        assertEquals(
                "There was not enough memory.",
                end.phases().get(plan().points().get(0)).problem());
        assertEquals(1, end.progress());
    }

    @Test
    void finishedFoldersAreSkipped() throws IOException {
        trained(0, 2);
        Sweep.State end = run("exit 1");
        assertEquals(1, started.size());
        assertEquals(1, end.count(Step.FINISHED));
        assertEquals(1, Sweep.remaining(order()).points().size());
        List<RunRecord> finished = Sweep.finished(folder.resolve("sweep"));
        assertEquals(1, finished.size());
        assertEquals(2, finished.get(0).epochs().size());
    }

    @Test
    void aKilledOneIsGoneOnWith() throws IOException {
        trained(0, 1);
        run("exit 1");
        Path place = folder.resolve("sweep").resolve(plan().points().get(0).name());
        List<String> arguments = started.stream()
                .filter(each -> each.contains(place.toString()))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("train", "--model", place.resolve(RunFolder.LAST).toString(), "--epochs", "1"),
                arguments.subList(0, 5));
    }

    @Test
    void whatAKilledProcessHadKeptIsGoneOnWithToo() throws IOException {
        trained(0, 1);
        Path place = folder.resolve("sweep").resolve(plan().points().get(0).name());
        Path kept = Files.createDirectories(place.resolve("kept").resolve("1-2"));
        Files.move(place.resolve(RunFolder.LAST), kept.resolve("run.safetensors"));
        Files.delete(place.resolve(RunFolder.REPORT));
        run("exit 1");
        assertTrue(started.stream()
                .anyMatch(each -> each.contains(kept.resolve("run.safetensors").toString())));
    }

    @Test
    void twoSweepsIntoOneFolderDoNotTrainTheSame() throws IOException {
        try (SweepFolder taken =
                new SweepFolder(folder.resolve("sweep"), plan().points().get(0))) {
            assertTrue(taken.claim());
            Sweep.State end = run("exit 1");
            assertEquals(1, started.size());
            assertEquals(1, end.count(Step.ELSEWHERE));
        }
        run("exit 1");
        assertEquals(3, started.size(), "once it is free both can be tried");
    }

    @Test
    void aFolderOfOtherSettingsIsRefusedBeforeAnythingIsStarted() throws IOException {
        run("exit 1");
        started.clear();
        SweepPlan longer = SweepPlan.of(
                base().withTraining(base().training().withEpochs(9)),
                Map.of(Hyperparameter.CODE, List.of("2", "3")),
                1);
        Sweep.Order other = new Sweep.Order(longer, folder.resolve("sweep"), List.of(), 1);
        IOException refused = assertThrows(
                IOException.class, () -> new Sweep(other, program("exit 0"), (point, phase) -> {}).run(token));
        assertTrue(refused.getMessage().contains("other settings"), refused.getMessage());
        assertEquals(List.of(), started);
    }

    @Test
    void cancelledItAsksItsProcessesToEndAndWaits() throws IOException {
        List<Sweep.Step> seen = new ArrayList<>();
        Sweep sweep = new Sweep(
                order(),
                program("trap 'echo ended > ended; exit 130' TERM; cd '" + folder + "'; while :; do sleep 0.05; done"),
                (point, phase) -> {
                    seen.add(phase.step());
                    if (started.size() == 2) {
                        token.cancel();
                    }
                });
        Sweep.State end = sweep.run(token);
        assertEquals(2, end.count(Step.STOPPED));
        assertFalse(seen.contains(Step.FAILED));
    }

    @Test
    void epochsAreReadFromWhatTheProcessSays() throws IOException {
        List<Integer> epochs = new ArrayList<>();
        new Sweep(order(), program("echo 'epoch   1 of 2  train 0.1'; sleep 0.7; exit 1"), (point, phase) -> {
                    if (phase.step() == Step.RUNNING) {
                        epochs.add(phase.epochs());
                    }
                })
                .run(token);
        assertTrue(epochs.contains(1), epochs::toString);
    }
}

package hourglass.session.runs;

import static hourglass.testing.RunRecords.experiment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.Preset;
import hourglass.core.spec.edit.Hyperparameter;
import hourglass.testing.RunRecords;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunComparisonTest {
    private static final RunRecord SEVEN = RunRecords.of("a/seven", experiment(Preset.DENSE_64, 7), 0.04, 0.020, 0.03);
    private static final RunRecord EIGHT = RunRecords.of("a/eight", experiment(Preset.DENSE_64, 8), 0.04, 0.023);
    private static final RunRecord OTHER = RunRecords.of("a/other", experiment(Preset.STACKED_30, 7), 0.04, 0.022);

    @Test
    void theBestHasTheSmallestErrorOfAnyEpoch() {
        RunComparison comparison = new RunComparison(List.of(OTHER, SEVEN), List.of());
        assertEquals(Optional.of(SEVEN), comparison.best());
        assertEquals(Optional.of(OTHER), comparison.worst());
        assertEquals(2, SEVEN.bestEpoch().orElseThrow().epoch());
        assertEquals(0.03, SEVEN.lastError());
        assertEquals(30, SEVEN.seconds());
    }

    @Test
    void twoSeedsTellHowFarLuckGoes() {
        RunComparison comparison = new RunComparison(List.of(SEVEN, OTHER), List.of(SEVEN, EIGHT, OTHER));
        RunComparison.Spread spread = comparison.spread(SEVEN).orElseThrow();
        assertEquals(2, spread.seeds());
        assertEquals(0.020, spread.least());
        assertEquals(0.0215, spread.mean(), 1e-12);
        assertEquals(0.023, spread.most());
        assertEquals(Optional.empty(), comparison.spread(OTHER));
        assertEquals(Optional.of(true), comparison.isWithinSeeds(), "0.002 apart, seeds 0.003");
        RunRecord far = RunRecords.of("a/far", experiment(Preset.STACKED_30, 7), 0.03);
        assertEquals(Optional.of(false), new RunComparison(List.of(SEVEN, far), List.of(EIGHT)).isWithinSeeds());
        assertEquals(Optional.empty(), new RunComparison(List.of(OTHER, far), List.of()).isWithinSeeds());
    }

    @Test
    void errorsOfOtherUnitsOrUnderOtherNoiseAreNotCompared() {
        RunRecord nats = RunRecords.of("a/nats", experiment(Preset.VAE_2, 7), 0.3);
        RunRecord noisy = RunRecords.of(
                "a/noisy", experiment(Preset.DENSE_64, 7).withNoise(new NoiseSpec(NoiseKind.GAUSSIAN, 0.2)), 0.01);
        assertEquals(RunRecord.Unit.NATS, nats.unit());
        assertFalse(new RunComparison(List.of(SEVEN, nats), List.of()).isComparable());
        assertFalse(new RunComparison(List.of(SEVEN, noisy), List.of()).isComparable());
        assertEquals(Optional.empty(), new RunComparison(List.of(SEVEN, noisy), List.of()).best());
    }

    @Test
    void runsOfAFolderThatDifferInOneSettingAreASeries() {
        RunRecord four =
                RunRecords.of("sweep/four", Hyperparameter.CODE.with(experiment(Preset.DENSE_64, 7), "4"), 0.03);
        RunRecord sixteen =
                RunRecords.of("sweep/sixteen", Hyperparameter.CODE.with(experiment(Preset.DENSE_64, 7), "16"), 0.02);
        RunRecord again =
                RunRecords.of("sweep/again", Hyperparameter.CODE.with(experiment(Preset.DENSE_64, 8), "16"), 0.04);
        List<RunSeries> all = RunSeries.in(List.of(sixteen, again, four, SEVEN, EIGHT, OTHER));
        assertEquals(1, all.size(), "a folder of runs that differ in many settings is none");
        RunSeries series = all.get(0);
        assertEquals(Hyperparameter.CODE, series.setting());
        assertEquals(
                List.of("4", "16"),
                series.steps().stream().map(RunSeries.Step::value).toList(),
                "by size");
        assertEquals(0.03, series.steps().get(1).mean(RunRecord::bestError), 1e-12);
        assertTrue(Double.isNaN(series.steps().get(0).mean(run -> Double.NaN)));
    }
}

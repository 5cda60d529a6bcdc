package hourglass.session.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.InvalidSpecException;
import hourglass.core.spec.Preset;
import hourglass.core.spec.edit.Hyperparameter;
import hourglass.testing.RunRecords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SweepPlanTest {
    private static final Experiment VAE = RunRecords.experiment(Preset.VAE_2, 7);

    private static List<String> names(SweepPlan plan) {
        return plan.points().stream().map(SweepPlan.Point::name).toList();
    }

    @Test
    void everyCombinationWithEverySeed() {
        Map<Hyperparameter, List<String>> axes = new LinkedHashMap<>();
        axes.put(Hyperparameter.BETA, List.of("0.50", "2"));
        axes.put(Hyperparameter.CODE, List.of("2", "4"));
        SweepPlan plan = SweepPlan.of(VAE, axes, 2);
        assertEquals(
                List.of(
                        "beta-0.5-code-2-seed-7", "beta-0.5-code-2-seed-8",
                        "beta-0.5-code-4-seed-7", "beta-0.5-code-4-seed-8",
                        "beta-2-code-2-seed-7", "beta-2-code-2-seed-8",
                        "beta-2-code-4-seed-7", "beta-2-code-4-seed-8"),
                names(plan));
        Experiment third = plan.points().get(2).experiment();
        assertEquals(4, third.model().codeSize());
        assertEquals(0.5, third.model().variational().orElseThrow().beta());
        assertEquals(7, third.seed());
    }

    @Test
    void shardsTogetherAreTheWholeWithoutOverlap() {
        SweepPlan plan = SweepPlan.of(VAE, Map.of(Hyperparameter.BETA, List.of("1", "2", "3")), 3);
        List<String> all = new java.util.ArrayList<>(names(plan.shard(1, 2)));
        all.addAll(names(plan.shard(2, 2)));
        assertEquals(9, all.size());
        assertEquals(Set.copyOf(names(plan)), Set.copyOf(all));
        assertThrows(InvalidSpecException.class, () -> plan.shard(3, 2));
    }

    @Test
    void whatCannotBeIsSaidInASentence() {
        for (Map<Hyperparameter, List<String>> axes : List.of(
                Map.of(Hyperparameter.CODE, List.of("many", "2")),
                Map.of(Hyperparameter.CODE, List.of("0", "2")),
                Map.of(Hyperparameter.BETA, List.of("1", "1.0")),
                Map.of(Hyperparameter.SIGMA, List.of("0.1", "7")))) {
            String said = assertThrows(InvalidSpecException.class, () -> SweepPlan.of(VAE, axes, 1))
                    .getMessage();
            assertTrue(said.endsWith("."), said);
        }
        String plain = assertThrows(
                        InvalidSpecException.class,
                        () -> Hyperparameter.BETA.with(RunRecords.experiment(Preset.DENSE_64, 7), "2"))
                .getMessage();
        assertEquals("β belongs to variational networks; this one is not.", plain);
    }

    @Test
    void aSweptSettingReadsBackAsItWasGiven() {
        Map<Hyperparameter, String> values = Map.of(
                Hyperparameter.CODE, "5",
                Hyperparameter.HIDDEN, "64,32",
                Hyperparameter.SIGMA, "0.25",
                Hyperparameter.BETA, "0.1",
                Hyperparameter.LEARNING_RATE, "0.0003",
                Hyperparameter.BATCH, "48");
        assertEquals(Set.copyOf(Hyperparameter.SWEPT), values.keySet());
        values.forEach((setting, value) -> {
            Experiment changed = setting.with(VAE, value);
            assertEquals(Optional.of(value), setting.of(changed));
            Set<Hyperparameter> differing = Hyperparameter.differing(List.of(VAE, changed));
            Set<Hyperparameter> expected = setting == Hyperparameter.SIGMA
                    ? Set.of(Hyperparameter.SIGMA, Hyperparameter.NOISE)
                    : Set.of(setting);
            assertEquals(expected, differing);
        });
    }
}

package hourglass.session.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import hourglass.engine.model.TrainableNetwork;
import hourglass.session.measure.WalkStage.Kind;
import hourglass.testing.Engines;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WalkTest {
    private static final int SIDE = 8;

    private static ModelSnapshot fresh(NetworkFactory networks, Preset preset) {
        Experiment experiment = preset.experiment(new DataSpec("made up", ""), SIDE, SIDE, 7);
        try (TrainableNetwork network = networks.trainable(experiment)) {
            return new ModelSnapshot(
                    new RunId("walk"), experiment, Progress.START, network.parameters(), Optional.empty(), List.of());
        }
    }

    private static float[] image() {
        float[] image = new float[SIDE * SIDE];
        for (int i = 0; i < image.length; i++) {
            image[i] = (i * 37 % 64) / 64f;
        }
        return image;
    }

    private static Walk walk(Preset preset, long seed) {
        NetworkFactory networks = Engines.networks();
        ModelSnapshot model = fresh(networks, preset);
        try (Network network = networks.evaluator(model.experiment().model())) {
            network.load(model.parameters());
            return Walk.of(network, model, image(), image(), seed);
        }
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void endsWhereTheNetworkEnds(Preset preset) {
        NetworkFactory networks = Engines.networks();
        ModelSnapshot model = fresh(networks, preset);
        try (Network network = networks.evaluator(model.experiment().model())) {
            network.load(model.parameters());
            Walk walk = Walk.of(network, model, image(), image(), 0);
            assertArrayEquals(network.reconstruct(image(), 1), walk.output(), 1e-6f);
            assertArrayEquals(network.encode(image(), 1), walk.code(), 1e-6f);
        }
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void everyPlaceOfAPictureHasTheNumberOfItsLayer(Preset preset) {
        Walk walk = walk(preset, 3);
        for (WalkStage stage : WalkStage.of(walk, SIDE, SIDE)) {
            for (int tile = 0; tile < stage.tiles().count(); tile++) {
                int row = stage.tiles().height() / 2;
                int column = stage.tiles().width() - 1;
                int index = stage.indexAt(tile, row, column);
                boolean plain = stage.kind() == Kind.MAPS || stage.kind() == Kind.NUMBERS;
                if (plain && index >= 0) {
                    assertEquals(walk.outOf(stage.layer())[index], stage.tiles().at(tile, row, column));
                }
            }
        }
    }

    @Test
    void whatUnitsAddSumsUpToTheImage() {
        Walk walk = walk(Preset.DENSE_64, 0);
        List<WalkStage> stages = WalkStage.of(walk, SIDE, SIDE);
        assertEquals(
                List.of(Kind.IMAGE, Kind.NUMBERS, Kind.DRAWS, Kind.IMAGE),
                stages.stream().map(WalkStage::kind).toList());
        WalkStage draws = stages.get(2);
        for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
            double sum = walk.sum(1, pixel).orElseThrow().bias();
            for (int unit = 0; unit < draws.tiles().count(); unit++) {
                sum += draws.tiles().at(unit, pixel / SIDE, pixel % SIDE);
            }
            assertEquals(walk.output()[pixel], 1 / (1 + Math.exp(-sum)), 1e-5);
        }
    }

    @Test
    void manyUnitsAreTheStrongestInTheirOrder() {
        Walk walk = walk(Preset.VAE_2, 0);
        WalkStage reads = WalkStage.of(walk, SIDE, SIDE).get(1);
        assertEquals(Kind.READS, reads.kind());
        assertEquals(256, reads.count());
        assertEquals(36, reads.tiles().count());
        float[] units = walk.outOf(0);
        float least = Float.MAX_VALUE;
        for (int i = 0; i < 36; i++) {
            assertTrue(i == 0 || reads.tiles().numbers()[i] > reads.tiles().numbers()[i - 1]);
            least = Math.min(least, units[reads.tiles().numbers()[i]]);
        }
        int above = 0;
        for (float unit : units) {
            above += unit > least ? 1 : 0;
        }
        assertEquals(35, above, "none of the others is stronger");
    }

    @Test
    void aDrawIsTheMeanAndAShareOfTheDeviation() {
        Walk still = walk(Preset.VAE_2, 0);
        Walk.Draw none = still.draw().orElseThrow();
        assertArrayEquals(none.mean(), none.code());
        Walk drawn = walk(Preset.VAE_2, 5);
        Walk.Draw draw = drawn.draw().orElseThrow();
        assertArrayEquals(none.mean(), draw.mean());
        for (int d = 0; d < 2; d++) {
            assertNotEquals(0, draw.noise()[d]);
            assertEquals(draw.mean()[d] + draw.deviation()[d] * draw.noise()[d], drawn.code()[d], 1e-6);
        }
        List<WalkStage> stages = WalkStage.of(drawn, SIDE, SIDE);
        assertEquals(
                List.of(Kind.IMAGE, Kind.READS, Kind.DISTRIBUTION, Kind.DRAW, Kind.NUMBERS, Kind.DRAWS, Kind.IMAGE),
                stages.stream().map(WalkStage::kind).toList());
        assertFalse(stages.get(2).isCode());
        assertTrue(stages.get(3).isCode());
        assertEquals(draw.deviation()[1], stages.get(2).tiles().at(1, 0, 1));
        assertEquals(drawn.code()[1], stages.get(3).tiles().at(1, 0, 1));
    }
}

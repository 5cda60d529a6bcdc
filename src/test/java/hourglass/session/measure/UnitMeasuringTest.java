package hourglass.session.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.core.metric.Errors;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.model.Network;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.TrainableNetwork;
import hourglass.session.ask.Portion;
import hourglass.session.measure.Units.Meaning;
import hourglass.session.measure.Units.Order;
import hourglass.testing.Engines;
import hourglass.testing.SmallData;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class UnitMeasuringTest {
    private static final DataSet DATA = SmallData.garments();
    private static final int DEAD = 7;

    /** Where the weights and the bias of one number of dense-64 are 0, so that it is never anything else. */
    private static Network network(Preset preset) {
        Experiment experiment = preset.experiment(new DataSpec("x", ""), 28, 28, 7);
        float[] weights;
        try (TrainableNetwork fresh = Engines.networks().trainable(experiment)) {
            weights = fresh.parameters().toArray();
        }
        if (preset == Preset.DENSE_64) {
            Arrays.fill(weights, DEAD * 784, (DEAD + 1) * 784, 0);
        }
        Network network = Engines.networks().evaluator(experiment.model());
        network.load(Parameters.copyOf(weights));
        return network;
    }

    private static Units measured(Network network) {
        return new UnitMeasuring(Provenance.of(DATA), DATA.test(), NetworkInput.CLEAN).all(network, () -> false);
    }

    @Test
    void aPriceIsTheErrorWithoutTheNumber() {
        try (Network network = network(Preset.DENSE_64)) {
            Units units = measured(network);
            int images = DATA.test().size();
            float[] pixels = DATA.test().images(0, images);
            float[] codes = network.encode(pixels, images);
            double whole = Errors.meanSquaredError(pixels, network.decode(codes, images));
            assertEquals(whole, units.priced().error(), 1e-9);
            for (int i = 0; i < images; i++) {
                codes[i * 64 + 3] = 0;
            }
            double without = Errors.meanSquaredError(pixels, network.decode(codes, images));
            assertEquals(without, units.facts().get(3).silenced(), 1e-9);
            assertEquals(without / whole - 1, units.price(3), 1e-6);
            assertEquals(64, units.known());
        }
    }

    @Test
    void zerosMeansAndTheImagesThatExciteAreCounted() {
        try (Network network = network(Preset.DENSE_64)) {
            Units units = measured(network);
            int images = DATA.test().size();
            float[] codes = network.encode(DATA.test().images(0, images), images);
            int number = 11;
            int zeros = 0;
            double sum = 0;
            for (int i = 0; i < images; i++) {
                zeros += codes[i * 64 + number] == 0 ? 1 : 0;
                sum += codes[i * 64 + number];
            }
            Units.Unit unit = units.facts().get(number);
            assertEquals((double) zeros / images, unit.zeros());
            assertEquals(sum / images, unit.mean(), 1e-6);
            assertEquals(UnitMeasuring.TOP, unit.top().length);
            double least = codes[unit.top()[8] * 64 + number];
            int above = 0;
            for (int i = 0; i < images; i++) {
                above += codes[i * 64 + number] > least ? 1 : 0;
            }
            assertTrue(above <= 8, "none of the others is more excited");
            for (int place = 1; place < 9; place++) {
                assertTrue(codes[unit.top()[place] * 64 + number] <= codes[unit.top()[place - 1] * 64 + number]);
            }
        }
    }

    @Test
    void aNumberThatNeverWakesIsDeadAndCostsNothing() {
        try (Network network = network(Preset.DENSE_64)) {
            Units units = measured(network);
            assertTrue(units.facts().get(DEAD).isDead());
            assertEquals(1, units.facts().get(DEAD).zeros());
            assertEquals(0, units.price(DEAD), 0.0);
            assertEquals(
                    units.dead(),
                    units.facts().stream().filter(unit -> unit.zeros() == 1).count());
            assertFalse(units.dead() == 64);
        }
    }

    @Test
    void picturesAreWeightsWhereNothingLiesBetween() {
        try (Network network = network(Preset.DENSE_64)) {
            Units units = measured(network);
            assertEquals(Meaning.WEIGHTS, units.meaning());
            // After 784 · 64 weights and 64 biases, row by row of the output.
            float expected = network.parameters().get(784 * 64 + 64 + 300 * 64 + 5);
            assertEquals(expected, units.picture(5)[300]);
        }
    }

    @Test
    void elsewhereTheyAreWhatOneMoreChanges() {
        try (Network network = network(Preset.VAE_16)) {
            Units units = measured(network);
            assertEquals(Meaning.ONE_MORE, units.meaning());
            float[] mean = new float[16];
            for (int d = 0; d < 16; d++) {
                mean[d] = (float) units.facts().get(d).mean();
            }
            float[] still = network.decode(mean, 1);
            mean[4] += 1;
            float[] moved = network.decode(mean, 1);
            float[] expected = new float[784];
            for (int i = 0; i < 784; i++) {
                expected[i] = moved[i] - still[i];
            }
            assertArrayEquals(expected, units.picture(4), 1e-6f);
        }
    }

    @Test
    void ordersPutTheLargestFirst() {
        try (Network network = network(Preset.DENSE_64)) {
            Units units = measured(network);
            int[] byPrice = units.sorted(Order.PRICE);
            int[] byZeros = units.sorted(Order.ZEROS);
            int[] byMean = units.sorted(Order.MEAN);
            for (int i = 1; i < 64; i++) {
                assertTrue(units.price(byPrice[i]) <= units.price(byPrice[i - 1]));
                assertTrue(units.facts().get(byZeros[i]).zeros()
                        <= units.facts().get(byZeros[i - 1]).zeros());
                assertTrue(units.facts().get(byMean[i]).mean()
                        <= units.facts().get(byMean[i - 1]).mean());
            }
            assertEquals(63, units.sorted(Order.PLACE)[63]);
        }
    }

    @Test
    void portionsTellWhatIsKnownSoFarAndMayBeBrokenOff() {
        try (Network network = network(Preset.DENSE_64)) {
            UnitMeasuring measuring = new UnitMeasuring(Provenance.of(DATA), DATA.test(), NetworkInput.CLEAN);
            Portion<Units> portion = measuring.apply(network);
            while (portion.known().isEmpty()) {
                portion = measuring.apply(network);
            }
            Units early = portion.known().get();
            assertEquals(0, early.known());
            assertTrue(Double.isNaN(early.price(0)));
            assertTrue(portion.done() < portion.total());
            assertThrows(CancellationException.class, () -> new UnitMeasuring(
                            Provenance.of(DATA), DATA.test(), NetworkInput.CLEAN)
                    .all(network, () -> true));
        }
    }
}

package hourglass.ui.inside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.Preset;
import hourglass.session.measure.Units;
import hourglass.session.measure.Units.Order;
import hourglass.testing.Patience;
import hourglass.ui.inside.InsideModel.Mode;
import hourglass.ui.inside.UnitsModel.State;
import org.junit.jupiter.api.Test;

class UnitsModelTest {
    private static void until(Bench bench, State state) throws InterruptedException {
        Patience patience = new Patience();
        while (bench.model.units().stateProperty().get() != state) {
            bench.settle();
            patience.lasts();
        }
    }

    @Test
    void allPricesAreMeasuredAndSorted() throws InterruptedException {
        try (Bench bench = new Bench(Preset.DENSE_2, Runnable::run)) {
            bench.model.modeProperty().set(Mode.UNITS);
            until(bench, State.DONE);
            UnitsModel model = bench.model.units();
            Units units = model.foundProperty().get().orElseThrow().units();
            assertEquals(2, units.known());
            int[] order = model.sorted();
            assertTrue(units.price(order[0]) >= units.price(order[1]));
            assertEquals(Words.signedPercent(units.price(0)), Words.price(units, 0));
            assertTrue(Words.measuring(State.DONE, model.foundProperty().get())
                    .startsWith("prices on 100 test images, whole code 0."));
            model.orderProperty().set(Order.PLACE);
            assertArrayEquals(new int[] {0, 1}, model.sorted());
        }
    }

    @Test
    void brokenOffItStandsUntilItIsBegunAgain() throws InterruptedException {
        try (Bench bench = new Bench(Preset.DENSE_64, Runnable::run)) {
            bench.settle();
            bench.model.modeProperty().set(Mode.UNITS);
            bench.model.tick();
            bench.model.units().cancel();
            assertEquals(State.CANCELLED, bench.model.units().stateProperty().get());
            bench.settle();
            assertEquals(State.CANCELLED, bench.model.units().stateProperty().get());
            bench.model.units().again();
            until(bench, State.DONE);
        }
    }

    @Test
    void sharesAndPricesAreSaidWithTheirSigns() {
        assertEquals("+50\u00a0%", Words.signedPercent(0.5));
        assertEquals("−2.5\u00a0%", Words.signedPercent(-0.025));
        assertEquals("+0.0\u00a0%", Words.signedPercent(0));
        assertEquals("4\u00a0%", Words.share(0.041));
        assertEquals("−0.26", Words.number(-0.26));
        assertEquals("0.00", Words.number(-0.001));
    }
}

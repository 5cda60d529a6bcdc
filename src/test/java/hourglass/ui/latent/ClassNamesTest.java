package hourglass.ui.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.testing.Painted;
import hourglass.ui.scatter.Viewport;
import org.junit.jupiter.api.Test;

class ClassNamesTest extends LatentFixture {
    private static final Viewport VIEW = Viewport.showing(-0.5, -0.5, 1.5, 1.5, 400, 400, 0);

    private static Painted painted(LatentMap map, int isolated) {
        return Painted.by(400, 400, brush -> ClassNames.paint(brush, VIEW, map, isolated));
    }

    @Test
    void eachNameStandsWhereTheMiddleOfItsCodesIs() throws InterruptedException {
        Bench bench = variational();
        bench.settle();
        LatentMap map = bench.map();
        Painted all = painted(map, -1);
        for (int label = 0; label < 2; label++) {
            double[] at = map.codes().plane().project(map.codes().classMean(label));
            double x = VIEW.screenX(at[0]);
            double y = VIEW.screenY(at[1]);
            assertTrue(all.count(x - 20, y - 8, x + 20, y + 8, Token.INK) > 10, "class " + label);
            double[] other = map.codes().plane().project(map.codes().classMean(1 - label));
            Painted alone = painted(map, label);
            assertTrue(alone.count(x - 20, y - 8, x + 20, y + 8, Token.INK) > 10, "class " + label);
            x = VIEW.screenX(other[0]);
            y = VIEW.screenY(other[1]);
            assertEquals(0, alone.count(x - 20, y - 8, x + 20, y + 8, Token.INK), "the other is not shown strongly");
        }
    }
}

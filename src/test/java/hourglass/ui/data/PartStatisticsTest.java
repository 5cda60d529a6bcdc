package hourglass.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.IdxFolder;
import hourglass.core.data.ImageSet;
import hourglass.core.data.Sketchwear;
import hourglass.testing.Patience;
import hourglass.testing.RealData;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartStatisticsTest {
    private static PartFacts all(ImageSet images) {
        PartStatistics statistics = new PartStatistics(images);
        statistics.advance(() -> true);
        return statistics.facts();
    }

    @Test
    void meansAreThoseOfHandComputation() {
        // Hat: images 0 and 2, pixels (0, 255) and (20, 235); Scarf: image 1, pixels (10, 245); no Glove.
        PartFacts facts = all(TinyData.images(TinyData.CLASSES, 0, 1, 0));
        assertEquals(List.of(2, 1, 0), facts.counts());
        assertEquals(0xFF0A0A0A, facts.means().argb(0, 0, 0));
        assertEquals(0xFFF5F5F5, facts.means().argb(0, 1, 0));
        assertEquals(0xFF0A0A0A, facts.means().argb(1, 0, 0));
        assertEquals(0xFF000000, facts.means().argb(2, 1, 0));
    }

    @Test
    void meanAndDeviationAreThoseOfHandComputation() {
        // Pixels 0, 255, 10, 245: mean 127.5, squared distances 2 · 127.5² + 2 · 117.5².
        PartFacts facts = all(TinyData.images(TinyData.CLASSES, 0, 1));
        assertEquals(0.5, facts.mean(), 1e-12);
        assertEquals(Math.sqrt((127.5 * 127.5 + 117.5 * 117.5) / 2) / 255, facts.deviation(), 1e-12);
    }

    @Test
    void countingInSlicesGivesTheSame() {
        ImageSet images = Sketchwear.generate(5, 300, 10).train();
        PartStatistics slow = new PartStatistics(images);
        int slices = 0;
        Patience patience = new Patience();
        while (!slow.isComplete()) {
            patience.lasts();
            int[] asked = {0};
            slow.advance(() -> asked[0]++ < 1);
            slices++;
        }
        assertTrue(slices > 10, "only " + slices + " slices");
        PartFacts once = all(images);
        assertEquals(once.mean(), slow.facts().mean());
        assertEquals(once.deviation(), slow.facts().deviation());
        for (int pixel = 0; pixel < 784; pixel++) {
            assertEquals(
                    once.means().argb(9, pixel % 28, pixel / 28),
                    slow.facts().means().argb(9, pixel % 28, pixel / 28));
        }
    }

    @Test
    void saysHowFarItIs() {
        PartStatistics statistics =
                new PartStatistics(Sketchwear.generate(5, 100, 10).train());
        assertEquals(0, statistics.facts().seen());
        assertFalse(statistics.facts().isComplete());
        statistics.advance(() -> true);
        assertEquals(100, statistics.facts().seen());
        assertTrue(statistics.facts().isComplete());
    }

    @Test
    void fashionMnistHasThePublishedMeanAndDeviation() throws IOException {
        PartFacts facts = all(IdxFolder.load(RealData.require()).train());
        assertEquals(0.2860, facts.mean(), 5e-5);
        assertEquals(0.3530, facts.deviation(), 5e-5);
    }
}

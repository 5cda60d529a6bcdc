package hourglass.session.measure;

import static hourglass.session.measure.TinyData.squared;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.ask.Portion;
import hourglass.testing.RecordingNetworks;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ImageErrorsTest {
    private final DataSet data = TinyData.of("a", 200, 40, 120, 40);
    private final ModelSnapshot model = RecordingNetworks.snapshot(1, 2);

    private static float[] halved(float[] images, int n) {
        float[] half = images.clone();
        for (int i = 0; i < half.length; i++) {
            half[i] /= 2;
        }
        return half;
    }

    private static float[] black(float[] images, int n) {
        return new float[images.length];
    }

    private ImageErrors of(DataSet set, Reconstruction made) {
        return new ErrorMeasuring(Provenance.of(set, model), set.test()).all(made, () -> false);
    }

    @Test
    void everyImageHasItsMeanSquaredErrorAndItsRank() {
        ImageErrors errors = of(data, ImageErrorsTest::halved);
        assertEquals(squared(100), errors.of(0), 1e-6);
        assertEquals(squared(20), errors.of(1), 1e-6);
        assertEquals(squared(60), errors.of(2), 1e-6);
        assertEquals((squared(100) + 2 * squared(20) + squared(60)) / 4, errors.mean(), 1e-6);
        assertEquals(4, errors.size());
        assertEquals(1, errors.ranked(0), "the best first, of equals the earlier");
        assertEquals(3, errors.ranked(1));
        assertEquals(2, errors.ranked(2));
        assertEquals(0, errors.ranked(3));
    }

    @Test
    void onlyErrorsOnTheSameDataAreHeldAgainstEachOther() {
        ImageErrors half = of(data, ImageErrorsTest::halved);
        assertEquals(OptionalInt.of(4), half.smallerThan(of(data, ImageErrorsTest::black)));
        assertEquals(OptionalInt.of(0), half.smallerThan(half));
        DataSet other = TinyData.of("b", 200, 40, 120, 40);
        assertEquals(OptionalInt.empty(), half.smallerThan(of(other, ImageErrorsTest::black)));
        DataSet smaller = TinyData.of("c", 200);
        assertEquals(OptionalInt.empty(), half.smallerThan(of(smaller, ImageErrorsTest::black)));
    }

    @Test
    void theyAreMeasuredInSmallPortions() {
        int[] many = new int[2000];
        Arrays.fill(many, 51);
        DataSet set = TinyData.of("many", many);
        ErrorMeasuring measuring = new ErrorMeasuring(Provenance.of(set), set.test());
        Portion<ImageErrors> portion = measuring.next(ImageErrorsTest::black);
        assertEquals(64, portion.done());
        assertEquals(2000, portion.total());
        int before = portion.done();
        while (!portion.isLast()) {
            assertTrue(portion.known().isEmpty());
            portion = measuring.next(ImageErrorsTest::black);
            assertTrue(portion.done() - before <= 512 || portion.isLast());
            before = portion.done();
        }
        assertEquals(0.04, portion.known().orElseThrow().mean(), 1e-6);
        assertEquals(Provenance.of(set), portion.known().orElseThrow().provenance());
    }

    @Test
    void inOneGoTheyCanBeBrokenOff() {
        ErrorMeasuring measuring = new ErrorMeasuring(Provenance.of(data), data.test());
        assertThrows(CancellationException.class, () -> measuring.all(ImageErrorsTest::black, () -> true));
    }

    @Test
    void laterMomentsOfOneTrainingContinueEarlierOnes() {
        Provenance early = new Provenance("a", java.util.Optional.of(model.run()), progress(3));
        Provenance late = new Provenance("a", java.util.Optional.of(model.run()), progress(8));
        assertTrue(late.continues(early));
        assertEquals(false, early.continues(late));
        assertEquals(false, late.continues(new Provenance("b", early.run(), early.progress())));
        Provenance pca = Provenance.of(data);
        assertEquals(false, pca.continues(pca), "nothing learns there");
    }

    private static hourglass.engine.model.Progress progress(long iteration) {
        return new hourglass.engine.model.Progress(0, 0, iteration);
    }
}

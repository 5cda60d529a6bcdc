package hourglass.ui.oddities;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageBlock;
import hourglass.core.data.Preparation;
import hourglass.core.noise.Damage;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.Progress;
import hourglass.session.look.Look;
import hourglass.session.look.Origin;
import hourglass.session.look.OwnImage;
import hourglass.session.measure.Mixture;
import hourglass.session.measure.Odd;
import hourglass.session.measure.OddityMeasuring;
import hourglass.session.measure.OddityScore;
import hourglass.session.measure.OddityScores;
import hourglass.testing.FakeNetwork;
import hourglass.testing.SmallData;
import hourglass.testing.Snapshots;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What is said of scores that are made to be known: a network whose error is told for each image. */
class WordsTest {
    private final DataSet data = SmallData.garments();
    private final int bags =
            (int) Arrays.stream(labels()).filter(label -> label == 8).count();

    private int[] labels() {
        int[] labels = new int[data.test().size()];
        Arrays.setAll(labels, data.test()::label);
        return labels;
    }

    /** A network whose error is told for each image. */
    private Found found(Odd odd, Optional<String> without, BiFunction<Mixture, Integer, Float> error) {
        Experiment all = SmallData.dense(data, 1);
        Experiment experiment = all.withData(all.data().without(without));
        ModelSnapshot model = Snapshots.of("words", experiment, new Progress(1, 0, 5));
        Mixture mixture = Mixture.of(data, odd);
        int[] next = {0};
        Network network = new FakeNetwork(experiment.model()) {
            @Override
            public float[] reconstruct(float[] images, int n) {
                float[] drawn = images.clone();
                for (int i = 0; i < n; i++) {
                    float shift = (float) Math.sqrt(error.apply(mixture, next[0]++));
                    for (int p = 0; p < 784; p++) {
                        drawn[i * 784 + p] += shift;
                    }
                }
                return drawn;
            }
        };
        OddityScores scores = new OddityMeasuring(model, data, mixture, Set.of()).all(network, () -> false);
        return new Found(new Look(Origin.TONIGHT, "", model, data), scores, OddityScore.SQUARED_ERROR);
    }

    /** Every bag but one in four stands out. */
    private static float standOut(Mixture mixture, int image) {
        return mixture.isOdd(image) && image % 4 != 0 ? 0.04f : 0.01f;
    }

    @Test
    void whatIsFoundStandsInNumbers() {
        Found found = found(Odd.ofClass("Bag"), Optional.empty(), WordsTest::standOut);
        long caught = 0;
        for (int i = 0; i < 100; i++) {
            caught += data.test().label(i) == 8 && i % 4 != 0 ? 1 : 0;
        }
        long share = Math.round(100.0 * caught / bags);
        assertEquals("The error finds " + share + " of 100 images of Bag", Words.finding(found, 0.02));
        assertEquals("The error finds 0 of 100 images of Bag", Words.finding(found, 0.05));
        assertEquals(
                "But the network was trained with this class. Train it without Bag and see what changes.",
                Words.behind(found));
        assertEquals("threshold 0.0200", Words.thresholdLine(0.02));
        assertEquals(
                Words.percent(caught / 100.0) + " of 100 flagged",
                Words.flaggedLine(found, 0.02).replace('\u00a0', ' ').replace(" %", "\u00a0%"));
        assertEquals("odd: Bag", Words.oddPart(found));
        assertEquals(Math.min(caught, 4) + " of the first 4 are odd", Words.top(found, 4));
    }

    @Test
    void aClassThatWasLeftOutIsSaidToBeNew() {
        Found found = found(Odd.ofClass("Bag"), Optional.of("Bag"), WordsTest::standOut);
        assertEquals(
                "The network has never seen Bag. All that is right of the line is called odd.", Words.behind(found));
        Found other = found(Odd.ofClass("Bag"), Optional.of("Coat"), WordsTest::standOut);
        assertEquals(
                "But the network was trained with this class. Train it without Bag and see what changes.",
                Words.behind(other));
    }

    @Test
    void failureIsTaughtInMeasuredNumbers() {
        Found found = found(
                Odd.of(Damage.DIMMED),
                Optional.empty(),
                (mixture, image) -> mixture.isOdd(image) ? image % 10 == 0 ? 0.05f : 0.01f : 0.03f);
        assertEquals("Dimmed to half, images look more normal", Words.finding(found, 0.02));
        assertEquals(
                "90 of 100 copies score less than what they were made of, and in only 10 of 100 pairs does the odd one"
                        + " score more: low error is not normality.",
                Words.behind(found));
        Found bags =
                found(Odd.ofClass("Bag"), Optional.of("Bag"), (mixture, image) -> mixture.isOdd(image) ? 0.01f : 0.03f);
        assertEquals("Images of Bag look more normal than the others", Words.finding(bags, 0.02));
        assertEquals(
                "In only 0 of 100 pairs does the odd one score more than the usual one: low error is not normality.",
                Words.behind(bags));
    }

    @Test
    void damageThatIsFoundSaysHowManyLookMoreNormalAllTheSame() {
        Found found = found(
                Odd.of(Damage.UPSIDE_DOWN),
                Optional.empty(),
                (mixture, image) -> mixture.isOdd(image) ? image % 10 == 0 ? 0.01f : 0.09f : 0.03f);
        assertEquals("The error finds 90 of 100 images that are upside down", Words.finding(found, 0.05));
        assertEquals(
                "10 of 100 copies score less than what they were made of. In 90 of 100 pairs the odd one scores more"
                        + " than the usual one.",
                Words.behind(found));
    }

    @Test
    void dimGarmentsInWords() {
        assertEquals(
                "Half as bright looks more normal: the error is lower for 9\u00a0995 of the 10\u00a0000 test images.",
                Words.dimmed(Optional.of(9995), 10_000));
        assertEquals(
                "Half as bright looks more normal for only 12 of the 100 test images.",
                Words.dimmed(Optional.of(12), 100));
        assertEquals("Does half as bright look more normal? It is being measured.", Words.dimmed(Optional.empty(), 0));
    }

    @Test
    void aDrawingOfOnesOwn() {
        Found found = found(Odd.ofClass("Bag"), Optional.empty(), WordsTest::standOut);
        OwnImage mug = new OwnImage("Mug", ImageBlock.copyOf(1, 1, new float[1]), Preparation.NONE);
        Own odd = new Own(mug, found.scores(), Map.of(OddityScore.SQUARED_ERROR, 0.9));
        assertEquals(
                "Mug: rank 1 of 100 (Squared error 0.9000); 1 is the most suspect.",
                Words.own(odd, OddityScore.SQUARED_ERROR));
        Own usual = new Own(mug, found.scores(), Map.of(OddityScore.SQUARED_ERROR, 1e-4));
        assertEquals(
                "Mug: rank 100 of 100 (Squared error 0.0001); 1 is the most suspect.",
                Words.own(usual, OddityScore.SQUARED_ERROR));
        assertEquals("Mug", Words.own(usual, OddityScore.CODE_DISTANCE), "what is not known yet is not said");
    }

    @Test
    void numbersAsPeopleReadThem() {
        assertEquals("0.0123", Words.value(0.01234));
        assertEquals("12.35", Words.value(12.345678));
        assertEquals("234.6", Words.value(234.56));
        assertEquals("9.6\u00a0%", Words.percent(0.0955));
        assertEquals("31\u00a0%", Words.percent(0.311));
        assertEquals("99.9\u00a0%", Words.percent(0.9994));
        assertEquals("0\u00a0%", Words.percent(0));
        assertEquals("100\u00a0%", Words.percent(1));
        assertEquals("–", Words.percent(Double.NaN));
        assertEquals("squared error per pixel", Words.axis(OddityScore.SQUARED_ERROR));
        assertEquals("−ELBO, nats per image", Words.axis(OddityScore.NEGATIVE_ELBO));
        assertEquals("turned by 90°", Words.damage(Damage.TURNED));
    }
}

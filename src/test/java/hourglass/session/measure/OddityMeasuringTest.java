package hourglass.session.measure;

import static hourglass.session.measure.TinyData.squared;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataOrigin;
import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.noise.Damage;
import hourglass.core.spec.InvalidSpecException;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.session.ask.Portion;
import hourglass.testing.FakeNetwork;
import hourglass.testing.RecordingNetworks;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class OddityMeasuringTest {
    private final DataSet data = TinyData.of("a", 200, 40, 120, 60);
    private final ModelSnapshot model = RecordingNetworks.snapshot(1, 1);

    /** Its code is the first pixel, and it draws white times 0.5 whatever the code. */
    private Network grey() {
        return new FakeNetwork(model.experiment().model()) {
            @Override
            public float[] encode(float[] images, int n) {
                float[] codes = new float[n];
                for (int i = 0; i < n; i++) {
                    codes[i] = images[4 * i];
                }
                return codes;
            }

            @Override
            public float[] decode(float[] codes, int n) {
                float[] images = new float[4 * n];
                Arrays.fill(images, 0.5f);
                return images;
            }
        };
    }

    private OddityScores scores(Mixture mixture, Set<OddityScore> wanted) {
        return new OddityMeasuring(model, data, mixture, wanted).all(grey(), () -> false);
    }

    private static String refused(Runnable asked) {
        return assertThrows(InvalidSpecException.class, asked::run).getMessage();
    }

    @Test
    void aClassIsFoundByItsErrorAndBrightnessIsHeldAgainstIt() {
        OddityScores scores = scores(Mixture.of(data, Odd.ofClass("Dark")), Set.of());
        OddityScores.Scored error = scores.by(OddityScore.SQUARED_ERROR).orElseThrow();
        assertEquals(squared(72.5), error.of(0), 1e-6);
        assertEquals(squared(87.5), error.of(1), 1e-6);
        assertEquals(squared(67.5), error.of(3), 1e-6);
        assertEquals(0.75, error.detection().rocArea(), "only 200 against 60 is the wrong way round");
        OddityScores.Scored bright = scores.by(OddityScore.BRIGHTNESS).orElseThrow();
        assertEquals(40 / 255.0, bright.of(1), 1e-6);
        assertEquals(0, bright.detection().rocArea());
        assertEquals(Provenance.of(data, model), scores.provenance());
        assertTrue(scores.lowered(OddityScore.SQUARED_ERROR).isEmpty(), "nothing was damaged");
        assertEquals(Optional.empty(), scores.by(OddityScore.CODE_DISTANCE));
    }

    @Test
    void ranksCountFromTheOddest() {
        OddityScores scores = scores(Mixture.of(data, Odd.ofClass("Dark")), Set.of());
        OddityScores.Scored error = scores.by(OddityScore.SQUARED_ERROR).orElseThrow();
        assertEquals(1, error.rank(1, 4));
        assertEquals(1, error.rank(error.of(1), 4));
        assertEquals(2, error.rank(error.of(0), 4));
        assertEquals(5, error.rank(0, 4));
    }

    @Test
    void dimmedImagesLookMoreUsualWhereTheNetworkDrawsGrey() {
        Mixture mixture = Mixture.of(data, Odd.of(Damage.DIMMED));
        assertEquals(8, mixture.size());
        OddityScores scores = scores(mixture, Set.of());
        // Of 200 only: half of it, 100, is nearer to 127.5; of the others it is farther.
        assertEquals(1, scores.lowered(OddityScore.SQUARED_ERROR).orElseThrow());
        assertEquals(
                squared(27.5),
                scores.by(OddityScore.SQUARED_ERROR).orElseThrow().of(4),
                1e-6);
    }

    @Test
    void addedImagesComeAfterTheTestImages() {
        Mixture mixture = Mixture.of(data, Odd.of(Damage.INVERTED));
        float[] across = mixture.images(3, 2);
        assertArrayEquals(new float[] {60 / 255f, 60 / 255f, 60 / 255f, 60 / 255f}, Arrays.copyOf(across, 4), 1e-6f);
        assertArrayEquals(new float[] {55 / 255f}, Arrays.copyOfRange(across, 4, 5), 1e-6f);
        assertArrayEquals(new float[] {195 / 255f}, Arrays.copyOfRange(mixture.images(7, 1), 0, 1), 1e-6f);
        assertArrayEquals(new float[] {215 / 255f}, Arrays.copyOf(mixture.images(5, 2), 1), 1e-6f);
        assertTrue(mixture.isOdd(4));
        assertFalse(mixture.isOdd(3));
        assertEquals(1, mixture.index(5));
        assertEquals("Dark", mixture.className(5));
    }

    @Test
    void distancesLeaveOutWhatIsOdd() {
        byte[] train = {100, 100, 100, 100, 40, 40, 40, 40};
        ImageSet both = ImageSet.of(2, 2, train, new byte[] {0, 1}, List.of("Bright", "Dark"));
        DataSet own = new DataSet("Two", "made up", DataOrigin.IDX_FOLDER, Map.of("all", "01"), both, both);
        Mixture mixture = Mixture.of(own, Odd.ofClass("Dark"));
        OddityScores scores = new OddityMeasuring(model, own, mixture, EnumSet.of(OddityScore.CODE_DISTANCE))
                .all(grey(), () -> false);
        OddityScores.Scored far = scores.by(OddityScore.CODE_DISTANCE).orElseThrow();
        assertEquals(0, far.of(0), 1e-6);
        assertEquals(60 / 255.0, far.of(1), 1e-6, "its own training image is not known");
    }

    @Test
    void whatIsKnownComesInSteps() {
        OddityMeasuring measuring = new OddityMeasuring(
                model, data, Mixture.of(data, Odd.ofClass("Dark")), Set.of(OddityScore.CODE_DISTANCE));
        Network network = grey();
        Portion<OddityScores> first = measuring.apply(network);
        assertFalse(first.isLast());
        assertEquals(
                Set.of(OddityScore.SQUARED_ERROR, OddityScore.CROSS_ENTROPY, OddityScore.BRIGHTNESS),
                first.known().orElseThrow().known());
        measuring.apply(network);
        Portion<OddityScores> last = measuring.apply(network);
        assertTrue(last.isLast());
        assertTrue(last.known().orElseThrow().known().contains(OddityScore.CODE_DISTANCE));
    }

    @Test
    void cancelledWorkHasNoResult() {
        OddityMeasuring measuring = new OddityMeasuring(model, data, Mixture.of(data, Odd.ofClass("Dark")), Set.of());
        assertThrows(CancellationException.class, () -> measuring.all(grey(), () -> true));
    }

    @Test
    void whatCountsAsOddIsReadFromText() {
        assertEquals(Odd.ofClass("T-shirt/top"), Odd.parse("class:T-shirt/top"));
        assertEquals(Odd.of(Damage.UPSIDE_DOWN), Odd.parse("damage:upside-down"));
        assertEquals(Odd.ofSet("mnist"), Odd.parse("SET: mnist"));
        assertEquals(Odd.ofSet("/some/where"), Odd.parse("folder:/some/where"));
        assertEquals("class:Bag", Odd.ofClass("Bag").toString());
        assertTrue(refused(() -> Odd.parse("Bag")).contains("class:NAME, set:NAME, folder:PATH or damage:NAME"));
        assertTrue(refused(() -> Odd.parse("damage:bent")).contains("choose one of turned, mirrored"));
        assertTrue(refused(() -> Odd.parse("class:")).contains("needs a name after \"class:\""));
    }

    @Test
    void wrongTurnsAreSaidInSentences() {
        assertEquals(
                "Tiny has no class \"Bag\"; it has Bright, Dark.", refused(() -> Mixture.of(data, Odd.ofClass("Bag"))));
        assertEquals(
                "Nothing is odd: none of the test images of Tiny is of the class \"Dark\".",
                refused(() -> Mixture.of(TinyData.of("b", 5), Odd.ofClass("Dark"))));
        assertEquals(
                "Everything is odd: all test images of Tiny are of the class \"Bright\", so there is nothing to tell"
                        + " them from.",
                refused(() -> Mixture.of(TinyData.of("b", 5), Odd.ofClass("Bright"))));
        assertEquals(
                "Nothing is odd: the images of Tiny are the test images themselves.",
                refused(() -> Mixture.with(data, TinyData.of("a", 1, 2))));
        ImageSet wide = ImageSet.of(3, 1, new byte[3], new byte[1], List.of("A"));
        DataSet other = new DataSet("Wide", "made up", DataOrigin.IDX_FOLDER, Map.of("all", "x"), wide, wide);
        assertEquals(
                "The images of Wide have 3×1 pixels, those of Tiny 2×2; only images of one size can be mixed.",
                refused(() -> Mixture.with(data, other)));
        assertEquals(
                "Only square images can be turned by 90°; these are 3×1.",
                refused(() -> Mixture.of(other, Odd.of(Damage.TURNED))));
        assertNotEquals(
                Mixture.with(data, TinyData.of("b", 1)).id(),
                Mixture.with(data, TinyData.of("c", 1)).id());
    }
}

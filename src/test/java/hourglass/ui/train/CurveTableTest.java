package hourglass.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.engine.model.EpochResult;
import hourglass.ui.train.CurveSamples.Kind;
import hourglass.ui.train.CurveSamples.PerEpoch;
import hourglass.ui.train.CurveTable.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTableTest {
    private static final List<EpochResult> TWO =
            List.of(new EpochResult(1, 0.5, 0.6, 1, 100, 7, 8), new EpochResult(2, 0.3, 0.4, 1, 100, 5, 6));

    /** Heading and rows, without a line of provenance above them. */
    private static List<String> lines(List<Column> columns) {
        return CurveTable.of("of a test", columns)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @Test
    void everyNumberStandsInItsColumnAndAtItsEpoch() {
        List<Column> columns = List.of(
                new Column("training", new PerEpoch(TWO, Kind.TRAINING)),
                new Column("validation", new PerEpoch(TWO.subList(1, 2), Kind.VALIDATION)),
                new Column("nothing", new PerEpoch(List.of(), Kind.TRAINING)),
                new Column("kl", new PerEpoch(TWO, Kind.VALIDATION_KL)));
        assertEquals(List.of("epoch,training,validation,kl", "1.0,0.5,,8.0", "2.0,0.3,0.4,6.0"), lines(columns));
    }

    @Test
    void theColumnsOfAHistoryAreNamedForWhatTheyHold() {
        CurveSet losses = CurveSet.history(TWO, Kind.TRAINING, Kind.VALIDATION);
        CurveSet divergences = CurveSet.history(TWO, Kind.TRAINING_KL, Kind.VALIDATION_KL);
        assertEquals(
                List.of("epoch,training_loss,validation_loss", "1.0,0.5,0.6", "2.0,0.3,0.4"),
                lines(losses.columns("loss")));
        assertEquals(
                List.of("epoch,training_kl,validation_kl", "1.0,7.0,8.0", "2.0,5.0,6.0"),
                lines(divergences.columns("kl")));
    }

    @Test
    void aNumberThatIsNoneLeavesItsCellEmpty() {
        List<EpochResult> broken = List.of(new EpochResult(1, Double.NaN, 0.6, 1, 100));
        assertEquals(
                List.of("epoch,training_loss,validation_loss", "1.0,,0.6"),
                lines(CurveSet.history(broken, Kind.TRAINING, Kind.VALIDATION).columns("loss")));
    }
}

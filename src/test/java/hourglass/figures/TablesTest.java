package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hourglass.core.data.ImageSet;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.store.Report;
import hourglass.session.runs.RunRecord;
import hourglass.testing.RunRecords;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each table by its heading and a row whose numbers are all different, so that no two columns can be swapped. */
class TablesTest {
    private static final Attribution ORIGIN = new Attribution("Dense", 5, 7, "Plain");

    private static ImageSet images() {
        return ImageSet.of(1, 1, new byte[4], new byte[] {0, 1, 0, 1}, List.of("Bag", "=1+1"));
    }

    private static List<String> lines(Table table) {
        return table.csv().lines().toList();
    }

    @SuppressWarnings("ArrayRecordComponent") // lives for one test
    private record Values(double[] x, double[] y) implements CurveContent.Samples {
        @Override
        public int size() {
            return x.length;
        }

        @Override
        public double x(int index) {
            return x[index];
        }

        @Override
        public double y(int index) {
            return y[index];
        }
    }

    @Test
    void pointsOfAPlane() {
        List<String> lines =
                lines(Tables.points(images(), new int[] {2, 3}, new float[] {1.5f, -2, 1e-3f, 30}, ORIGIN));
        assertEquals(
                List.of(
                        "index,class,x,y,model,epochs,seed,data",
                        "2,Bag,1.5,-2,Dense,5,7,Plain",
                        "3,'=1+1,0.001,30,Dense,5,7,Plain"),
                lines);
        assertThrows(
                IllegalArgumentException.class, () -> Tables.points(images(), new int[] {1}, new float[] {1}, ORIGIN));
    }

    @Test
    void errorsOfImages() {
        List<String> lines =
                lines(Tables.errors(images(), i -> 0.01 * (i + 1), i -> i == 1 ? Double.NaN : 0.5, ORIGIN));
        assertEquals("index,class,network_mse,pca_mse,model,epochs,seed,data", lines.get(0));
        assertEquals("0,Bag,0.01,0.5,Dense,5,7,Plain", lines.get(1));
        assertEquals("1,'=1+1,0.02,,Dense,5,7,Plain", lines.get(2));
        assertEquals(5, lines.size());
    }

    @Test
    void curvesByEpoch() {
        Values training = new Values(new double[] {0.5, 1, 1.5}, new double[] {9, 8, 7});
        Values validation = new Values(new double[] {1}, new double[] {6});
        Values none = new Values(new double[0], new double[0]);
        List<String> lines = lines(Tables.curves(
                List.of(
                        new Tables.Series("training_loss", training),
                        new Tables.Series("sample_loss", none),
                        new Tables.Series("validation_loss", validation)),
                ORIGIN));
        assertEquals(
                List.of(
                        "epoch,training_loss,validation_loss,model,epochs,seed,data",
                        "0.5,9,,Dense,5,7,Plain",
                        "1,8,6,Dense,5,7,Plain",
                        "1.5,7,,Dense,5,7,Plain"),
                lines);
    }

    @Test
    void runsWithTheirSettingsAndWhatTheyCameTo() {
        Experiment vae = RunRecords.experiment(Preset.VAE_2, 9);
        RunRecord first = RunRecords.called(
                RunRecords.of("a/one", RunRecords.experiment(Preset.STACKED_30, 7), 0.5, 0.25, 0.375), "Mine", "=note");
        RunRecord second = RunRecords.of(
                "a/two",
                vae,
                new Report.Figures(
                        Optional.of(new Report.Quality(0.01, 0.02, 0.5)),
                        Optional.empty(),
                        Optional.of(new Report.Variational(240, 230, 10, List.of(7.0, 3.0), 235))),
                0.3);
        List<String> lines = lines(Tables.runs(List.of(first, second)));
        List<String> head = List.of(lines.get(0).split(",", -1));
        List<String> one = List.of(lines.get(1).replace("\"100\"", "100").split(",", -1));
        List<String> two = List.of(lines.get(2).split(",", -1));
        assertEquals(head.size(), two.size());
        assertEquals(List.of("a", "one"), List.of("a", one.get(head.indexOf("run"))));
        assertEquals("Mine", one.get(head.indexOf("name")));
        assertEquals("'=note", one.get(head.indexOf("note")));
        assertEquals("30", one.get(head.indexOf("code")));
        assertEquals("100", one.get(head.indexOf("hidden")));
        assertEquals("", one.get(head.indexOf("beta")));
        assertEquals("0.25", one.get(head.indexOf("best_error")));
        assertEquals("2", one.get(head.indexOf("best_epoch")));
        assertEquals("0.375", one.get(head.indexOf("last_error")));
        assertEquals("30", one.get(head.indexOf("seconds")));
        assertEquals("700", one.get(head.indexOf("images_per_second")));
        assertEquals("squared_error", one.get(head.indexOf("unit")));
        assertEquals("7", one.get(head.indexOf("seed")));
        assertEquals("1", two.get(head.indexOf("beta")));
        assertEquals("0.01", two.get(head.indexOf("test_mse")));
        assertEquals("0.02", two.get(head.indexOf("pca_mse")));
        assertEquals("240", two.get(head.indexOf("negative_elbo")));
        assertEquals("10", two.get(head.indexOf("kl")));
        assertEquals("7 3", two.get(head.indexOf("kl_per_number")));
        assertEquals("nats", two.get(head.indexOf("unit")));
    }
}

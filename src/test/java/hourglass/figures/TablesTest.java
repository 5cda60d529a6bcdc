package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hourglass.core.data.ImageSet;
import java.util.List;
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
}

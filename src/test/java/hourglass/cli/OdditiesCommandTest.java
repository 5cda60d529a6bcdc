package hourglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hourglass.core.data.DataSet;
import hourglass.core.metric.Detection;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.store.ModelStore;
import hourglass.testing.Engines;
import hourglass.testing.SmallData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OdditiesCommandTest {
    @TempDir
    Path folder;

    private final DataSet data = SmallData.garments();
    private CommandLab lab;
    private Path model;

    @BeforeEach
    void saveAModel() throws IOException {
        lab = new CommandLab(folder, StripeNetworks::new);
        model = save(Preset.VAE_2.experiment(new DataSpec(data.name(), data.fingerprint()), 784, 7));
    }

    private Path save(Experiment experiment) throws IOException {
        Path file = folder.resolve(experiment.preset() + ".safetensors");
        new ModelStore("test").save(file, ModelFiguresTest.snapshot(experiment));
        return file;
    }

    private JsonNode areas(Path out) throws IOException {
        return new ObjectMapper().readTree(out.resolve("areas.json").toFile());
    }

    @Test
    void theAreasAreThoseOfTheScoresInTheTable() throws IOException {
        Path out = folder.resolve("out");
        lab.succeeds("oddities --model " + model + " --odd class:Bag --out " + out);
        List<String> lines = Files.readAllLines(out.resolve("scores.csv"));
        assertEquals(
                "index,class,odd,squared_error,cross_entropy,negative_elbo,code_distance,brightness,odd_is,model,epochs"
                        + ",seed,data",
                lines.get(0));
        assertEquals(101, lines.size());
        float[] scores = new float[100];
        boolean[] odd = new boolean[100];
        for (int i = 0; i < 100; i++) {
            String[] cells = lines.get(i + 1).split(",", -1);
            assertEquals(Integer.toString(i), cells[0]);
            assertEquals(data.test().className(i), cells[1]);
            odd[i] = cells[2].equals("1");
            assertEquals(data.test().className(i).equals("Bag"), odd[i]);
            scores[i] = Float.parseFloat(cells[6]);
        }
        JsonNode areas = areas(out);
        assertEquals(10, areas.at("/oddImages").intValue());
        assertEquals(100, areas.at("/images").intValue());
        assertEquals("class:Bag", areas.at("/odd").textValue());
        Detection detection = new Detection(scores, odd);
        assertEquals(
                detection.rocArea(), areas.at("/scores/code_distance/rocArea").doubleValue(), 1e-12);
        assertEquals(
                detection.averagePrecision(),
                areas.at("/scores/code_distance/averagePrecision").doubleValue(),
                1e-12);
        Detection.Flagged third = detection.at(3);
        List<String> roc = Files.readAllLines(out.resolve("roc.csv"));
        assertEquals("score,threshold,false_alarms,recall,odd_is,model,epochs,seed,data", roc.get(0));
        assertRow(roc, detection.threshold(3), third.falseAlarms(), third.recall());
        List<String> pr = Files.readAllLines(out.resolve("pr.csv"));
        assertEquals("score,threshold,recall,precision,odd_is,model,epochs,seed,data", pr.get(0));
        assertRow(pr, detection.threshold(3), third.recall(), third.precision());
        assertTrue(ImageIO.read(out.resolve("oddities.png").toFile()).getWidth() > 1700);
    }

    @Test
    void theFigureIsOfTheKindAndWidthAskedFor() throws IOException {
        Path out = folder.resolve("svg");
        lab.succeeds("oddities --model " + model + " --odd class:Bag --format svg --width 180mm --out " + out);
        String svg = Files.readString(out.resolve("oddities.svg"));
        assertTrue(svg.contains(" width=\"180mm\"") && svg.contains(">false alarms</text>"));
        assertFalse(Files.exists(out.resolve("oddities.png")));
        lab.refused("oddities --model " + model + " --odd class:Bag --format gif", "expected one of [PNG, SVG, PDF]");
    }

    /** The row of the fourth threshold of the distances. */
    private static void assertRow(List<String> lines, double threshold, double first, double second) {
        String[] cells = lines.stream()
                .filter(line -> line.startsWith("code_distance,"))
                .skip(3)
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        assertEquals(threshold, Double.parseDouble(cells[1]), 1e-9);
        assertEquals(first, Double.parseDouble(cells[2]), 1e-7);
        assertEquals(second, Double.parseDouble(cells[3]), 1e-7);
        assertEquals("class:Bag", cells[4]);
    }

    @Test
    void damagedCopiesAreAddedAndComparedWithTheirOriginals() throws IOException {
        Path dense = save(SmallData.dense(data, 1));
        Path out = folder.resolve("out");
        lab.succeeds("oddities --model " + dense + " --odd damage:mirrored --out " + out);
        assertEquals(200, areas(out).at("/images").intValue());
        assertEquals(100, areas(out).at("/oddImages").intValue());
        assertTrue(areas(out).at("/scores/squared_error").has("lowerThanOriginal"));
        assertFalse(areas(out).at("/scores").has("negative_elbo"), "only a variational network has a bound");
        assertTrue(lab.out().contains("of 100 damaged images have a lower error"), lab.out());
    }

    @Test
    void otherDataAreMixedIn() throws IOException {
        Path out = folder.resolve("out");
        lab.succeeds("oddities --model " + model + " --odd set:sketchwear --out " + out);
        assertEquals(1100, areas(out).at("/images").intValue());
    }

    @Test
    void wrongTurnsAreRefusedInOneSentenceBeforeAnythingIsWritten() throws IOException {
        String oddities = "oddities --model " + model + " --odd ";
        lab.refused(oddities + "class:Hat", "Sketchwear has no class \"Hat\"; it has T-shirt/top, Trouser");
        lab.refused(oddities + "bags", "What counts as odd is written class:NAME");
        lab.refused(oddities + "damage:bent", "There is no damage \"bent\"; choose one of turned, mirrored");
        Path small = save(Preset.DENSE_64.experiment(new DataSpec("", ""), 100, 7));
        lab.refused(
                "oddities --odd class:Bag --model " + small,
                "The network expects images of 100 pixels, but those of Sketchwear have 784.");
    }

    @Test
    void aNetworkIsTrainedWithoutAClassAndTheReportSaysSo() throws IOException {
        CommandLab real = new CommandLab(folder, Engines::networks);
        Path out = folder.resolve("without");
        real.succeeds("train --preset dense-2 --epochs 1 --without Bag --out " + out);
        JsonNode report = new ObjectMapper().readTree(out.resolve("report.json").toFile());
        assertEquals("Bag", report.at("/experiment/data/without").textValue());
        Experiment opened = new ModelStore("test")
                .open(out.resolve("model.safetensors"))
                .snapshot()
                .experiment();
        assertEquals(Optional.of("Bag"), opened.data().without());
        assertTrue(opened.describe().endsWith(", without Bag"), opened.describe());
        lab.refused("train --without Hat", "Sketchwear has no class “Hat”; it has T-shirt/top");
        lab.refused("train --without Bag --model " + out.resolve("model.safetensors"), "--model already settles");
    }
}

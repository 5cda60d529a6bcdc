package hourglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Ground;
import hourglass.core.data.DataSet;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.store.ModelStore;
import hourglass.testing.SmallData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {
    @TempDir
    Path folder;

    private CommandLab lab;
    private Path model;

    @BeforeEach
    void saveAModel() throws IOException {
        lab = new CommandLab(folder, StripeNetworks::new);
        model = folder.resolve("model.safetensors");
        DataSet data = SmallData.garments();
        Experiment experiment = Preset.VAE_2.experiment(new DataSpec(data.name(), data.fingerprint()), 784, 7);
        new ModelStore("test").save(model, ModelFiguresTest.snapshot(experiment));
    }

    @Test
    void everyFigureInTheChosenThemeAndSizeWithTheMap() throws IOException {
        Path out = folder.resolve("out");
        lab.succeeds("render --model " + model + " --theme dark --scale 1 --map-points 200 --out " + out);
        for (String name : new String[] {"scatter.png", "manifold.png", "path.png", "traversal.png", "map.png"}) {
            int ground = ImageIO.read(out.resolve(name).toFile()).getRGB(0, 0);
            assertEquals(Ground.DARK.argb(), ground, name);
        }
        assertEquals(101, Files.readAllLines(out.resolve("map.csv")).size());
        assertTrue(ImageIO.read(out.resolve("manifold.png").toFile()).getWidth() < 750);
        assertTrue(lab.out().contains("path.gif"), lab.out());
    }

    @Test
    void withoutTheMapInLightAndTwiceTheSizeByDefault() throws IOException {
        Path out = folder.resolve("out");
        lab.succeeds("render --model " + model + " --no-map --out " + out);
        assertFalse(Files.exists(out.resolve("map.png")));
        assertEquals(
                Ground.LIGHT.argb(),
                ImageIO.read(out.resolve("scatter.png").toFile()).getRGB(0, 0));
        assertTrue(ImageIO.read(out.resolve("manifold.png").toFile()).getWidth() > 1100);
    }

    @Test
    void aPlainCodeOfManyNumbersGetsItsClassDirections() throws IOException {
        DataSet data = SmallData.garments();
        new ModelStore("test").save(model, ModelFiguresTest.snapshot(SmallData.dense(data, 1)));
        Path out = folder.resolve("out");
        lab.succeeds("render --model " + model + " --no-map --out " + out);
        assertTrue(ImageIO.read(out.resolve("directions.png").toFile()).getWidth() > 500);
        assertTrue(ImageIO.read(out.resolve("activations.png").toFile()).getWidth() > 500);
        assertTrue(ImageIO.read(out.resolve("units.png").toFile()).getWidth() > 500);
        assertTrue(Files.readString(out.resolve("units.csv")).startsWith("number,price,silenced_mse,"));
        assertFalse(Files.exists(out.resolve("manifold.png")));
        assertFalse(Files.exists(out.resolve("path.png")));
    }

    @Test
    void figuresAreWrittenInTheFormatAndWidthAskedForAndTablesAsTheyAre() throws IOException {
        Path out = folder.resolve("out");
        lab.succeeds("render --model " + model + " --no-map --format svg --width 180mm --theme print --out " + out);
        String svg = Files.readString(out.resolve("scatter.svg"));
        assertTrue(svg.contains(" width=\"180mm\""), svg.substring(0, 400));
        assertTrue(svg.contains(">first number of the code</text>"));
        assertFalse(Files.exists(out.resolve("scatter.png")));
        assertTrue(Files.exists(out.resolve("scatter.csv")));
        assertTrue(Files.exists(out.resolve("path.gif")));
        assertTrue(lab.out().contains("Saved " + out.resolve("manifold.svg")), lab.out());
    }

    @Test
    void nonsenseIsRefusedInOneSentenceBeforeAnythingIsWritten() {
        String render = "render --model " + model;
        lab.refused(render + " --map-points 3", "The points of a map must be between 200 and 10000; got 3.");
        lab.refused(render + " --map-points 3 --no-map", "The points of a map must be between 200 and 10000; got 3.");
        lab.refused(render + " --scale 0", "The scale must be between 1 and 8; got 0.");
        lab.refused(render + " --theme blue", "expected one of [LIGHT, DARK, PRINT]");
        lab.refused(render + " --format jpg", "expected one of [PNG, SVG, PDF] (case-insensitive) but was 'jpg'");
        lab.refused(render + " --width 3mm", "“3mm” is no width of a figure; give one from 40mm to 420mm,");
        lab.refused(render + " --width wide", "“wide” is no width of a figure;");
        lab.refused(render + " --width 85mm --scale 2", "--width already settles the size of the figures;");
        lab.refused(render + " --format pdf --scale 2", "--scale is for PNG;");
    }
}

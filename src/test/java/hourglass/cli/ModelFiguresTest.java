package hourglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import hourglass.testing.Families;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelFiguresTest {
    private static final List<String> COMMON =
            List.of("samples.png", "reconstruction.png", "curve.png", "denoising.png", "noise.csv", "noise.png");

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private final StripeNetworks networks = new StripeNetworks();

    static Stream<Families.Family> families() {
        return Families.all();
    }

    static ModelSnapshot snapshot(Experiment experiment) {
        return new ModelSnapshot(
                new RunId("test"),
                experiment,
                new Progress(2, 0, 10),
                Parameters.copyOf(new float[(int) experiment.model().parameterCount()]),
                Optional.empty(),
                List.of(new EpochResult(1, 0.3, 0.2, 1, 70, 5, 4), new EpochResult(2, 0.2, 0.15, 1, 70, 4, 3)));
    }

    private Set<String> written(Experiment experiment) throws IOException {
        DataSet data = Families.spots();
        try (Network network = networks.evaluator(experiment.model())) {
            new ModelFigures(folder, () -> PcaBasis.fit(data.train(), () -> false))
                    .write(snapshot(experiment), network, data, new PrintWriter(said, true));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyFamilyHasTheFiguresThatFitIt(Families.Family family) throws IOException {
        Set<String> expected = new TreeSet<>(COMMON);
        boolean plane = family.experiment().model().codeSize() == 2;
        boolean variational = family.experiment().model().isVariational();
        if (plane) {
            expected.addAll(List.of("scatter.png", "scatter.csv", "manifold.png"));
        }
        if (family.experiment().model().codeSize() > 2) {
            expected.add("directions.png");
        }
        if (plane || variational) {
            expected.addAll(List.of("path.png", "path.gif"));
        }
        if (variational) {
            expected.add("traversal.png");
        }
        assertEquals(expected, written(family.experiment()));
        for (String name : expected) {
            assertTrue(Files.size(folder.resolve(name)) > 200, name);
            assertTrue(said.toString().contains("Saved " + folder.resolve(name)), name);
        }
    }

    @Test
    void theScattersNumbersAreTheCodesOfTheTestImages() throws IOException {
        Experiment experiment = family("variational").experiment();
        written(experiment);
        List<String> lines = Files.readAllLines(folder.resolve("scatter.csv"));
        assertEquals("index,class,x,y", lines.get(0));
        assertEquals(21, lines.size());
        float[] code = networks.evaluator(experiment.model())
                .encode(Families.spots().test().image(3), 1);
        String name = Families.spots().test().className(3);
        assertEquals("3," + name + "," + code[0] + "," + code[1], lines.get(4));
    }

    @Test
    void theNoiseCurveStartsWithTheCleanImagesAndGoesToTheHighestLevel() throws IOException {
        written(family("dense, masked").experiment());
        List<String> lines = Files.readAllLines(folder.resolve("noise.csv"));
        assertEquals("level,network,nothing,median", lines.get(0));
        assertEquals("0.0", lines.get(1).split(",", -1)[2]);
        assertTrue(lines.get(13).startsWith("0.6,"), lines.get(13));
        assertTrue(Double.parseDouble(lines.get(13).split(",", -1)[2]) > 0.01);
    }

    private static Families.Family family(String name) {
        return families()
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNetworkThatWasNeverTrainedHasNoCurve() throws IOException {
        Experiment experiment = family("dense").experiment();
        DataSet data = Families.spots();
        ModelSnapshot fresh = new ModelSnapshot(
                new RunId("test"),
                experiment,
                Progress.START,
                snapshot(experiment).parameters(),
                Optional.empty(),
                List.of());
        new ModelFigures(folder, () -> PcaBasis.fit(data.train(), () -> false))
                .write(fresh, networks.evaluator(experiment.model()), data, new PrintWriter(said, true));
        assertFalse(Files.exists(folder.resolve("curve.png")));
        assertTrue(Files.exists(folder.resolve("noise.png")));
    }

    @Test
    void interruptedFiguresEndAtOnce() {
        Experiment experiment = family("variational").experiment();
        DataSet data = Families.spots();
        ModelFigures figures = new ModelFigures(
                folder, () -> PcaBasis.fit(data.train(), () -> false), FigureChoice.AFTER_TRAINING, () -> true);
        Network network = networks.evaluator(experiment.model());
        PrintWriter terminal = new PrintWriter(said, true);
        assertThrows(CancellationException.class, () -> figures.write(snapshot(experiment), network, data, terminal));
        assertFalse(Files.exists(folder.resolve("noise.png")));
    }
}

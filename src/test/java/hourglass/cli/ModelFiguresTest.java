package hourglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import hourglass.session.measure.DenoisingCurve;
import hourglass.session.measure.DenoisingErrors;
import hourglass.session.measure.NoiseErrors.Method;
import hourglass.session.measure.Provenance;
import hourglass.testing.Families;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
            new ModelFigures(folder, () -> PcaBasis.fit(data.train(), () -> false), FigureChoice.USUAL, () -> false)
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
        expected.addAll(List.of("dice.png", "dice.csv"));
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
            expected.addAll(List.of("traversal.png", "kl.csv"));
        }
        assertEquals(expected, written(family.experiment()));
        for (String name : expected) {
            assertTrue(Files.size(folder.resolve(name)) > 100, name);
            assertTrue(said.toString().contains("Saved " + folder.resolve(name)), name);
        }
    }

    @Test
    void theScattersNumbersAreTheCodesOfTheTestImages() throws IOException {
        Experiment experiment = family("variational").experiment();
        written(experiment);
        List<String> lines = Files.readAllLines(folder.resolve("scatter.csv"));
        assertEquals("index,class,x,y,model,epochs,seed,data", lines.get(0));
        assertEquals(21, lines.size());
        float[] code = networks.evaluator(experiment.model())
                .encode(Families.spots().test().image(3), 1);
        String name = Families.spots().test().className(3);
        String[] cells = lines.get(4).split(",", -1);
        assertEquals(List.of("3", name), List.of(cells[0], cells[1]));
        assertEquals(code[0], Float.parseFloat(cells[2]));
        assertEquals(code[1], Float.parseFloat(cells[3]));
    }

    private static float[] code(float[] codes, int row, int size) {
        return Arrays.copyOfRange(codes, row * size, (row + 1) * size);
    }

    /** The block of so many codes that begins with this one. */
    private float[] decodedFrom(float[] first, int count) {
        return networks.decoded.stream()
                .filter(block -> block.length == count * first.length)
                .filter(block -> Arrays.equals(code(block, 0, first.length), first))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing was drawn from there on"));
    }

    private static float[] classMean(Network network, int label) {
        ImageSet test = Families.spots().test();
        float[] mean = new float[network.spec().codeSize()];
        int count = 0;
        for (int i = 0; i < test.size(); i++) {
            if (test.label(i) == label) {
                float[] code = network.encode(test.image(i), 1);
                for (int d = 0; d < mean.length; d++) {
                    mean[d] += code[d];
                }
                count++;
            }
        }
        for (int d = 0; d < mean.length; d++) {
            mean[d] /= count;
        }
        return mean;
    }

    @Test
    void aDirectionLeadsFromTheImagesOwnClassToTheOther() throws IOException {
        Experiment experiment = family("dense").experiment();
        written(experiment);
        Network network = networks.evaluator(experiment.model());
        ImageSet test = Families.spots().test();
        int image = 0;
        while (test.label(image) != 0) {
            image++;
        }
        float[] start = network.encode(test.image(image), 1);
        float[] left = classMean(network, 0);
        float[] right = classMean(network, 1);
        float[] row = decodedFrom(start, 9);
        float[] whole = code(row, 4, start.length);
        float[] twice = code(row, 8, start.length);
        for (int d = 0; d < start.length; d++) {
            assertEquals(start[d] + right[d] - left[d], whole[d], 1e-4, "number " + d + " of the whole way");
            assertEquals(start[d] + 2 * (right[d] - left[d]), twice[d], 1e-4);
        }
    }

    @Test
    void aPathLeadsFromTheMeanOfOneClassToThatOfAnother() throws IOException {
        Experiment experiment = family("variational").experiment();
        written(experiment);
        Network network = networks.evaluator(experiment.model());
        float[] left = classMean(network, 0);
        float[] right = classMean(network, 1);
        float[] way = networks.decoded.stream()
                .filter(block -> block.length == 2 * 11)
                .findFirst()
                .orElseThrow();
        for (int d = 0; d < 2; d++) {
            assertEquals(left[d], code(way, 0, 2)[d], 1e-4);
            assertEquals(left[d] + 0.3 * (right[d] - left[d]), code(way, 3, 2)[d], 1e-4);
            assertEquals(right[d], code(way, 10, 2)[d], 1e-4);
        }
    }

    @Test
    void aTraversalChangesOneNumberFromMinusThreeToThree() throws IOException {
        written(family("variational, Gaussian").experiment());
        List<float[]> rows = networks.decoded.stream()
                .filter(block -> block.length == 3 * 13)
                .toList();
        assertEquals(3, rows.size());
        for (int d = 0; d < 3; d++) {
            for (int step = 0; step < 13; step++) {
                assertEquals(-3 + 0.5f * step, code(rows.get(d), step, 3)[d], 1e-5);
                assertEquals(code(rows.get(d), 0, 3)[(d + 1) % 3], code(rows.get(d), step, 3)[(d + 1) % 3]);
            }
        }
    }

    @Test
    void theManifoldBeginsTopLeft() throws IOException {
        written(family("variational").experiment());
        float[] cells = networks.decoded.stream()
                .filter(block -> Math.abs(block[0] + 1.645) < 1e-2)
                .findFirst()
                .orElseThrow();
        assertEquals(1.645, cells[1], 1e-2);
        assertEquals(1.645, code(cells, 19, 2)[0], 1e-2);
        assertEquals(1.645, code(cells, 19, 2)[1], 1e-2);
        assertEquals(-1.645, code(cells, 20, 2)[0], 1e-2);
        assertTrue(code(cells, 20, 2)[1] < 1.5, "the second row is lower");
    }

    @Test
    void everyColumnOfTheNoiseTableIsWhatItsHeadingSays() throws IOException {
        Experiment experiment = family("dense, masked").experiment();
        written(experiment);
        List<String> lines = Files.readAllLines(folder.resolve("noise.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        List<String> headings = List.of(lines.get(0).split(",", -1));
        Network network = networks.evaluator(experiment.model());
        DenoisingCurve curve = new DenoisingErrors(
                        Provenance.of(Families.spots(), snapshot(experiment)),
                        Families.spots().test(),
                        experiment.noise().kind())
                .all(network, () -> false);
        for (Method method : List.of(Method.NETWORK, Method.NOTHING, Method.MEDIAN)) {
            int column = IntStream.range(0, headings.size())
                    .filter(i -> headings.get(i).startsWith(method.name().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow();
            for (int i = 0; i < DenoisingErrors.LEVELS; i++) {
                double told = Double.parseDouble(lines.get(i + 1).split(",", -1)[column]);
                assertEquals(curve.at(method, i), told, 1e-5, method + " at " + i);
            }
        }
    }

    @Test
    void theNoiseCurveStartsWithTheCleanImagesAndGoesToTheHighestLevel() throws IOException {
        written(family("dense, masked").experiment());
        List<String> lines = Files.readAllLines(folder.resolve("noise.csv"));
        assertEquals("level,network,nothing,median,noise,images,model,epochs,seed,data", lines.get(0));
        assertEquals("0", lines.get(1).split(",", -1)[2]);
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
        new ModelFigures(folder, () -> PcaBasis.fit(data.train(), () -> false), FigureChoice.USUAL, () -> false)
                .write(fresh, networks.evaluator(experiment.model()), data, new PrintWriter(said, true));
        assertFalse(Files.exists(folder.resolve("curve.png")));
        assertTrue(Files.exists(folder.resolve("noise.png")));
    }

    @Test
    void interruptedFiguresEndAtOnce() {
        Experiment experiment = family("variational").experiment();
        DataSet data = Families.spots();
        ModelFigures figures =
                new ModelFigures(folder, () -> PcaBasis.fit(data.train(), () -> false), FigureChoice.USUAL, () -> true);
        Network network = networks.evaluator(experiment.model());
        PrintWriter terminal = new PrintWriter(said, true);
        assertThrows(CancellationException.class, () -> figures.write(snapshot(experiment), network, data, terminal));
        assertFalse(Files.exists(folder.resolve("noise.png")));
    }
}

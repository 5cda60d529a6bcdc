package hourglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.store.ModelStore;
import hourglass.engine.store.Report;
import hourglass.engine.store.ReportJson;
import hourglass.figures.ImageFolderReader;
import hourglass.session.concurrent.Lazy;
import hourglass.session.concurrent.Program;
import hourglass.session.data.DataSources;
import hourglass.testing.Engines;
import hourglass.testing.NoNetwork;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Lazy<NetworkFactory> networks = new Lazy<>(Engines::networks);

    private int run(String... arguments) {
        DataSources sources = NoNetwork.sources(folder.resolve("cache"), ImageFolderReader::read);
        CommandContext context = new CommandContext(sources, networks, "test", folder.resolve("kept"), Program.NONE);
        return HourglassCommand.run(arguments, context, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private void refused(int code, String words) {
        String said = err.toString().strip();
        assertFalse(said.contains("\n"), "one line, not: " + said);
        assertTrue(said.contains(words), said);
        assertFalse(said.contains("Exception"), said);
        assertTrue(code != 0);
    }

    @Test
    void officialSetsAreNamedAndUnknownOnesAnsweredWithThoseThereAre() {
        refused(
                run("data", "--set", "cifar"),
                "There is no official set \"cifar\"; there are fashion-mnist, mnist, kmnist");
    }

    @Test
    void onlyOneSourceCanBeChosen() {
        refused(run("data", "--set", "mnist", "--sketchwear"), "Choose one of --data, --set and --sketchwear.");
    }

    @Test
    void aNamedSetThatCannotBeHadIsNotReplacedByAnother() {
        int code = run("data", "--set", "KMNIST");
        assertTrue(out.toString().contains("Downloading KMNIST, 21.2 MB, to "), out.toString());
        refused(code, "KMNIST could not be downloaded");
    }

    @Test
    void trainingWritesModelReportAndFigures() throws Exception {
        Path target = folder.resolve("out");
        assertEquals(0, run("train", "--sketchwear", "--epochs", "1", "--batch", "128", "--out", target.toString()));
        Report report = ReportJson.read(target.resolve("report.json"));
        assertEquals(6000, report.data().trainCount());
        assertEquals(1, report.epochs().size());
        assertEquals(101_200, report.experiment().model().parameterCount());
        assertTrue(report.figures().test().orElseThrow().knnAccuracy() > 0.5);
        for (String name :
                List.of("model.safetensors", "samples.png", "reconstruction.png", "curve.png", "training.gif")) {
            assertTrue(Files.size(target.resolve(name)) > 1000, name);
        }
    }

    @Test
    void twoAndTwoEpochsThroughAFileEqualFourByCommand() throws Exception {
        train("four", "--epochs", "4", "--no-figures");
        train("two", "--epochs", "2", "--no-figures");
        Path two = folder.resolve("two/model.safetensors");
        assertEquals(0, goOn(two, "--epochs", "2", "--no-figures", "--out", dir("more")));
        assertEquals(snapshot("four").parameters(), snapshot("more").parameters());
        assertEquals(snapshot("four").optimiser(), snapshot("more").optimiser());
        assertEquals(4, snapshot("more").history().size());
    }

    @Test
    void noEpochsOnAnOpenedModelOnlyMeasuresIt() throws Exception {
        train("one", "--epochs", "1", "--no-figures");
        Path one = folder.resolve("one/model.safetensors");
        assertEquals(0, goOn(one, "--epochs", "0", "--no-figures", "--out", dir("same")));
        assertEquals(snapshot("one").parameters(), snapshot("same").parameters());
        double first = ReportJson.read(folder.resolve("one/report.json"))
                .figures()
                .test()
                .orElseThrow()
                .mse();
        double again = ReportJson.read(folder.resolve("same/report.json"))
                .figures()
                .test()
                .orElseThrow()
                .mse();
        assertEquals(first, again);
    }

    private int goOn(Path model, String... more) {
        String[] base = {"train", "--sketchwear", "--model", model.toString()};
        return run(Stream.concat(Arrays.stream(base), Arrays.stream(more)).toArray(String[]::new));
    }

    private void train(String name, String... more) {
        String[] base = {"train", "--sketchwear", "--preset", "dense-2", "--batch", "256", "--out", dir(name)};
        String[] all = Stream.concat(Arrays.stream(base), Arrays.stream(more)).toArray(String[]::new);
        assertEquals(0, run(all), err.toString());
    }

    private String dir(String name) {
        return folder.resolve(name).toString();
    }

    private ModelSnapshot snapshot(String name) throws Exception {
        return new ModelStore("test")
                .open(folder.resolve(name).resolve("model.safetensors"))
                .snapshot();
    }

    @Test
    void renderDrawsEveryFigureOfASavedModel() {
        train("one", "--epochs", "1");
        String model = folder.resolve("one/model.safetensors").toString();
        assertEquals(0, run("render", "--sketchwear", "--model", model, "--out", dir("figures")), err.toString());
        assertTrue(Files.exists(folder.resolve("figures/reconstruction.png")));
    }

    @Test
    void negativeEpochs() {
        refused(run("train", "--epochs", "-1", "--out", dir("x")), "Epochs must be between 0 and 10000; got -1.");
        assertFalse(Files.exists(folder.resolve("x")));
    }

    @Test
    void anUnknownPreset() {
        int code = run("train", "--preset", "dense-65", "--out", dir("x"));
        assertEquals(2, code);
        refused(code, "There is no preset \"dense-65\"; choose one of dense-64, stacked-30, dense-2, ");
    }

    @Test
    void wordsInsteadOfNumbersAndUnknownOptions() {
        assertEquals(2, run("train", "--epochs", "many", "--out", dir("x")));
        assertEquals(2, run("train", "--speed", "9", "--out", dir("x")));
        assertEquals(2, run("fly"));
        assertEquals(2, run("train"));
        assertEquals(4, err.toString().strip().split("\n").length, err.toString());
    }

    @Test
    void aFileInThePlaceOfTheFolderForResults() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        int code = run("train", "--sketchwear", "--epochs", "1", "--out", file.toString());
        assertEquals(1, code);
        refused(code, "Cannot write results into ");
    }

    @Test
    void aModelFileWithOneByteChanged() throws Exception {
        train("one", "--epochs", "1");
        Path file = folder.resolve("one/model.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 5] ^= 4;
        Files.write(file, bytes);
        refused(run("render", "--sketchwear", "--model", file.toString(), "--out", dir("x")), "model.safetensors");
    }

    @Test
    void aLearningRateOfAThousandDivergesAndKeepsTheModel() throws Exception {
        int code = run("train", "--sketchwear", "--learning-rate", "1000", "--epochs", "1", "--out", dir("wild"));
        assertEquals(1, code);
        assertTrue(out.toString().contains("Training diverged at step "), out.toString());
        assertTrue(snapshot("wild").parameters().isFinite());
        assertEquals(
                "diverged", ReportJson.read(folder.resolve("wild/report.json")).stopReason());
    }

    @Test
    void aFolderThatDoesNotExist() {
        refused(run("data", "--data", dir("nowhere")), "There is no folder ");
    }

    @Test
    void shippingNeedsFashionMnistAndTakesNothingInItsPlace() {
        int code = run("ship", "--epochs", "1", "--out", dir("models"));
        assertEquals(1, code, out.toString());
        assertFalse(out.toString().contains("Sketchwear"), out.toString());
        assertFalse(Files.exists(folder.resolve("models")));
    }

    @Test
    void dataSaysWhatItFound() {
        assertEquals(0, run("data", "--sketchwear"));
        assertTrue(out.toString().contains("6000 training and 1000 test images"), out.toString());
        assertTrue(out.toString().contains("Ankle boot"));
    }
}

package hourglass.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hourglass.core.color.Token;
import hourglass.core.data.DataSet;
import hourglass.core.metric.Detection;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.store.AtomicFile;
import hourglass.engine.store.FileOps;
import hourglass.figures.Attribution;
import hourglass.figures.CurveContent.Style;
import hourglass.figures.DetectionCurves;
import hourglass.figures.DetectionCurves.Named;
import hourglass.figures.HistogramContent;
import hourglass.figures.OddityFigure;
import hourglass.figures.Tables;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Interruption;
import hourglass.session.data.DataSources;
import hourglass.session.measure.Mixture;
import hourglass.session.measure.Odd;
import hourglass.session.measure.OddityMeasuring;
import hourglass.session.measure.OddityScore;
import hourglass.session.measure.OddityScores;
import hourglass.session.measure.OddityScores.Scored;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Has a network look for odd images, and writes how well each score finds them. */
@Command(
        name = "oddities",
        description = "Has a network look for odd images among the test images and writes scores.csv, roc.csv, pr.csv,"
                + " areas.json and a figure of them.",
        mixinStandardHelpOptions = true)
final class OdditiesCommand implements Callable<Integer> {
    /** As shells count a program ended by Ctrl-C. */
    private static final int INTERRUPTED_CODE = 130;

    private final CommandContext context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataChoice dataChoice = new DataChoice();

    @Mixin
    private final NetworkOpening opening = new NetworkOpening();

    @Option(
            names = "--model",
            paramLabel = "FILE",
            required = true,
            description = "The network, a .safetensors file or the preset of one that came with the program.")
    @SuppressWarnings("NullAway.Init")
    private Path model;

    @Option(
            names = "--odd",
            paramLabel = "SPEC",
            required = true,
            description = {
                "What counts as odd:",
                "class:NAME, a class of the data, such as class:Bag; best with a network that was trained"
                        + " --without it;",
                "damage:NAME, damaged copies of all test images: turned (by 90°), mirrored, upside-down,"
                        + " inverted, dimmed (to half), black, left-black, right-black, top-black, bottom-black,"
                        + " noise (σ 0.2), square (a fifth of the image);",
                "set:NAME, the test images of sketchwear, mnist, kmnist or fashion-mnist;",
                "folder:PATH, those of a folder like that of --data."
            })
    @SuppressWarnings("NullAway.Init")
    private String odd;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the results.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Mixin
    private final FigureOptions figureOptions = new FigureOptions();

    OdditiesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter terminal = spec.commandLine().getOut();
        Odd wanted = Odd.parse(odd);
        FigureChoice choice = figureOptions.choice(Optional.empty());
        ModelSnapshot snapshot = opening.open(model, context, terminal);
        try (Interruption interruption = new Interruption(Duration.ofSeconds(5))) {
            DataSet data = dataChoice.load(context.sources(), interruption.token(), terminal);
            RenderCommand.checkSize(snapshot, data);
            Mixture mixture = mixture(context.sources(), data, wanted, interruption.token());
            OutputFolder.prepare(out);
            return measure(snapshot, data, mixture, choice, interruption.token());
        }
    }

    private static Mixture mixture(DataSources sources, DataSet data, Odd wanted, CancelToken token)
            throws IOException {
        return wanted.kind() == Odd.Kind.SET
                ? Mixture.with(data, sources.named(wanted.name(), token))
                : Mixture.of(data, wanted);
    }

    private int measure(ModelSnapshot snapshot, DataSet data, Mixture mixture, FigureChoice choice, CancelToken token)
            throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        Set<OddityScore> wanted =
                Set.copyOf(OddityScore.of(snapshot.experiment().model()));
        try (Network network =
                context.networks().get().evaluator(snapshot.experiment().model())) {
            network.load(snapshot.parameters());
            OddityScores scores = new OddityMeasuring(snapshot, data, mixture, wanted).all(network, token);
            tell(scores, terminal);
            write(scores, Attribution.of(snapshot, data), choice);
        } catch (CancellationException interrupted) {
            terminal.println("Interrupted; nothing was written.");
            return INTERRUPTED_CODE;
        }
        return 0;
    }

    private static List<OddityScore> known(OddityScores scores) {
        return scores.known().stream().sorted().toList();
    }

    private static void tell(OddityScores scores, PrintWriter terminal) {
        Mixture mixture = scores.mixture();
        Detection first = scores.by(OddityScore.SQUARED_ERROR).orElseThrow().detection();
        terminal.printf(
                Locale.ROOT, "%d images, of which %d are odd (%s)%n", mixture.size(), first.odd(), mixture.odd());
        for (OddityScore score : known(scores)) {
            Detection detection = scores.by(score).orElseThrow().detection();
            terminal.printf(
                    Locale.ROOT,
                    "%-14s  ROC area %.4f  average precision %.4f%n",
                    score.id(),
                    detection.rocArea(),
                    detection.averagePrecision());
        }
        scores.lowered(OddityScore.SQUARED_ERROR)
                .ifPresent(lower -> terminal.printf(
                        Locale.ROOT,
                        "%d of %d damaged images have a lower error than what they were made of%n",
                        lower,
                        mixture.test().size()));
        if (first.rocArea() < 0.5) {
            terminal.println("The odd images look more normal than the usual ones: low error is not normality.");
        }
    }

    private void write(OddityScores scores, Attribution origin, FigureChoice choice) throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        FigureFolder folder = new FigureFolder(out, choice, terminal);
        folder.save("scores.csv", Tables.oddities(scores, origin));
        folder.save("roc.csv", Tables.roc(scores, origin));
        folder.save("pr.csv", Tables.precisionRecall(scores, origin));
        folder.save("oddities.png", figure(scores, origin));
        Path file = out.resolve("areas.json");
        new AtomicFile(FileOps.system()).save(file, json(scores, origin).getBytes(StandardCharsets.UTF_8));
        terminal.println("Saved " + file);
    }

    private static String json(OddityScores scores, Attribution origin) throws IOException {
        JsonMapper mapper = new JsonMapper();
        ObjectNode json = mapper.createObjectNode()
                .put("model", origin.model())
                .put("data", origin.data())
                .put("odd", scores.mixture().odd().toString())
                .put("images", scores.mixture().size());
        ObjectNode areas = json.putObject("scores");
        for (OddityScore score : known(scores)) {
            Detection detection = scores.by(score).orElseThrow().detection();
            json.put("oddImages", detection.odd());
            ObjectNode one = areas.putObject(score.id().replace('-', '_'))
                    .put("rocArea", detection.rocArea())
                    .put("averagePrecision", detection.averagePrecision());
            scores.lowered(score).ifPresent(lower -> one.put("lowerThanOriginal", lower));
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private static OddityFigure figure(OddityScores scores, Attribution origin) {
        Mixture mixture = scores.mixture();
        Scored error = scores.by(OddityScore.SQUARED_ERROR).orElseThrow();
        Detection detection = error.detection();
        float[] values = new float[mixture.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = error.of(i);
        }
        HistogramContent histogram = HistogramContent.over(values, "squared error per pixel")
                .with("usual", Token.FLOW, values, image -> !mixture.isOdd(image))
                .with("odd, " + mixture.odd(), Token.DANGER, values, mixture::isOdd);
        List<Named> curves = List.of(
                new Named("network", Token.CURVE_VALIDATION, Style.LINE, detection),
                new Named(
                        "brightness alone",
                        Token.CURVE_PCA,
                        Style.DASHED,
                        scores.by(OddityScore.BRIGHTNESS).orElseThrow().detection()));
        return new OddityFigure(
                histogram,
                new OddityFigure.Chart(
                        DetectionCurves.roc(curves, Optional.empty(), "guessing"), "false alarms", "odd ones found"),
                new OddityFigure.Chart(
                        DetectionCurves.precisionRecall(curves, Optional.empty(), "guessing"),
                        "odd ones found",
                        "precision"),
                origin.line(mixture.odd().toString()));
    }
}

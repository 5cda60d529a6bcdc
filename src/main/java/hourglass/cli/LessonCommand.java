package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.AtomicFile;
import hourglass.engine.store.FileOps;
import hourglass.figures.EveningFigure;
import hourglass.figures.EveningPage;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Interruption;
import hourglass.session.lesson.Evening;
import hourglass.session.lesson.EveningSummary;
import hourglass.session.lesson.LessonFiles;
import hourglass.session.lesson.LessonLab;
import hourglass.session.lesson.LessonPlay;
import hourglass.session.lesson.LessonRecord;
import hourglass.session.lesson.LessonStep;
import hourglass.session.lesson.Measured;
import hourglass.session.project.ShippedFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks an evening that somebody wrote, or measures what the steps of one claim. */
@Command(
        name = "lesson",
        description = "Checks an evening of lessons, or plays its steps without a window and prints what is measured.",
        mixinStandardHelpOptions = true)
final class LessonCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(LessonCommand.class);
    private static final int INTERRUPTED_CODE = 130;

    private final CommandContext context;
    private final ShippedFiles shippedFiles = NetworkOpening.shippedFiles();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataChoice dataChoice = new DataChoice();

    @Option(names = "--check", description = "Only says whether the files are as they should be.")
    private boolean check;

    @Option(names = "--play", description = "Measures what each step asks for and says whether its answer holds.")
    private boolean play;

    @Option(names = "--step", paramLabel = "ID", description = "Only this step; may be repeated.")
    private final List<String> only = new ArrayList<>();

    @Option(names = "--fast", description = "Leaves out the steps that take long, most of which train.")
    private boolean fast;

    @Option(
            names = "--keep",
            paramLabel = "FILE",
            description = "Also writes what was measured to FILE, which as kept.json stands in where time is short.")
    @Nullable
    private Path keep;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "With --play: also writes the hand-out of the evening there, evening.html and evening.png.")
    @Nullable
    private Path out;

    @Option(
            names = "--language",
            paramLabel = "XX",
            defaultValue = "",
            description = "Words in this language as far as they are translated, such as de.")
    private String language = "";

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description =
                    "Folder with an evening.json and its steps. Without it the evening that came with the program.")
    @Nullable
    private Path folder;

    LessonCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        if (check && out != null) {
            throw new UsageException("--check writes no hand-out; leave --out away, or play the evening with --play.");
        }
        if (check == play) {
            throw new UsageException("Choose one of --check and --play.");
        }
        PrintWriter terminal = spec.commandLine().getOut();
        Optional<Evening> evening = evening(terminal);
        if (evening.isEmpty()) {
            return 1;
        }
        List<LessonStep> steps = chosen(evening.get());
        if (check) {
            double minutes =
                    steps.stream().mapToDouble(step -> step.time().minutes()).sum();
            terminal.printf(
                    Locale.ROOT,
                    "%s: %d steps, %.0f minutes, nothing is wrong.%n",
                    evening.get().title(),
                    steps.size(),
                    minutes);
            return 0;
        }
        try (Interruption interruption = new Interruption(Duration.ofSeconds(5))) {
            CancelToken token = interruption.token();
            DataSet data = dataChoice.load(context.sources(), token, terminal);
            return play(evening.get(), steps, data, token);
        } catch (CancellationException interrupted) {
            terminal.println("Interrupted.");
            return INTERRUPTED_CODE;
        }
    }

    private Optional<Evening> evening(PrintWriter terminal) throws IOException, UsageException {
        Path from = folder;
        if (from != null && !Files.isDirectory(from)) {
            throw new UsageException("There is no folder " + from + ".");
        }
        try {
            LessonFiles.Source source = from == null ? LessonFiles.SHIPPED : LessonFiles.Source.folder(from);
            return Optional.of(LessonFiles.read(source, language));
        } catch (LessonFiles.RefusedException refused) {
            refused.sentences().forEach(terminal::println);
            return Optional.empty();
        }
    }

    private List<LessonStep> chosen(Evening evening) throws UsageException {
        for (String id : only) {
            if (evening.steps().stream().noneMatch(step -> step.id().equals(id))) {
                throw new UsageException("The evening has no step " + id + ".");
            }
        }
        return evening.steps().stream()
                .filter(step -> only.isEmpty() || only.contains(step.id()))
                .filter(step -> !fast || !step.run().experiment().isSlow())
                .toList();
    }

    private int play(Evening evening, List<LessonStep> steps, DataSet data, CancelToken token)
            throws IOException, UsageException {
        PrintWriter terminal = spec.commandLine().getOut();
        LessonLab lab = new LessonLab(context.networks(), this::shipped);
        if (out != null) {
            OutputFolder.prepare(out);
        }
        Map<String, Measured> kept = new TreeMap<>();
        int failed = 0;
        for (LessonStep step : steps) {
            long begun = System.nanoTime();
            Measured measured = lab.measure(step, data, token, share -> {});
            kept.put(step.id(), measured);
            double value = measured.number(step.answer().measure());
            boolean passes = step.answer().passes(value);
            failed += passes ? 0 : 1;
            terminal.printf(
                    Locale.ROOT,
                    "%s  %-18s %s = %.6g  (%s, seed %d, %.1f s)%n    %s%n",
                    passes ? "pass" : "FAIL",
                    step.id(),
                    step.answer().measure(),
                    value,
                    measured.sample(),
                    measured.seed(),
                    (System.nanoTime() - begun) * 1e-9,
                    measured.fill(step.words().reveal()));
        }
        if (keep != null) {
            Evening.Kept today =
                    new Evening.Kept(LocalDate.now(ZoneId.systemDefault()).toString(), kept);
            new AtomicFile(FileOps.system())
                    .save(keep, LessonFiles.written(today).getBytes(StandardCharsets.UTF_8));
        }
        if (out != null) {
            EveningSummary summary = summary(evening, kept);
            FigureFolder folder = new FigureFolder(out, FigureChoice.USUAL, terminal);
            folder.save("evening.png", new EveningFigure(summary));
            folder.save("evening.html", new EveningPage(summary));
        }
        terminal.printf(Locale.ROOT, "%d of %d steps hold.%n", steps.size() - failed, steps.size());
        return failed == 0 ? 0 : 1;
    }

    /** As if a room that does not vote had seen it. */
    private static EveningSummary summary(Evening evening, Map<String, Measured> measured) {
        LessonPlay played = new LessonPlay(evening);
        played.play(LessonPlay.Length.ALL);
        for (int step = 0; step < evening.steps().size(); step++) {
            Measured found = measured.get(evening.steps().get(step).id());
            if (found != null) {
                played.jump(step);
                played.skip();
                played.run();
                played.reveal(new LessonRecord.Reveal(found, Optional.empty()));
            }
        }
        return EveningSummary.of(played);
    }

    private Optional<ModelSnapshot> shipped(String name) {
        try {
            return Optional.of(shippedFiles.snapshot(name));
        } catch (IOException missing) {
            LOG.warn("shipped network {}", name, missing);
            return Optional.empty();
        }
    }
}

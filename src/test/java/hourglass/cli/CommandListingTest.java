package hourglass.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.core.spec.Activation;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.Loss;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.Preset;
import hourglass.core.spec.TrainingSpec;
import hourglass.core.spec.edit.Hyperparameter;
import hourglass.core.spec.edit.NetworkEdit;
import hourglass.core.spec.listing.CommandListing;
import hourglass.core.spec.listing.CommandListing.Shell;
import hourglass.core.spec.listing.TrainListing;
import hourglass.session.concurrent.Program;
import hourglass.session.runs.RunRecord;
import hourglass.session.runs.RunSeries;
import hourglass.session.sweep.SweepPlan;
import hourglass.testing.Engines;
import hourglass.testing.NoNetwork;
import hourglass.testing.RunRecords;
import hourglass.testing.SmallData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is copied as a command is what the command line understands: each line goes through its parser and comes back. */
class CommandListingTest {
    private final DataSet data = SmallData.garments();
    private final DataSpec spec = new DataSpec(data.name(), data.fingerprint());

    /** The options of the train command, alone. */
    @Command(name = "train")
    private static final class Train {
        @Mixin
        final TrainOptions options = new TrainOptions();

        @Mixin
        @SuppressWarnings("UnusedVariable") // the parser writes it
        final DataChoice choice = new DataChoice();

        @Option(names = "--out")
        @SuppressWarnings("UnusedVariable") // the parser writes it
        String out = "";
    }

    /** Those of the sweep command. */
    @Command(name = "sweep")
    private static final class Sweep {
        @Mixin
        final SweepCommand.SweepOptions options = new SweepCommand.SweepOptions();

        @Mixin
        @SuppressWarnings("UnusedVariable") // the parser writes it
        final DataChoice choice = new DataChoice();

        @Option(names = "--out")
        @SuppressWarnings("UnusedVariable") // the parser writes it
        String out = "";
    }

    private Experiment back(Experiment experiment) throws UsageException {
        CommandListing line = TrainListing.of(experiment, List.of("--sketchwear"));
        assertEquals("train", line.words().get(0));
        Train train = new Train();
        new CommandLine(train)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(line.words().subList(1, line.words().size()).toArray(String[]::new));
        return train.options.fresh(data).withPreset("");
    }

    /** By all the rules of the real command, required options among them. */
    private static void taken(List<String> words) {
        CommandContext context = new CommandContext(
                NoNetwork.sources(Path.of("none"), (chosen, seed, cancelled) -> SmallData.garments()),
                Engines::networks,
                "test",
                Path.of("kept"),
                Program.NONE);
        assertDoesNotThrow(
                () -> HourglassCommand.commandLine(context).parseArgs(words.toArray(String[]::new)), words::toString);
    }

    private void same(Experiment experiment) throws UsageException {
        taken(TrainListing.of(experiment, List.of("--set", "fashion-mnist")).words());
        assertEquals(experiment.withPreset(""), back(experiment), () -> TrainListing.of(experiment, List.of())
                .text(Shell.POSIX));
    }

    @Test
    void everyPresetComesBack() throws UsageException {
        for (Preset preset : Preset.values()) {
            same(preset.experiment(spec, 28, 28, 7));
            same(preset.experiment(
                    new DataSpec(data.name(), data.fingerprint(), Optional.of("Ankle boot")), 28, 28, -3));
        }
    }

    @Test
    void everySettingThatDiffersComesBack() throws UsageException {
        Random random = new Random(5);
        for (Preset preset : Preset.values()) {
            for (int i = 0; i < 40; i++) {
                same(changed(preset.experiment(spec, 28, 28, random.nextLong()), random));
            }
        }
    }

    private static Experiment changed(Experiment base, Random random) {
        Experiment now = base;
        if (random.nextBoolean()) {
            now = NetworkEdit.activation(now, any(Activation.values(), random));
        }
        if (random.nextBoolean() && now.model().trunk().hasDenseCode()) {
            now = NetworkEdit.codeActivation(now, any(Activation.values(), random));
            now = NetworkEdit.sizes(now, sizes -> sizes.withCodeSize(1 + random.nextInt(100))
                    .withHidden(random.nextBoolean() ? List.of() : List.of(90, 1 + random.nextInt(50))));
        }
        if (random.nextBoolean() && now.model().trunk().isConvolutional()) {
            now = NetworkEdit.sizes(
                    now, sizes -> sizes.withChannels(List.of(3, 5)).withKernel(5));
        }
        if (random.nextBoolean()) {
            now = now.model().isVariational()
                    ? NetworkEdit.warmUp(
                            NetworkEdit.beta(NetworkEdit.likelihood(now, any(Likelihood.values(), random)), 0.1 + 0.2),
                            2.5)
                    : NetworkEdit.loss(now, any(Loss.values(), random));
        }
        NoiseKind kind = any(NoiseKind.values(), random);
        if (random.nextBoolean()) {
            now = now.withNoise(
                    kind == NoiseKind.NONE
                            ? NoiseSpec.CLEAN
                            : new NoiseSpec(kind, 0.35, random.nextBoolean() ? 0.35 : 1e-5));
        }
        return now.withTraining(
                new TrainingSpec(1 + random.nextInt(99), 1 + random.nextInt(300), 1e-5 * (1 + random.nextInt(900))));
    }

    private static <T> T any(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    @Test
    void aPresetTakesNoMoreWordsThanItMust() {
        assertEquals(
                "hourglass train --preset dense-64 --epochs 10 --seed 7 --data '/home/a b/it'\\''s' --out dense-64-seed-7",
                TrainListing.of(Preset.DENSE_64.experiment(spec, 28, 28, 7), List.of("--data", "/home/a b/it's"))
                        .text(Shell.POSIX));
    }

    @Test
    void aSweepComesBack() throws IOException, UsageException {
        for (Map.Entry<Hyperparameter, List<String>> axis : Map.of(
                        Hyperparameter.CODE, List.of("2", "4", "32"),
                        Hyperparameter.HIDDEN, List.of("100", "200,50"),
                        Hyperparameter.LEARNING_RATE, List.of("1.0E-4", "0.01"),
                        Hyperparameter.BATCH, List.of("8", "64"))
                .entrySet()) {
            sweepComesBack(Preset.STACKED_30, axis.getKey(), axis.getValue());
        }
        sweepComesBack(Preset.DENOISE_64, Hyperparameter.SIGMA, List.of("0.1", "0.4"));
        sweepComesBack(Preset.VAE_2, Hyperparameter.BETA, List.of("0.5", "2.0"));
    }

    private void sweepComesBack(Preset preset, Hyperparameter setting, List<String> values)
            throws IOException, UsageException {
        Experiment base = preset.experiment(spec, 28, 28, 11);
        SweepPlan plan = SweepPlan.of(base.withTraining(base.training().withEpochs(3)), Map.of(setting, values), 2);
        List<RunRecord> runs = new ArrayList<>();
        plan.points().forEach(point -> runs.add(RunRecords.of("sweep/" + point.name(), point.experiment(), 0.1)));
        CommandListing line =
                RunSeries.in(runs).get(0).command(List.of("--sketchwear")).orElseThrow();
        taken(line.words());
        Sweep sweep = new Sweep();
        new CommandLine(sweep)
                .parseArgs(line.words().subList(1, line.words().size()).toArray(String[]::new));
        sweep.options.check();
        List<Experiment> again = sweep.options.plan(data).points().stream()
                .map(point -> point.experiment().withPreset(""))
                .toList();
        List<Experiment> before = plan.points().stream()
                .map(point -> point.experiment().withPreset(""))
                .toList();
        assertTrue(again.containsAll(before) && again.size() == before.size(), () -> line.text(Shell.POSIX));
    }

    @Test
    void runsThatAreNoPresetsSweepHaveNoCommand() {
        List<RunRecord> runs = List.of(
                RunRecords.of(
                        "s/a", NetworkEdit.activation(Preset.DENSE_64.experiment(spec, 28, 28, 7), Activation.TANH), 1),
                RunRecords.of(
                        "s/b",
                        NetworkEdit.codeSize(
                                NetworkEdit.activation(Preset.DENSE_64.experiment(spec, 28, 28, 7), Activation.TANH),
                                3),
                        1));
        assertEquals(Optional.empty(), RunSeries.in(runs).get(0).command(List.of()));
    }

    @Test
    void theMapAndTheNoiseOfARenderingComeBack() throws UsageException {
        EmbeddingSpec map = new EmbeddingSpec(700, 12.5, 400, 75, 99, EmbeddingSpec.Engine.SMILE);
        NoiseSpec noise = new NoiseSpec(NoiseKind.MASKING, 0.35);
        RenderCommand command = new RenderCommand(null);
        List<String> words = new ArrayList<>(hourglass.ui.map.MapMemory.words(map));
        words.addAll(TrainListing.noise(noise));
        words.addAll(List.of("--noise-seed", "12", "--model", "dense-64", "--out", "figures"));
        taken(words);
        taken(List.of(
                "oddities", "--odd", "class:Ankle boot", "--model", "vae-2", "--sketchwear", "--out", "figures-vae-2"));
        new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(words.subList(1, words.size()).toArray(String[]::new));
        assertEquals(map, command.map());
        assertEquals(Optional.of(new NoiseFigures.Spoiling(noise, 12)), command.spoiling(NoiseSpec.CLEAN));
    }

    /** The words as a real shell understands the line. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aShellUnderstandsTheQuoting() throws IOException, InterruptedException {
        List<String> words = List.of(
                "plain",
                "with space",
                "it's",
                "\"double\"",
                "a\\b",
                "$HOME",
                "`x`",
                "*",
                "a;b",
                "naïve–ü",
                "-x",
                "!",
                "",
                "two\nlines",
                "~");
        String line = new CommandListing(words).text(Shell.POSIX).replaceFirst("hourglass ", "printf '%s\\\\0' ");
        Process shell = new ProcessBuilder("sh", "-c", line).start();
        String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, shell.waitFor());
        assertEquals(words, Arrays.asList(out.substring(0, out.length() - 1).split("\0", -1)));
    }

    @Test
    void windowsQuotesItsOwnWay() {
        assertEquals(
                "hourglass train --data \"C:\\My Data\\\\\" --out C:\\runs\\a",
                new CommandListing(List.of("train", "--data", "C:\\My Data\\", "--out", "C:\\runs\\a"))
                        .text(Shell.WINDOWS));
    }
}

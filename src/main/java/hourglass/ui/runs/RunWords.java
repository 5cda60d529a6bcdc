package hourglass.ui.runs;

import hourglass.core.color.Token;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.core.spec.edit.Hyperparameter;
import hourglass.core.spec.edit.NetworkFamily;
import hourglass.session.runs.RunComparison;
import hourglass.session.runs.RunRecord;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.LookWords;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.PresetNames;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs and what tells them apart, in words and colours. */
final class RunWords {
    /** In the order in which runs are ticked; names stand beside the curves too. */
    static final List<Token> COLORS = List.of(Token.CURVE_VALIDATION, Token.SECOND, Token.CURVE_TRAIN, Token.POSITIVE);

    /** What follows from the family goes without saying. */
    private static final Set<Hyperparameter> WITHIN_FAMILY = Set.of(
            Hyperparameter.ACTIVATION,
            Hyperparameter.CODE_ACTIVATION,
            Hyperparameter.LOSS,
            Hyperparameter.KERNEL,
            Hyperparameter.WARM_UP);

    private RunWords() {}

    static String name(RunRecord run) {
        return run.card().name().isEmpty() ? name(run.experiment()) : run.card().name();
    }

    /** A preset's name, else the family with the size of the code, as rows have no room for all layers. */
    private static String name(Experiment experiment) {
        return Preset.of(experiment)
                .map(PresetNames::title)
                .orElse(familyOf(experiment) + " " + experiment.model().codeSize());
    }

    /** Its family with a capital. */
    static String familyOf(Experiment experiment) {
        return LookWords.sentence(family(Hyperparameter.FAMILY.of(experiment).orElse("")));
    }

    /** The settings of a run that not most of these have too, the telling ones first. */
    static List<String> differences(Experiment experiment, Collection<Experiment> all) {
        String name = name(experiment).toLowerCase(Locale.ROOT);
        List<String> words = Stream.concat(
                        Hyperparameter.SWEPT.stream(),
                        Stream.of(Hyperparameter.values()).filter(each -> !Hyperparameter.SWEPT.contains(each)))
                .filter(each -> tells(each, experiment, all))
                .flatMap(each -> each.of(experiment).map(value -> setting(each, value)).stream())
                .filter(each -> !name.contains(each))
                .toList();
        return words.isEmpty() ? List.of(Messages.text("runs.usual")) : words;
    }

    private static boolean tells(Hyperparameter each, Experiment experiment, Collection<Experiment> all) {
        NetworkFamily family = NetworkFamily.of(experiment.model());
        List<Experiment> among = all.stream()
                .filter(other -> !WITHIN_FAMILY.contains(each) || NetworkFamily.of(other.model()) == family)
                .toList();
        Map<Optional<String>, Long> counts =
                among.stream().collect(Collectors.groupingBy(each::of, Collectors.counting()));
        boolean isSaid =
                switch (each) {
                    case NOISE -> experiment.noise().isNoisy();
                    case HIDDEN -> experiment.model().trunk().sizes().hidden().isEmpty();
                    case CODE ->
                        name(experiment).endsWith(" " + experiment.model().codeSize());
                    default -> false;
                };
        return counts.size() > 1 && !isSaid && 2 * counts.getOrDefault(each.of(experiment), 0L) <= among.size();
    }

    static String setting(Hyperparameter each, String value) {
        return switch (each) {
            case FAMILY -> family(value);
            case CODE -> Messages.text("runs.setting.code", value);
            case HIDDEN -> Messages.text("runs.setting.hidden", value.replace(',', '-'));
            case CHANNELS -> Messages.text("runs.setting.channels", value.replace(',', '-'));
            case KERNEL -> Messages.text("runs.setting.kernel", value);
            case ACTIVATION -> value;
            case CODE_ACTIVATION -> Messages.text("runs.setting.code-activation", value);
            case LOSS -> value.replace('-', ' ');
            case BETA -> Messages.text("runs.setting.beta", value);
            case WARM_UP -> Messages.text("runs.setting.warm-up", value);
            case NOISE -> Messages.text("runs.setting.clean");
            case SIGMA -> Messages.text("runs.setting.noise", value);
            case LEARNING_RATE -> Messages.text("runs.setting.rate", value);
            case BATCH -> Messages.text("runs.setting.batch", value);
            case EPOCHS_PLANNED -> Counts.epochs(Long.parseLong(value));
            case DATA_SET -> value;
        };
    }

    private static String family(String id) {
        return switch (id) {
            case "dense" -> Messages.text("runs.family.dense");
            case "convolutional" -> Messages.text("runs.family.convolutional");
            case "variational-dense" -> Messages.text("runs.family.variational");
            default -> Messages.text("runs.family.variational-convolutional");
        };
    }

    /** A setting that can be swept, alone. */
    static String title(Hyperparameter each) {
        return switch (each) {
            case CODE -> Messages.text("runs.title.code");
            case HIDDEN -> Messages.text("runs.title.hidden");
            case SIGMA -> Messages.text("runs.title.sigma");
            case BETA -> Messages.text("runs.title.beta");
            case LEARNING_RATE -> Messages.text("runs.title.rate");
            case BATCH -> Messages.text("runs.title.batch");
            default -> each.id();
        };
    }

    /** An error in its unit, which nats alone name. */
    static String error(RunRecord run, double error) {
        if (!Double.isFinite(error)) {
            return "–";
        }
        return switch (run.unit()) {
            case SQUARED_ERROR, CROSS_ENTROPY -> String.format(Locale.ROOT, "%.4f", error);
            case NATS -> Messages.text("runs.nats", String.format(Locale.ROOT, "%.1f", error));
        };
    }

    static String unit(RunRecord run) {
        return switch (run.unit()) {
            case SQUARED_ERROR ->
                run.experiment().noise().isNoisy()
                        ? Messages.text("runs.unit.noisy")
                        : Messages.text("runs.unit.squared");
            case CROSS_ENTROPY -> Messages.text("runs.unit.bce");
            case NATS -> Messages.text("runs.unit.nats");
        };
    }

    /** "29 s", "5 min", "2.5 h". */
    static String time(double seconds) {
        if (seconds < 99.5) {
            return Messages.text("runs.seconds", Math.round(seconds));
        }
        return seconds < 5940
                ? Messages.text("runs.minutes", Math.round(seconds / 60))
                : Messages.text("runs.hours", String.format(Locale.ROOT, "%.1f", seconds / 3600));
    }

    /** "1.2 MB". */
    static String bytes(double bytes) {
        return bytes < 1e9
                ? Messages.text("runs.mb", String.format(Locale.ROOT, bytes < 1e7 ? "%.1f" : "%.0f", bytes / 1e6))
                : Messages.text("runs.gb", String.format(Locale.ROOT, "%.1f", bytes / 1e9));
    }

    /** What comparing says first. */
    static String finding(RunComparison comparison) {
        List<RunRecord> runs = comparison.runs();
        if (runs.isEmpty()) {
            return Messages.text("runs.finding.none");
        }
        if (runs.size() == 1) {
            RunRecord run = runs.get(0);
            return Messages.text("runs.finding.one", name(run), error(run, run.bestError()));
        }
        if (!comparison.isComparable()) {
            return Messages.text("runs.finding.other");
        }
        Optional<RunRecord> best = comparison.best();
        Optional<RunRecord> worst = comparison.worst();
        if (best.isEmpty() || worst.isEmpty() || best.equals(worst)) {
            return Messages.text("runs.finding.unmeasured");
        }
        if (comparison.isWithinSeeds().orElse(false)) {
            return Messages.text("runs.finding.alike", called(best.get(), runs), called(worst.get(), runs));
        }
        long percent =
                Math.round(100 * (1 - best.get().bestError() / worst.get().bestError()));
        return Messages.text("runs.finding.below", called(best.get(), runs), percent, called(worst.get(), runs));
    }

    /** The cost of the better one, and what seeds alone would do. */
    static String detail(RunComparison comparison) {
        List<RunRecord> runs = comparison.runs();
        if (runs.size() == 1) {
            return comparison
                    .spread(runs.get(0))
                    .map(spread -> Messages.text(
                            "runs.detail.spread",
                            spread.seeds(),
                            error(runs.get(0), spread.least()),
                            error(runs.get(0), spread.most())))
                    .orElse(Messages.text("runs.detail.alone"));
        }
        Optional<RunRecord> best = comparison.best();
        Optional<RunRecord> worst = comparison.worst();
        if (best.isEmpty() || worst.isEmpty() || best.equals(worst)) {
            return runs.isEmpty() ? "" : Messages.text("runs.detail.other");
        }
        return Messages.text("runs.detail.cost", cost(best.get()), cost(worst.get())) + " "
                + comparison
                        .isWithinSeeds()
                        .map(within -> Messages.text(
                                within ? "runs.detail.within" : "runs.detail.beyond",
                                error(best.get(), comparison.widestSpread().orElse(Double.NaN))))
                        .orElse(Messages.text("runs.detail.seeds"));
    }

    private static String cost(RunRecord run) {
        return Messages.text(
                "runs.cost", Counts.spaced(run.experiment().model().parameterCount()), time(run.seconds()));
    }

    /** Two runs of one name are told apart by what differs, or by their seeds. */
    static String called(RunRecord run, List<RunRecord> runs) {
        String name = name(run);
        List<RunRecord> others = runs.stream()
                .filter(other -> !other.folder().equals(run.folder()))
                .toList();
        if (others.stream().map(RunWords::name).noneMatch(name::equals)) {
            return name;
        }
        Function<RunRecord, Long> seed = other -> other.experiment().seed();
        boolean bySeed = others.stream().map(seed).noneMatch(seed.apply(run)::equals);
        return bySeed
                ? Messages.text("runs.named.seed", name, Long.toString(seed.apply(run)))
                : Messages.text("runs.named.number", name, runs.indexOf(run) + 1);
    }

    /** What became of it. */
    static String state(RunRecord run) {
        int epochs = run.epochs().size();
        return switch (run.report().stopReason()) {
            case "completed" -> Counts.epochs(epochs);
            case "running" -> Messages.text("runs.state.running", Counts.epochs(epochs));
            case "diverged" -> Messages.text("runs.state.diverged", Counts.epochs(epochs));
            default -> Messages.text("runs.state.stopped", Counts.epochs(epochs));
        };
    }
}

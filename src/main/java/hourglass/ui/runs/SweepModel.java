package hourglass.ui.runs;

import hourglass.core.Identity;
import hourglass.core.data.DataSet;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.InvalidSpecException;
import hourglass.core.spec.Preset;
import hourglass.core.spec.edit.Hyperparameter;
import hourglass.core.spec.listing.CommandListing;
import hourglass.engine.store.Report;
import hourglass.figures.SweepCurves;
import hourglass.session.data.DataService;
import hourglass.session.runs.RunRecord;
import hourglass.session.runs.RunSeries;
import hourglass.session.sweep.Sweep;
import hourglass.session.sweep.SweepService;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A sweep to be started, the one under way, and the curves of those that are there. */
public final class SweepModel {
    private static final int USUAL_EPOCHS = 5;

    private final SweepService service;
    private final DataService data;
    private final RunsModel runs;
    private final ObjectProperty<Hyperparameter> setting =
            new SimpleObjectProperty<>(this, "setting", Hyperparameter.CODE);
    private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(this, "preset", Preset.DENSE_64);
    private final StringProperty values = new SimpleStringProperty(this, "values", usual(Hyperparameter.CODE));
    private final StringProperty epochs = new SimpleStringProperty(this, "epochs", Integer.toString(USUAL_EPOCHS));
    private final StringProperty seeds = new SimpleStringProperty(this, "seeds", "1");
    private final StringProperty plan = new SimpleStringProperty(this, "plan", "");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
    private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress", 0);
    private final BooleanProperty underWay = new SimpleBooleanProperty(this, "underWay", false);
    private final BooleanProperty startable = new SimpleBooleanProperty(this, "startable", false);
    private final ReadOnlyObjectWrapper<List<RunSeries>> series =
            new ReadOnlyObjectWrapper<>(this, "series", List.of());
    private final ObjectProperty<Optional<RunSeries>> chosen =
            new SimpleObjectProperty<>(this, "chosen", Optional.empty());
    private @Nullable List<RunsModel.Row> seenRows;
    private Optional<Sweep.Order> order = Optional.empty();
    /** Folder of the sweep begun last, to be drawn as soon as it has points. */
    private Optional<Path> awaited = Optional.empty();

    /** Of these services; {@code runs} knows the finished ones. */
    public SweepModel(SweepService service, DataService data, RunsModel runs) {
        this.service = service;
        this.data = data;
        this.runs = runs;
        setting.addListener((observed, before, now) -> {
            values.set(usual(now));
            preset.set(usualPreset(now));
        });
        List.<Observable>of(setting, preset, values, epochs, seeds)
                .forEach(each -> each.addListener(changed -> forget()));
    }

    ObjectProperty<Hyperparameter> settingProperty() {
        return setting;
    }

    ObjectProperty<Preset> presetProperty() {
        return preset;
    }

    /** The values as typed, with spaces between. */
    StringProperty valuesProperty() {
        return values;
    }

    /** The line that makes the sweep that is drawn again; empty where none does. */
    Optional<CommandListing> command() {
        return chosen.get().flatMap(each -> RunCommands.of(each, data.state().data()));
    }

    /** Puts that into the clipboard and says so. */
    void copy() {
        command().map(RunCommands::copied).ifPresent(line -> plan.set(Messages.text("runs.command.copied", line)));
    }

    StringProperty epochsProperty() {
        return epochs;
    }

    StringProperty seedsProperty() {
        return seeds;
    }

    /** What it will take, or how far it is. */
    StringProperty planProperty() {
        return plan;
    }

    /** What is wrong with what was typed, or went wrong; else empty. */
    StringProperty problemProperty() {
        return problem;
    }

    DoubleProperty progressProperty() {
        return progress;
    }

    BooleanProperty underWayProperty() {
        return underWay;
    }

    /** Whether time and disk are known, so that it may begin. */
    BooleanProperty startableProperty() {
        return startable;
    }

    /** Sweeps whose runs are there, the newest first. */
    ReadOnlyObjectProperty<List<RunSeries>> seriesProperty() {
        return series.getReadOnlyProperty();
    }

    /** The one that is drawn. */
    ObjectProperty<Optional<RunSeries>> chosenProperty() {
        return chosen;
    }

    private static String usual(Hyperparameter setting) {
        return switch (setting) {
            case CODE -> "2 4 8 16 32 64 128";
            case HIDDEN -> "64 128 256 512";
            case SIGMA -> "0.1 0.2 0.3 0.4";
            case BETA -> "0.5 1 2 4";
            case LEARNING_RATE -> "0.0003 0.001 0.003 0.01";
            default -> "16 32 64 128";
        };
    }

    private static Preset usualPreset(Hyperparameter setting) {
        return switch (setting) {
            case SIGMA -> Preset.DENOISE_64;
            case BETA -> Preset.VAE_2;
            case HIDDEN -> Preset.STACKED_30;
            default -> Preset.DENSE_64;
        };
    }

    private void forget() {
        order = Optional.empty();
        startable.set(false);
        problem.set("");
        if (!underWay.get()) {
            plan.set("");
        }
    }

    /** Finds out what it will take; nothing is trained yet. */
    void measure() {
        forget();
        try {
            DataSet images = data.state().data();
            Experiment base = preset.get()
                    .experiment(
                            new DataSpec(images.name(), images.fingerprint()),
                            images.train().width(),
                            images.train().height(),
                            7);
            Experiment shortened = base.withTraining(base.training().withEpochs(whole(epochs.get(), "epochs")));
            List<String> typed = Stream.of(values.get().split("[;\\s]+"))
                    .filter(value -> !value.isBlank())
                    .toList();
            if (typed.size() < 2) {
                throw new InvalidSpecException("values", Messages.text("sweep.few"));
            }
            ask(service.order(shortened, Map.of(setting.get(), typed), whole(seeds.get(), "seeds"), images), images);
        } catch (InvalidSpecException wrong) {
            problem.set(String.valueOf(wrong.getMessage()));
        }
    }

    private static int whole(String typed, String what) {
        String plain = typed.strip();
        if (!plain.matches("\\d{1,4}")) {
            throw new InvalidSpecException(what, Messages.text("sweep.whole", plain));
        }
        return Integer.parseInt(plain);
    }

    /** Two more seeds of a run, so that three tell what seeds alone do. */
    void repeat(RunRecord run) {
        forget();
        DataSet images = data.state().data();
        Experiment experiment = run.experiment();
        if (!images.fingerprint().equals(experiment.data().fingerprint())) {
            problem.set(Messages.text("sweep.other-data", experiment.data().name(), images.name()));
            return;
        }
        ask(service.order(experiment.withSeed(experiment.seed() + 1), Map.of(), 2, images), images);
    }

    private void ask(Sweep.Order wanted, DataSet images) {
        if (underWay.get()) {
            problem.set(Messages.text("sweep.busy"));
            return;
        }
        order = Optional.of(wanted);
        plan.set(Messages.text("sweep.measuring"));
        service.measure(wanted, images);
    }

    /** Begins what was measured. */
    void start() {
        order.ifPresent(service::start);
        awaited = order.map(Sweep.Order::folder);
        startable.set(false);
    }

    void cancel() {
        service.cancel();
    }

    /** Looks once; FX thread. */
    public void tick() {
        if (!Identity.same(runs.rowsProperty().get(), seenRows)) {
            seenRows = runs.rowsProperty().get();
            series.set(RunSeries.in(runs.all()));
            Optional<RunSeries> come = series.get().stream()
                    .filter(each -> awaited.filter(each.folder()::equals).isPresent())
                    .findFirst();
            if (come.isPresent()) {
                awaited = Optional.empty();
                chosen.set(come);
            }
            chosen.set(series.get().stream()
                    .filter(each -> chosen.get()
                            .filter(before -> before.folder().equals(each.folder()))
                            .isPresent())
                    .findFirst()
                    .or(() -> series.get().stream().findFirst()));
        }
        SweepService.State state = service.state();
        underWay.set(state.isUnderWay());
        if (state.isUnderWay()) {
            state.sweep().map(Sweep::state).ifPresent(this::follow);
        } else if (order.isPresent() && state.order().equals(order)) {
            state.estimate().ifPresent(estimate -> {
                startable.set(estimate.trainings() > 0);
                plan.set(words(
                        order.get(),
                        estimate.trainings(),
                        (double) estimate.time().toSeconds(),
                        estimate.bytes()));
            });
            if (!state.problem().isEmpty()) {
                problem.set(state.problem());
            }
            state.sweep()
                    .filter(over -> state.estimate().isEmpty())
                    .map(Sweep::state)
                    .ifPresent(this::conclude);
        }
    }

    private static String words(Sweep.Order order, int left, double seconds, long bytes) {
        int all = order.plan().points().size();
        return left == 0
                ? Messages.text("sweep.all-there", all)
                : Messages.text(
                        left < all ? "sweep.plan.left" : "sweep.plan",
                        left,
                        RunWords.time(Math.max(1, seconds)),
                        RunWords.bytes((double) bytes),
                        order.jobs(),
                        all - left);
    }

    private void follow(Sweep.State now) {
        progress.set(now.progress());
        plan.set(Messages.text(
                "sweep.progress", now.count(Sweep.Step.FINISHED), now.phases().size()));
    }

    private void conclude(Sweep.State over) {
        progress.set(over.progress());
        plan.set(Messages.text(
                "sweep.over", over.count(Sweep.Step.FINISHED), over.phases().size()));
        String failures = over.phases().entrySet().stream()
                .filter(each -> each.getValue().step() == Sweep.Step.FAILED)
                .map(each -> each.getKey().name() + ": " + each.getValue().problem())
                .findFirst()
                .orElse("");
        if (!failures.isEmpty()) {
            problem.set(failures);
        }
    }

    /** The points against what they must be held against. */
    Optional<SweepCurves> curves() {
        return chosen.get()
                .map(series -> new SweepCurves(
                        series,
                        new SweepCurves.Names(
                                Messages.text("sweep.network"),
                                Messages.text("sweep.pca"),
                                Messages.text("sweep.nothing"),
                                Messages.text("sweep.each"),
                                Messages.text("sweep.kl"),
                                seed -> Messages.text("runs.seed", Long.toString(seed)),
                                number -> Messages.text("sweep.number", number))));
    }

    /** What the points say. */
    String finding() {
        return curves().map(SweepModel::finding).orElse(Messages.text("sweep.finding.none"));
    }

    /** What they say. */
    private static String finding(SweepCurves curves) {
        RunSeries series = curves.series();
        if (series.setting() != Hyperparameter.CODE) {
            return RunWords.title(series.setting());
        }
        ToDoubleFunction<RunRecord> network = curves.error();
        List<String> better = series.steps().stream()
                .filter(step -> step.mean(network)
                        < step.mean(run -> run.report()
                                .figures()
                                .test()
                                .map(Report.Quality::pcaMse)
                                .orElse(Double.NaN)))
                .map(RunSeries.Step::value)
                .toList();
        if (better.isEmpty()) {
            return Messages.text("sweep.finding.pca");
        }
        return better.size() == series.steps().size()
                ? Messages.text("sweep.finding.network")
                : Messages.text("sweep.finding.cross", better.get(better.size() - 1));
    }

    /** What the sweep that is drawn was, in a line. */
    String about() {
        return chosen.get()
                .flatMap(each -> each.steps().get(0).runs().stream().findFirst())
                .map(run -> Messages.text(
                        "sweep.about",
                        RunWords.familyOf(run.experiment()),
                        Counts.epochs(run.experiment().training().epochs()),
                        run.report().data().name()))
                .orElse("");
    }
}

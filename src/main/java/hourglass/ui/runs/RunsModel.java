package hourglass.ui.runs;

import hourglass.core.Identity;
import hourglass.core.data.DataSet;
import hourglass.core.spec.Experiment;
import hourglass.figures.CurveContent;
import hourglass.session.ask.InferenceService;
import hourglass.session.file.ViewStates;
import hourglass.session.look.Chooser;
import hourglass.session.look.Look;
import hourglass.session.look.Origin;
import hourglass.session.look.Pick;
import hourglass.session.project.ModelService;
import hourglass.session.project.ShippedShelf;
import hourglass.session.run.TrainingDesk;
import hourglass.session.run.TrainingService;
import hourglass.session.runs.RunCard;
import hourglass.session.runs.RunComparison;
import hourglass.session.runs.RunRecord;
import hourglass.session.runs.RunStore;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.ViewMemory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** All runs as rows, the ticked ones as a comparison, and what can be done with one. */
public final class RunsModel {
    /** Most runs that can be told apart by their curves. */
    static final int MOST_TICKED = 4;

    private static final long UNDO_NANOS = 10_000_000_000L;

    private final RunStore store;
    private final Seen seen;
    private final LongSupplier nanos;
    private final ShippedPictures pictures;
    private final long started = System.currentTimeMillis();
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
    private final ReadOnlyObjectWrapper<RunComparison> comparison =
            new ReadOnlyObjectWrapper<>(this, "comparison", new RunComparison(List.of(), List.of()));
    private final ObjectProperty<Sort> sort = new SimpleObjectProperty<>(this, "sort", Sort.NEWEST);
    private final ObjectProperty<Along> along = new SimpleObjectProperty<>(this, "along", Along.EPOCHS);
    private final ReadOnlyObjectWrapper<Optional<RunRecord>> deleted =
            new ReadOnlyObjectWrapper<>(this, "deleted", Optional.empty());
    private final StringProperty notice = new SimpleStringProperty(this, "notice", "");
    private final List<Path> ticked = new ArrayList<>();
    private List<RunRecord> runs = List.of();
    private RunStore.@Nullable Shelf seenShelf;
    private @Nullable ShippedShelf seenShipped;
    private Optional<String> seenComplaint = Optional.empty();
    private boolean touched;
    private long deletedAt;
    private Optional<String> awaited = Optional.empty();

    /** In which order rows stand. */
    enum Sort {
        NEWEST,
        ERROR,
        TIME,
        NAME
    }

    /** What the horizontal axis counts. */
    enum Along {
        EPOCHS,
        SECONDS,
        IMAGES
    }

    /**
     * The services that are looked at and told.
     *
     * @param chooser shows a run in the whole window
     */
    public record Seen(
            ModelService models,
            TrainingService training,
            TrainingDesk desk,
            Chooser chooser,
            InferenceService inference) {}

    /**
     * A run as it stands in the list.
     *
     * @param group heading above the first of its kind
     * @param differences the settings that not most runs have, the telling ones first
     * @param mark place among the ticked ones, −1 for none
     */
    record Row(RunRecord run, String group, String name, List<String> differences, String seed, int mark) {
        /** The same with ever fewer of the differences. */
        List<String> wordings() {
            return IntStream.rangeClosed(0, differences.size())
                    .mapToObj(left -> String.join(", ", differences.subList(0, differences.size() - left)))
                    .toList();
        }
    }

    /** Of this store; {@code nanos} is the time. */
    public RunsModel(RunStore store, Seen seen, LongSupplier nanos) {
        this.store = store;
        this.seen = seen;
        this.nanos = nanos;
        pictures = new ShippedPictures(seen.inference(), seen.models());
        sort.addListener((observed, before, now) -> arrange());
        along.addListener((observed, before, now) -> compare());
    }

    /** All rows, in order. */
    ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** The ticked runs against each other. */
    ReadOnlyObjectProperty<RunComparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    ObjectProperty<Sort> sortProperty() {
        return sort;
    }

    ObjectProperty<Along> alongProperty() {
        return along;
    }

    /** How the list is set. */
    public ViewMemory<ViewStates.Runs> memory() {
        return new ViewMemory<>(
                () -> new ViewStates.Runs(ViewStates.word(sort.get()), ViewStates.word(along.get())),
                () -> true,
                state -> {
                    ViewStates.setting(Sort.class, state.sort()).ifPresent(sort::set);
                    ViewStates.setting(Along.class, state.along()).ifPresent(along::set);
                });
    }

    /** What was deleted and can still be brought back. */
    ReadOnlyObjectProperty<Optional<RunRecord>> deletedProperty() {
        return deleted.getReadOnlyProperty();
    }

    /** What went wrong last, or cannot be, in a sentence; else empty. */
    StringProperty noticeProperty() {
        return notice;
    }

    /** Looks once; FX thread. */
    public void tick() {
        RunStore.Shelf shelf = store.shelf();
        ShippedShelf shipped = seen.models().shelf();
        if (!Identity.same(shelf, seenShelf) || !Identity.same(shipped, seenShipped)) {
            boolean first = seenShelf == null;
            seenShelf = shelf;
            seenShipped = shipped;
            runs = Stream.concat(shelf.runs().stream(), ShippedRuns.of(shipped)).toList();
            if (!first || !shelf.troubles().isEmpty()) {
                notice.set(String.join("\n", shelf.troubles()));
            }
            tickFirst();
            arrange();
        }
        if (!Identity.same(store.complaint(), seenComplaint)) {
            seenComplaint = store.complaint();
            seenComplaint.ifPresent(notice::set);
        }
        if (deleted.get().isPresent() && nanos.getAsLong() - deletedAt > UNDO_NANOS) {
            deleted.get().ifPresent(store::purge);
            deleted.set(Optional.empty());
        }
        if (pictures.tick(comparison.get().runs(), seen.chooser().look())) {
            compare();
        }
        goOnWithAwaited();
    }

    /** Until somebody ticks something, the lesson's comparison stands there. */
    private void tickFirst() {
        List<Path> first =
                Stream.of("dense-64", "conv-64").map(ShippedRuns::folder).toList();
        if (!touched
                && ticked.isEmpty()
                && first.stream().allMatch(folder -> find(folder).isPresent())) {
            ticked.addAll(first);
        }
    }

    private void arrange() {
        ticked.removeIf(folder -> find(folder).isEmpty());
        List<Experiment> all = runs.stream().map(RunRecord::experiment).toList();
        rows.set(runs.stream()
                .sorted(Comparator.comparing(this::rank).thenComparing(order()))
                .map(run -> new Row(
                        run,
                        group(run),
                        RunWords.name(run),
                        RunWords.differences(run.experiment(), all),
                        Long.toString(run.experiment().seed()),
                        ticked.indexOf(run.folder())))
                .toList());
        compare();
    }

    private Comparator<RunRecord> order() {
        return switch (sort.get()) {
            case NEWEST ->
                Comparator.comparingLong((RunRecord run) -> run.card().began()).reversed();
            case ERROR -> Comparator.comparing(RunRecord::unit).thenComparingDouble(run -> nanLast(run.bestError()));
            case TIME -> Comparator.comparingDouble(RunRecord::seconds);
            case NAME -> Comparator.comparing(RunWords::name, String.CASE_INSENSITIVE_ORDER);
        };
    }

    private static double nanLast(double value) {
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    private int rank(RunRecord run) {
        if (ShippedRuns.isOne(run)) {
            return 4;
        }
        if (!store.isOwn(run)) {
            return 2;
        }
        return store.isSwept(run) ? 3 : run.card().began() >= started ? 0 : 1;
    }

    private String group(RunRecord run) {
        Path parent = run.folder().getParent();
        String folder = parent == null ? "" : String.valueOf(parent.getFileName());
        return switch (rank(run)) {
            case 0 -> Messages.text("runs.group.tonight");
            case 1 -> Messages.text("runs.group.before");
            case 2 -> Messages.text("runs.group.folder", folder);
            case 3 -> Messages.text("runs.group.sweep", folder);
            default -> Messages.text("runs.group.shipped");
        };
    }

    private Optional<RunRecord> find(Path folder) {
        return runs.stream().filter(run -> run.folder().equals(folder)).findFirst();
    }

    /** Ticks a run, or takes its tick away; the first one goes where there are too many. */
    void toggle(RunRecord run) {
        touched = true;
        if (!ticked.remove(run.folder())) {
            ticked.add(run.folder());
            if (ticked.size() > MOST_TICKED) {
                ticked.remove(0);
            }
        }
        arrange();
    }

    private void compare() {
        List<RunRecord> chosen = ticked.stream()
                .flatMap(folder -> find(folder).stream())
                .map(pictures::with)
                .toList();
        comparison.set(new RunComparison(chosen, runs));
    }

    /** The curves of the ticked runs over one axis. */
    CurveContent curves() {
        return new OverlaidCurves(comparison.get(), along.get()).content();
    }

    /** Shows a run in the whole window. */
    void show(RunRecord run) {
        awaited = Optional.empty();
        if (ShippedRuns.isOne(run)) {
            seen.chooser().pickForAll(Pick.shipped(String.valueOf(run.folder().getFileName())));
            return;
        }
        Optional<Look> there = look(run.card().run());
        if (there.isPresent()) {
            seen.chooser().pickForAll(there.get().pick());
        } else {
            open(run, run.weights().last(), RunWords.name(run));
        }
    }

    /** Shows the weights of its best epoch. */
    void showBest(RunRecord run) {
        open(run, run.weights().best(), Messages.text("runs.named.best", RunWords.name(run)));
    }

    private void open(RunRecord run, Optional<Path> weights, String name) {
        if (weights.isEmpty()) {
            notice.set(Messages.text("runs.no-weights", RunWords.name(run)));
        } else {
            seen.models().open(weights.get(), name);
        }
    }

    private Optional<Look> look(String run) {
        return seen.chooser().offered().stream()
                .filter(look -> look.origin() == Origin.TONIGHT || look.origin() == Origin.TRAINING)
                .filter(look -> look.run().text().equals(run))
                .findFirst();
    }

    /** Shows a run and trains it on exactly, where nothing else trains. */
    void goOn(RunRecord run) {
        if (seen.training().state().phase().isActive()) {
            notice.set(Messages.text("runs.busy"));
            return;
        }
        show(run);
        if (ShippedRuns.isOne(run)
                || run.weights().last().isPresent()
                || look(run.card().run()).isPresent()) {
            awaited = Optional.of(ShippedRuns.isOne(run) ? "" : run.card().run());
            goOnWithAwaited();
        }
    }

    private void goOnWithAwaited() {
        Look look = seen.chooser().look();
        boolean there = awaited.filter(name -> name.isEmpty()
                        ? look.origin() == Origin.SHIPPED
                        : look.run().text().equals(name))
                .isPresent();
        if (there) {
            awaited = Optional.empty();
            seen.desk().take(look.experiment());
            seen.desk().trainOrPause(look.snapshot());
        }
    }

    /** The data in use. */
    DataSet data() {
        return seen.chooser().look().data();
    }

    /** Whether what is shown can be renamed, pinned and deleted. */
    boolean isEditable(RunRecord run) {
        return !ShippedRuns.isOne(run);
    }

    void edit(RunRecord run, UnaryOperator<RunCard> change) {
        if (isEditable(run)) {
            store.edit(run, change);
        }
    }

    /** Until the time for undoing is over it can be brought back. */
    void delete(RunRecord run) {
        if (isEditable(run)) {
            deleted.get().ifPresent(store::purge);
            deletedAt = nanos.getAsLong();
            deleted.set(Optional.of(run));
            store.delete(run);
        }
    }

    void undo() {
        deleted.get().ifPresent(store::restore);
        deleted.set(Optional.empty());
    }

    /** Lists the runs of a folder of the command line. */
    void open(Path folder) {
        store.open(folder);
    }

    /** Weights on the disk, of how many bytes at most. */
    String disk() {
        return Messages.text("runs.disk", RunWords.bytes((double) store.shelf().bytes()), RunWords.bytes((double)
                RunStore.MOST_BYTES));
    }

    /** All rows, as a table to be saved. */
    List<RunRecord> all() {
        return rows.get().stream().map(Row::run).toList();
    }
}

package hourglass.session.look;

import hourglass.core.Identity;
import hourglass.core.data.DataSet;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.RunId;
import hourglass.session.concurrent.Latest;
import hourglass.session.data.DataService;
import hourglass.session.project.ModelService;
import hourglass.session.project.OpenedFile;
import hourglass.session.run.TrainingService;
import hourglass.session.run.TrainingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All networks that can be shown, and what was chosen for the whole window, newest first. Starting a training, opening a
 * file and picking in the header are such choices. The thread that ticks.
 */
public final class Showcase {
    /** Ended trainings kept in memory; a large network has 10 MB with its optimiser. */
    static final int MOST_TONIGHT = 8;

    private final ModelService models;
    private final DataService data;
    private final List<Chosen> chosen = new ArrayList<>();
    private final List<Run> tonight = new ArrayList<>();
    private @Nullable Run newest;
    private long followed;
    private long counted;
    private List<OpenedFile> seenFiles = List.of();
    private Optional<OwnImage> own = Optional.empty();
    private long ownSince;

    /** A choice with its place in the order of all choices. */
    record Chosen(long number, Pick pick) {}

    /**
     * A training; its weights arrive in their mailbox until it has ended.
     *
     * @param best weights to show instead of the last ones
     */
    private record Run(RunId id, Latest<Optional<ModelSnapshot>> weights, Origin origin, Optional<ModelSnapshot> best) {
        Look look(DataSet data) {
            boolean ended = origin == Origin.TONIGHT;
            return new Look(
                    origin, "", best.filter(found -> ended).or(weights::get).orElseThrow(), data);
        }

        Run over() {
            return new Run(id, weights, Origin.TONIGHT, best);
        }

        Run showing(Optional<ModelSnapshot> other) {
            return new Run(id, weights, origin, other);
        }
    }

    /** Showing the first shipped network. */
    public Showcase(ModelService models, DataService data) {
        this.models = models;
        this.data = data;
        choose(Pick.shipped(models.firstShipped()));
    }

    /** Looks at the training and the opened files once. */
    public void tick(TrainingService training) {
        // The state first: its mailbox is filled after that of the weights was replaced.
        TrainingState state = training.state();
        follow(state, training.weights());
    }

    /** The training as it stands; its first weights are a choice for the whole window. */
    public void follow(TrainingState state, Latest<Optional<ModelSnapshot>> weights) {
        Run before = newest;
        Optional<ModelSnapshot> snapshot = weights.get();
        if (snapshot.isPresent()) {
            boolean begun = state.generation() != followed;
            RunId id = snapshot.get().run();
            Origin origin = state.phase().isActive() ? Origin.TRAINING : Origin.TONIGHT;
            newest = new Run(id, weights, origin, begun || before == null ? Optional.empty() : before.best());
            if (begun) {
                keep(before, id);
                followed = state.generation();
                choose(Pick.run(id));
            }
        } else if (before != null) {
            // Another training is being made ready.
            newest = before.over();
        }
        followFiles();
    }

    private void keep(@Nullable Run ended, RunId begun) {
        tonight.removeIf(run -> run.id().equals(begun));
        if (ended != null && !ended.id().equals(begun)) {
            tonight.add(0, ended.over());
            tonight.subList(Math.min(MOST_TONIGHT, tonight.size()), tonight.size())
                    .clear();
        }
    }

    private void followFiles() {
        List<OpenedFile> files = models.opened();
        if (!Identity.same(files, seenFiles)) {
            seenFiles = files;
            choose(Pick.file(files.get(0).name()));
        }
    }

    /** Whether a training was started of which nothing can be shown yet. */
    public boolean isAwaited(TrainingState state) {
        return state.phase().isActive() && state.generation() != followed;
    }

    /** From now on this is shown wherever it suits. */
    public void choose(Pick pick) {
        chosen.removeIf(each -> each.pick().equals(pick));
        chosen.add(0, new Chosen(next(), pick));
    }

    long next() {
        return ++counted;
    }

    /** What was chosen last for the whole window. */
    public Pick newest() {
        return chosen.get(0).pick();
    }

    List<Chosen> chosen() {
        return chosen;
    }

    /** Shows the weights of the best epoch of the training that ended last, instead of its last ones. */
    public void showBest(ModelSnapshot best) {
        show(Optional.of(best));
    }

    /** Shows its last weights again. */
    public void showLast() {
        show(Optional.empty());
    }

    private void show(Optional<ModelSnapshot> best) {
        Run run = newest;
        if (run != null && best.map(found -> found.run().equals(run.id())).orElse(true)) {
            newest = run.showing(best);
            choose(Pick.run(run.id()));
        }
    }

    /** From now on this image of one's own is shown in every view, until another image is chosen there. */
    public void useOwn(OwnImage image) {
        own = Optional.of(image);
        ownSince = next();
    }

    /** There is no image of one's own any more. */
    public void forgetOwn() {
        own = Optional.empty();
    }

    /** The image of one's own. */
    public Optional<OwnImage> own() {
        return own;
    }

    /** When it was chosen, in the order of all choices. */
    long ownSince() {
        return ownSince;
    }

    /** A chooser for a view. */
    public Chooser chooser(Suitability suitability) {
        return new Chooser(this, suitability);
    }

    /** The training started last, once there is something to show of it. */
    public Optional<Look> training() {
        return Optional.ofNullable(newest).map(run -> run.look(data()));
    }

    /** Everything there is: the training, those of this evening, the shipped networks that are read, opened files. */
    public List<Look> offered() {
        List<Look> all = new ArrayList<>();
        training().ifPresent(all::add);
        tonight.forEach(run -> all.add(run.look(data())));
        models.shippedNames().forEach(name -> shipped(name).ifPresent(all::add));
        models.opened().forEach(file -> all.add(look(file)));
        return all;
    }

    Optional<Look> find(Pick pick) {
        return switch (pick.kind()) {
            case RUN -> run(pick.name());
            case SHIPPED -> shipped(pick.name());
            case FILE ->
                models.opened().stream()
                        .filter(file -> file.name().equals(pick.name()))
                        .findFirst()
                        .map(this::look);
        };
    }

    private Optional<Look> run(String id) {
        return Optional.ofNullable(newest)
                .filter(run -> run.id().text().equals(id))
                .or(() -> tonight.stream()
                        .filter(run -> run.id().text().equals(id))
                        .findFirst())
                .map(run -> run.look(data()));
    }

    Optional<Look> shipped(String name) {
        return models.shipped(name).map(snapshot -> new Look(Origin.SHIPPED, name, snapshot, data()));
    }

    private Look look(OpenedFile file) {
        return new Look(Origin.FILE, file.name(), file.snapshot(), data());
    }

    private DataSet data() {
        return data.state().data();
    }

    /** Something to show where nothing else can be. */
    Look first() {
        return shipped(models.firstShipped()).orElseThrow();
    }
}

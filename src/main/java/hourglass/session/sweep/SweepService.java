package hourglass.session.sweep;

import hourglass.core.data.DataSet;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.edit.Hyperparameter;
import hourglass.engine.model.NetworkFactory;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Latest;
import hourglass.session.concurrent.Program;
import hourglass.session.concurrent.Worker;
import hourglass.session.data.DataArguments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The sweep of the window: measured, started and cancelled from any thread, waited for on a thread of its own. */
public final class SweepService implements AutoCloseable {
    private final Worker worker;
    private final Supplier<NetworkFactory> networks;
    private final Program program;
    private final Path root;
    private final Consumer<Path> finished;
    private final Latest<State> state = new Latest<>(State.IDLE);
    private CancelToken token = new CancelToken();

    /**
     * What is known of the sweep asked for last. Immutable but for the sweep, whose state moves on.
     *
     * @param order what was asked for
     * @param estimate what of it is left will take, once it is measured
     * @param sweep the one under way or ended last
     * @param isUnderWay whether it runs
     * @param problem why it cannot go on, a sentence; else empty
     */
    public record State(
            Optional<Sweep.Order> order,
            Optional<SweepEstimate> estimate,
            Optional<Sweep> sweep,
            boolean isUnderWay,
            String problem) {
        static final State IDLE = new State(Optional.empty(), Optional.empty(), Optional.empty(), false, "");
    }

    /**
     * With its thread.
     *
     * @param root folder of the folders of all sweeps
     * @param finished hears, on {@code worker}, of each folder of a finished training
     */
    public SweepService(
            Worker worker, Supplier<NetworkFactory> networks, Program program, Path root, Consumer<Path> finished) {
        this.worker = worker;
        this.networks = networks;
        this.program = program;
        this.root = root;
        this.finished = finished;
    }

    /** What is known; compare by identity with what was seen last. */
    public State state() {
        return state.get();
    }

    /**
     * What a sweep of these would be. Its folder follows from all that its trainings have in common, so that asking for the
     * same once more goes on with it.
     *
     * @throws hourglass.core.spec.InvalidSpecException with a sentence if one of the trainings cannot be
     */
    public Sweep.Order order(Experiment base, Map<Hyperparameter, List<String>> axes, int seeds, DataSet data) {
        SweepPlan plan = SweepPlan.of(base, axes, seeds);
        String swept =
                axes.keySet().stream().map(Hyperparameter::id).findFirst().orElse("seeds");
        String name = base.name() + "-" + swept + "-" + mark(common(base, axes));
        int jobs = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return new Sweep.Order(plan, root.resolve(name), DataArguments.of(data), jobs);
    }

    /** The same whatever values are given. */
    private static Experiment common(Experiment base, Map<Hyperparameter, List<String>> axes) {
        Experiment plain = base;
        for (Hyperparameter axis : axes.keySet()) {
            String any = axis == Hyperparameter.SIGMA ? "0.5" : "1";
            plain = axis.with(plain, any);
        }
        return plain;
    }

    /** A few letters that stay from one start of the program to the next. */
    private static String mark(Experiment common) {
        return Integer.toHexString(common.toString().hashCode());
    }

    /** Finds out what it will take, unless one is under way. */
    public synchronized void measure(Sweep.Order order, DataSet data) {
        if (state.get().isUnderWay()) {
            return;
        }
        CancelToken mine = renewed();
        state.put(new State(Optional.of(order), Optional.empty(), state.get().sweep(), false, ""));
        worker.execute(() -> {
            try {
                SweepPlan left = Sweep.remaining(order);
                SweepEstimate estimate = SweepEstimate.of(left, order.jobs(), networks.get(), data, mine);
                publish(order, mine, Optional.of(estimate), "");
            } catch (CancellationException overtaken) {
                // Another one was asked for.
            } catch (RuntimeException cannot) {
                publish(order, mine, Optional.empty(), String.valueOf(cannot.getMessage()));
            }
        });
    }

    private CancelToken renewed() {
        token.cancel();
        token = new CancelToken();
        return token;
    }

    private synchronized void publish(
            Sweep.Order order, CancelToken mine, Optional<SweepEstimate> estimate, String problem) {
        if (!mine.isCancelled()) {
            state.put(new State(Optional.of(order), estimate, state.get().sweep(), false, problem));
        }
    }

    /** Trains what of it is left, unless one is under way. */
    public synchronized void start(Sweep.Order order) {
        if (state.get().isUnderWay()) {
            return;
        }
        CancelToken mine = renewed();
        Sweep sweep = new Sweep(order, program.withProcessors(1), (point, phase) -> {
            if (phase.step() == Sweep.Step.FINISHED) {
                finished.accept(order.folder().resolve(point.name()));
            }
        });
        state.put(new State(Optional.of(order), state.get().estimate(), Optional.of(sweep), true, ""));
        worker.execute(() -> {
            String problem = "";
            try {
                problem = sweep.run(mine).problem();
            } catch (IOException | RuntimeException failed) {
                problem = String.valueOf(failed.getMessage());
            }
            State now = state.get();
            state.put(new State(now.order(), Optional.empty(), Optional.of(sweep), false, problem));
        });
    }

    /** Asks what is under way to end; its trainings save what they learnt. */
    public synchronized void cancel() {
        token.cancel();
    }

    @Override
    public void close() {
        cancel();
    }
}

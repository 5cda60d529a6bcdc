package hourglass.cli;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.train.TrainingRun;
import hourglass.session.concurrent.Pulse;
import hourglass.session.concurrent.Worker;
import hourglass.session.run.Keeper;
import hourglass.session.run.RunObserver;
import java.io.PrintWriter;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a command learns until it lies in the output folder; what goes wrong is said on the terminal. */
final class CommandKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandKeeper.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Worker io = new Worker("io", Thread.NORM_PRIORITY, CommandKeeper::log);
    private final PrintWriter err;
    private final Keeper keeper;
    private final Pulse minute;

    CommandKeeper(CommandContext context, PrintWriter err) {
        this.err = err;
        keeper = new Keeper(
                context.kept(),
                context.version(),
                io,
                why -> err.println("hourglass: what is learnt cannot be kept while it trains: " + why));
        minute = new Pulse("minute", Duration.ofMinutes(1), keeper::wish, CommandKeeper::log);
    }

    private static void log(String thread, Throwable problem) {
        LOG.error("{} failed", thread, problem);
    }

    /** Who is told of what is learnt. */
    RunObserver observer() {
        return keeper;
    }

    /** It lies in the output folder. */
    void saved(ModelSnapshot snapshot) {
        keeper.saved(snapshot);
    }

    /** Keeps the run as it stands and says, after {@code reason}, where. */
    void rescue(TrainingRun run, String reason) {
        ModelSnapshot snapshot = run.lightSnapshot();
        keeper.after(run, RunObserver.Moment.END);
        close();
        boolean kept = keeper.state(snapshot) == Keeper.State.KEPT;
        err.println("hourglass: " + reason
                + (kept
                        ? " What was learnt is kept in " + keeper.file(run.id())
                                + "; the window offers it at its next start, and train --model goes on with it."
                        : " What was learnt could not be kept either."));
    }

    @Override
    public void close() {
        minute.close();
        keeper.close();
        io.finish(PATIENCE);
    }
}

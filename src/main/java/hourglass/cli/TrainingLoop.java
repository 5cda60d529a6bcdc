package hourglass.cli;

import hourglass.core.spec.Experiment;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.train.DivergedException;
import hourglass.engine.train.Step;
import hourglass.engine.train.TrainingRun;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.run.RunObserver;
import java.io.PrintWriter;
import java.util.Locale;

/** Trains to the end with a line for each epoch. */
final class TrainingLoop {
    private final PrintWriter terminal;
    private final CancelToken token;

    /** Why a training ended, as reports call it. */
    enum End {
        /** All epochs are done. */
        COMPLETED("completed", 0),
        /** The loss ran away; the weights are the last good ones. */
        DIVERGED("diverged", 1),
        /** Ctrl-C; 130 is how shells count it. */
        INTERRUPTED("interrupted", 130);

        private final String word;
        private final int exitCode;

        End(String word, int exitCode) {
            this.word = word;
            this.exitCode = exitCode;
        }

        String word() {
            return word;
        }

        int exitCode() {
            return exitCode;
        }
    }

    TrainingLoop(PrintWriter terminal, CancelToken token) {
        this.terminal = terminal;
        this.token = token;
    }

    /** Says what is trained; after the network is made, which settles its threads. */
    void announce(Experiment experiment, NetworkFactory networks) {
        int threads = networks.threads();
        terminal.printf(
                Locale.ROOT,
                "%s%s, %d weights, %s; batch %d, Adam %s, seed %d, %s%n",
                experiment.describe(),
                experiment.noise().isNoisy() ? " (" + experiment.noise().describe() + ")" : "",
                experiment.model().parameterCount(),
                experiment.model().loss().words(),
                experiment.training().batchSize(),
                experiment.training().learningRate(),
                experiment.seed(),
                threads == 1 ? "1 thread" : "up to " + threads + " threads");
    }

    /** Trains until {@code epochs} are completed in all; {@code observer} is told of what is learnt on the way. */
    End run(TrainingRun run, int epochs, RunObserver observer) {
        EpochLine line = new EpochLine(run.experiment(), epochs);
        observer.after(run, RunObserver.Moment.BEGIN);
        try {
            while (run.progress().epochs() < epochs && !token.isCancelled()) {
                if (run.step().end() == Step.End.OF_EPOCH) {
                    terminal.println(line.of(run.finishEpoch(() -> false)));
                    observer.after(run, RunObserver.Moment.EPOCH);
                }
                observer.after(run, RunObserver.Moment.STEP);
            }
            run.conclude().ifPresent(terminal::println);
        } catch (DivergedException diverged) {
            terminal.println(diverged.getMessage());
            return End.DIVERGED;
        }
        return token.isCancelled() ? End.INTERRUPTED : End.COMPLETED;
    }
}

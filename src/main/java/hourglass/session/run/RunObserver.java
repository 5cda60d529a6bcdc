package hourglass.session.run;

import hourglass.engine.train.TrainingRun;

/** Who is told of what a training has learnt: on the thread that trains, so that no drawing clock is needed for it. */
public interface RunObserver {
    /** Nobody. */
    RunObserver NONE = (run, moment) -> {};

    /** Where a training stands when it tells. */
    enum Moment {
        /** Before its first step. */
        BEGIN,
        /** After a batch. */
        STEP,
        /** After an epoch and its validation. */
        EPOCH,
        /** It waits between two batches. */
        PAUSE,
        /** It is done, stopped or failed; its network is closed after this. */
        END
    }

    /** Looks at the run, which must not be kept; quick, because training waits. */
    void after(TrainingRun run, Moment moment);

    /** This one, then {@code other}. */
    default RunObserver and(RunObserver other) {
        return (run, moment) -> {
            after(run, moment);
            other.after(run, moment);
        };
    }
}

/**
 * The training service: one thread, one run at a time, legal transitions only; and what is told of it: the keeper of
 * what was learnt and not saved, and the epochs one can go back to. May import: core.*, engine.model, engine.store,
 * engine.train, session.concurrent, session.data, org.slf4j. Start reading at {@link
 * hourglass.session.run.TrainingService}, then {@code RunLoop} and {@link hourglass.session.run.Keeper}.
 */
package hourglass.session.run;

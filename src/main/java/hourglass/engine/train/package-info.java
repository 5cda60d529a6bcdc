/**
 * Training as plain steps, without threads: batches, epochs, validation, the watch for divergence. May import: core.*,
 * engine.model. Start reading at {@link hourglass.engine.train.TrainingRun}.
 */
package hourglass.engine.train;

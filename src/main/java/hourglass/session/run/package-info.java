/**
 * The training service: one thread, one run at a time, legal transitions only. It may import {@code core}, {@code engine}
 * and {@code session.concurrent}. Start reading at {@link hourglass.session.run.TrainingService}, then {@code
 * RunLoop}.
 */
package hourglass.session.run;

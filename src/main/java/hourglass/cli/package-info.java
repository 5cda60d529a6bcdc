/**
 * The commands without a window (picocli), the only room that writes to the standard streams. May import: core.*,
 * engine.model, engine.store, engine.train, session.ask, session.concurrent, session.data, session.data.download,
 * session.lesson, session.map, session.measure, session.project, session.run, session.runs, session.sweep, figures, com.fasterxml.jackson, org.slf4j, picocli. Start reading at
 * {@link hourglass.cli.HourglassCommand}.
 */
package hourglass.cli;

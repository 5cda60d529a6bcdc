/**
 * Where the program starts and is put together by hand. May import: core.*, engine.dl4j, engine.heap, engine.model,
 * engine.store, session.ask, session.concurrent, session.data, session.data.download, session.file, session.history, session.lesson, session.look, session.map,
 * session.measure, session.project, session.run, session.runs, session.sweep, figures, ui.data, ui.denoise, ui.inside, ui.kit, ui.latent, ui.lesson, ui.map, ui.oddities, ui.pictures, ui.reconstruct, ui.runs, ui.shell,
 * ui.train, cli, com.sun.jna, com.sun.management, javafx, org.slf4j. Start reading at {@link hourglass.app.Launcher},
 * then {@code Wiring}.
 */
package hourglass.app;

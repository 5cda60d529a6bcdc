/**
 * The networks that came with the program, and files of networks. May import: core, core.spec, engine.model, engine.store,
 * session.concurrent, org.slf4j. Start reading at {@link hourglass.session.project.ModelService}.
 */
package hourglass.session.project;

/**
 * The network in use and its files. May import: core.spec, engine.model, engine.store, session.concurrent, org.slf4j.
 * Start reading at {@link hourglass.session.project.ModelService}.
 */
package hourglass.session.project;

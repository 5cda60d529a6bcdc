/**
 * The network in use and its files. It may import {@code core}, {@code engine} and {@code session.concurrent}. Start
 * reading at {@link hourglass.session.project.ModelService}.
 */
package hourglass.session.project;

/**
 * The frame around the views: rail, top bar, status line, banners and keys. Its nodes know the {@link
 * hourglass.ui.shell.ShellModel} only, which the presenters fill from the services. May import: core.*, engine.model,
 * session.ask, session.data, session.data.download, session.history,
 * session.look, session.project, session.run, ui.kit, ui.pictures, javafx,
 * org.kordamp.ikonli. Start with {@link hourglass.ui.shell.ShellView}.
 */
package hourglass.ui.shell;

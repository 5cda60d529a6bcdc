/**
 * The frame around the views: rail, top bar, status line, banners and keys. It knows {@link
 * hourglass.ui.shell.ShellModel} and {@code hourglass.ui.kit} only; whoever wires the program fills the model from the
 * services. Start with {@link hourglass.ui.shell.ShellView}.
 */
package hourglass.ui.shell;

package hourglass.ui.shell;

import hourglass.session.look.Pick;

/**
 * A network on offer.
 *
 * @param pick picks it
 * @param group what it stands among, such as the shipped ones
 * @param title its name
 * @param purpose what one learns from it; empty where nobody has said
 * @param facts what it is, how well it does and how it was trained
 * @param mark whether it is the one shown
 */
public record NetworkEntry(Pick pick, String group, String title, String purpose, String facts, Mark mark) {
    /** Whether it is the one shown. */
    public enum Mark {
        SHOWN,
        OTHER
    }
}

package hourglass.ui.shell;

import hourglass.session.look.Pick;

/**
 * A network on offer.
 *
 * @param pick picks it
 * @param group what it stands among, such as the shipped ones
 * @param title its name
 * @param line what it is and how long it was trained
 * @param error how far its images are from the originals, the number alone; empty where nobody knows or it still changes
 * @param about what one learns from it and all facts, for who asks
 * @param mark whether it is the one shown
 */
public record NetworkEntry(Pick pick, String group, String title, String line, String error, String about, Mark mark) {
    /** Whether it is the one shown. */
    public enum Mark {
        SHOWN,
        OTHER
    }
}

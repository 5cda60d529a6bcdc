package hourglass.ui.shell;

/**
 * A network on offer.
 *
 * @param title its name
 * @param purpose what one learns from it
 * @param facts what it is, how well it does and how it was trained; empty until it is read
 * @param mark whether it is the one shown
 * @param open shows it
 */
public record NetworkChoice(String title, String purpose, String facts, Mark mark, Runnable open) {
    /** Whether it is the one shown. */
    public enum Mark {
        SHOWN,
        OTHER
    }
}

package hourglass.ui.kit;

/** Something one can pick, in words, and what it does. */
public record Choice(String text, Runnable run) {}

package hourglass.ui.kit;

import java.util.Locale;

/** Whole numbers as people read them. */
public final class Counts {
    private Counts() {}

    /** In groups of three with spaces that no line breaks at: 60 000. */
    public static String spaced(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u00a0');
    }
}

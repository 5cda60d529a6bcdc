package hourglass.ui.kit;

import hourglass.engine.model.Progress;
import java.util.Locale;

/** Whole numbers as people read them. */
public final class Counts {
    private Counts() {}

    /** How far a training has come, such as "3 epochs", or "120 batches" before the first is complete. */
    public static String trained(Progress progress) {
        return progress.epochs() == 0 && progress.iteration() > 0
                ? Messages.text("trained.batches", progress.iteration())
                : Messages.text("trained.epochs", progress.epochs());
    }

    /** In groups of three with spaces that no line breaks at: 60 000. */
    public static String spaced(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u00a0');
    }
}

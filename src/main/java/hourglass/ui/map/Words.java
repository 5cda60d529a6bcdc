package hourglass.ui.map;

import hourglass.session.map.EmbeddingFrame;
import hourglass.session.map.MapSource;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.LookWords;
import hourglass.ui.kit.Messages;

/** Networks, maps and their states in words. */
final class Words {
    private Words() {}

    /** What a map is of. */
    static String mapped(Mapped mapped) {
        return mapped.source() == MapSource.PIXELS
                ? Messages.text("map.of-pixels", mapped.data().name())
                : Messages.text(
                        "map.of-codes",
                        Counts.numbers(mapped.look().codeSize()),
                        LookWords.line(mapped.look()),
                        mapped.data().name());
    }

    /** Why the map on the screen is not of what is in use. */
    static String stale(Mapped shown, Mapped now) {
        if (!shown.look().isOfSameData(now.look())) {
            return Messages.text(
                    "map.stale.data", shown.data().name(), now.data().name());
        }
        if (shown.source() != now.source()) {
            return now.source() == MapSource.PIXELS
                    ? Messages.text("map.stale.to-pixels")
                    : Messages.text("map.stale.to-codes");
        }
        return shown.isSameRunAs(now)
                ? Messages.text(
                        "map.stale.trained-on",
                        Counts.epochs(shown.snapshot().progress().epochs()))
                : Messages.text("map.stale.network", LookWords.line(shown.look()), LookWords.line(now.look()));
    }

    static String stage(EmbeddingFrame frame) {
        return frame.stage() == EmbeddingFrame.Stage.EXAGGERATION
                ? Messages.text("map.stage.exaggeration")
                : Messages.text("map.stage.settling");
    }
}

package hourglass.ui.map;

import hourglass.session.map.EmbeddingFrame;
import hourglass.session.map.EmbeddingPhase;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Messages;
import java.util.Optional;

/**
 * How far a map is. Immutable.
 *
 * @param phase where it stands
 * @param share done, 0 … 1; −1 while that is unknown
 * @param words the same in words
 */
record MapProgress(EmbeddingPhase phase, double share, String words) {
    static final MapProgress IDLE = new MapProgress(EmbeddingPhase.IDLE, 0, "");

    static MapProgress of(EmbeddingPhase phase, Optional<EmbeddingFrame> frame) {
        double share = frame.map(at -> (double) at.iteration() / at.total()).orElse(0.0);
        return switch (phase) {
            case IDLE -> IDLE;
            case PREPARING -> new MapProgress(phase, -1, Messages.text("map.progress.preparing"));
            case RUNNING ->
                frame.filter(at -> at.iteration() > 0)
                        .map(at -> new MapProgress(phase, share, running(at)))
                        .orElseGet(() -> new MapProgress(phase, -1, Messages.text("map.progress.neighbours")));
            case PAUSED -> new MapProgress(phase, share, Messages.text("map.progress.paused", done(frame)));
            case COMPLETED ->
                new MapProgress(phase, 1, frame.map(MapProgress::completed).orElse(""));
            case CANCELLED -> new MapProgress(phase, share, Messages.text("map.progress.cancelled", done(frame)));
            case FAILED -> new MapProgress(phase, share, Messages.text("map.progress.failed", done(frame)));
        };
    }

    private static String running(EmbeddingFrame at) {
        return Messages.text(
                "map.progress.running",
                Words.stage(at),
                Numbers.count(at.iteration()),
                Numbers.count(at.total()),
                Numbers.time(at.remaining()));
    }

    private static String completed(EmbeddingFrame at) {
        return Messages.text("map.progress.completed", Counts.iterations(at.total()), Numbers.time(at.elapsed()));
    }

    private static String done(Optional<EmbeddingFrame> frame) {
        return Counts.iterations(frame.map(EmbeddingFrame::iteration).orElse(0));
    }
}

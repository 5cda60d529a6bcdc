package hourglass.ui.map;

import hourglass.core.spec.EmbeddingSpec;
import hourglass.session.map.EmbeddingResult;
import hourglass.ui.kit.Messages;
import hourglass.ui.scatter.ScatterPoints;
import java.util.Optional;

/**
 * One of several small maps. Immutable.
 *
 * @param kind what is different from one to the next
 * @param spec its settings
 * @param result the map, once it is made
 * @param points its points, none until then
 * @param turn whether it is its turn
 */
record SeriesPanel(
        SeriesKind kind, EmbeddingSpec spec, Optional<EmbeddingResult> result, ScatterPoints points, Turn turn) {
    /** Where it stands in the series. */
    enum Turn {
        WAITING,
        UNDER_WAY,
        OVER
    }

    static SeriesPanel waiting(SeriesKind kind, EmbeddingSpec spec) {
        return new SeriesPanel(kind, spec, Optional.empty(), ScatterPoints.none(), Turn.WAITING);
    }

    SeriesPanel with(EmbeddingResult made) {
        return new SeriesPanel(
                kind,
                spec,
                Optional.of(made),
                ScatterPoints.of(made.frame().coordinates(), made.sample().labels()),
                Turn.OVER);
    }

    SeriesPanel at(Turn now) {
        return result.isPresent() || now == turn ? this : new SeriesPanel(kind, spec, result, points, now);
    }

    String title() {
        return kind == SeriesKind.PERPLEXITY
                ? Messages.text("map.series.perplexity", Numbers.plain(spec.perplexity()))
                : Messages.text("map.series.seed", Long.toString(spec.seed()));
    }

    /** Its quality, or that it is still to come. */
    String detail() {
        return result.map(made -> Messages.text(
                        "map.series.quality",
                        Numbers.share(made.quality().map().trustworthiness()),
                        Numbers.percent(made.quality().map().accuracy())))
                .orElseGet(this::state);
    }

    private String state() {
        return switch (turn) {
            case WAITING -> Messages.text("map.series.waiting");
            case UNDER_WAY -> Messages.text("map.series.under-way");
            case OVER -> Messages.text("map.series.not-made");
        };
    }
}

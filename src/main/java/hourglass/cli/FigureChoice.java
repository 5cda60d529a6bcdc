package hourglass.cli;

import hourglass.core.spec.EmbeddingSpec;
import hourglass.figures.FigureStyle;
import java.util.Optional;

/**
 * How figures are to look and whether the slow one is among them.
 *
 * @param style colours
 * @param scale 1 … 16
 * @param map settings of the t-SNE map; empty for none
 */
record FigureChoice(FigureStyle style, int scale, Optional<EmbeddingSpec> map) {
    /** After training: on white, for print, without the map, which takes longer than all others together. */
    static final FigureChoice AFTER_TRAINING = new FigureChoice(FigureStyle.light(), 2, Optional.empty());
}

package hourglass.cli;

import hourglass.core.spec.EmbeddingSpec;
import hourglass.figures.FigureFormat;
import hourglass.figures.FigureSize;
import hourglass.figures.FigureStyle;
import java.util.Optional;

/**
 * How figures are to look and whether the slow one is among them.
 *
 * @param style colours
 * @param size of pictures
 * @param format of pictures
 * @param map settings of the t-SNE map; empty for none
 */
record FigureChoice(FigureStyle style, FigureSize size, FigureFormat format, Optional<EmbeddingSpec> map) {
    /** On white, for print, without the map. */
    static final FigureChoice USUAL =
            new FigureChoice(FigureStyle.light(), FigureSize.scaled(2), FigureFormat.PNG, Optional.empty());
}

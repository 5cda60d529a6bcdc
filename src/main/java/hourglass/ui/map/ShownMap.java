package hourglass.ui.map;

import hourglass.core.spec.EmbeddingSpec;
import hourglass.session.map.EmbeddingFrame;
import hourglass.session.map.EmbeddingQuality;
import hourglass.session.map.EmbeddingSample;
import hourglass.ui.pictures.ImageTiles;
import hourglass.ui.scatter.ScatterPoints;
import java.util.Optional;

/**
 * The map on the screen. Immutable.
 *
 * @param mapped what it is of
 * @param spec its settings
 * @param sample its points
 * @param pictures the points as they stand, flat
 * @param frame where they are; empty before the first step
 * @param quality how far it may be believed; empty until it is done and judged
 */
record ShownMap(
        Mapped mapped,
        EmbeddingSpec spec,
        EmbeddingSample sample,
        Pictures pictures,
        Optional<EmbeddingFrame> frame,
        Optional<EmbeddingQuality> quality) {
    /**
     * Flat pictures of the same points.
     *
     * @param map by t-SNE; the principal components before its first step
     * @param pca the first two principal components
     * @param code the code itself where it has two numbers
     */
    record Pictures(ScatterPoints map, ScatterPoints pca, Optional<ScatterPoints> code) {
        Pictures withImages(ImageTiles tiles) {
            return new Pictures(
                    map.withImages(tiles), pca.withImages(tiles), code.map(points -> points.withImages(tiles)));
        }
    }

    static ShownMap of(Mapped mapped, EmbeddingSpec spec, EmbeddingSample sample) {
        ScatterPoints pca = ScatterPoints.of(sample.pca(), sample.labels());
        Optional<ScatterPoints> code =
                sample.dimension() == 2 ? Optional.of(pca.movedTo(sample.codes())) : Optional.empty();
        return new ShownMap(mapped, spec, sample, new Pictures(pca, pca, code), Optional.empty(), Optional.empty());
    }

    ShownMap at(EmbeddingFrame newest) {
        Pictures moved = new Pictures(pictures.map().movedTo(newest.coordinates()), pictures.pca(), pictures.code());
        return new ShownMap(mapped, spec, sample, moved, Optional.of(newest), quality);
    }

    ShownMap judged(EmbeddingQuality judgement) {
        return new ShownMap(mapped, spec, sample, pictures, frame, Optional.of(judgement));
    }

    ShownMap withImages(ImageTiles tiles) {
        return new ShownMap(mapped, spec, sample, pictures.withImages(tiles), frame, quality);
    }

    /** Whether the points carry their images. */
    boolean hasImages() {
        return pictures.pca().hasImages();
    }

    int iterations() {
        return frame.map(EmbeddingFrame::iteration).orElse(0);
    }
}

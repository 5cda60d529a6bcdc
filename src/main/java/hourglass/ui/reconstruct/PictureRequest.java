package hourglass.ui.reconstruct;

import hourglass.core.color.SignedErrorMap;
import hourglass.core.data.ImageSet;
import hourglass.core.metric.PcaBasis;
import hourglass.engine.model.Network;
import hourglass.session.look.Look;
import hourglass.ui.pictures.ImageTiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A question for the inference thread: what becomes of these images. */
final class PictureRequest implements Function<Network, Pictures> {
    private final Look look;
    private final int columns;
    private final int[] images;
    private final Optional<PcaBasis> basis;
    private final SignedErrorMap errors;

    /** For the images of the grid and the chosen one, −1 for none. */
    PictureRequest(Look look, int[] grid, int chosen, Optional<PcaBasis> basis, SignedErrorMap errors) {
        this.look = look;
        this.basis = basis;
        this.errors = errors;
        columns = grid.length;
        boolean extra = chosen >= 0 && Arrays.stream(grid).noneMatch(image -> image == chosen);
        images = extra ? Arrays.copyOf(grid, grid.length + 1) : grid.clone();
        if (extra) {
            images[grid.length] = chosen;
        }
    }

    @Override
    public Pictures apply(Network network) {
        List<Comparison> comparisons = images.length == 0 ? List.of() : compare(network);
        return new Pictures(look, columns, comparisons, tiles(comparisons));
    }

    private List<Comparison> compare(Network network) {
        ImageSet test = look.test();
        float[] originals = test.images(images);
        float[] codes = network.encode(originals, images.length);
        float[] outputs = network.decode(codes, images.length);
        float[] linear = linear(originals);
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < images.length; i++) {
            comparisons.add(new Comparison(
                    images[i],
                    test.label(images[i]),
                    part(originals, i),
                    part(outputs, i),
                    part(codes, i),
                    part(linear, i)));
        }
        return comparisons;
    }

    /** Unclipped, because the numbers are of what PCA computes; the picture is clipped by its colours. */
    private float[] linear(float[] originals) {
        return basis.map(pca ->
                        pca.reconstruct(originals, images.length, Math.min(look.codeSize(), pca.maxComponents())))
                .orElse(new float[0]);
    }

    private float[] part(float[] block, int i) {
        int each = block.length / images.length;
        return Arrays.copyOfRange(block, i * each, (i + 1) * each);
    }

    private ImageTiles tiles(List<Comparison> comparisons) {
        List<int[]> tiles = new ArrayList<>();
        for (PictureRow row : PictureRow.values()) {
            comparisons.subList(0, columns).forEach(each -> tiles.add(each.pixels(row, errors)));
        }
        return ImageTiles.of(tiles, look.test().width(), look.test().height());
    }
}

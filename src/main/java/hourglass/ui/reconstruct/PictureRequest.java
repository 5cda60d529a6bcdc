package hourglass.ui.reconstruct;

import hourglass.core.data.ImageSet;
import hourglass.core.metric.PcaBasis;
import hourglass.engine.model.Network;
import hourglass.session.look.ChosenImage;
import hourglass.session.look.Look;
import hourglass.session.measure.NetworkInput;
import hourglass.ui.pictures.ImageTiles;
import hourglass.ui.reconstruct.Comparison.Coded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A question for the inference thread: what becomes of these images. */
final class PictureRequest implements Function<Network, Pictures> {
    private final Look look;
    private final NetworkInput input;
    private final int columns;
    private final List<ChosenImage> images = new ArrayList<>();
    private final Optional<PcaBasis> basis;

    /** For the test images to pick from and the chosen image. */
    PictureRequest(Look look, NetworkInput input, int[] grid, ChosenImage chosen, Optional<PcaBasis> basis) {
        this.look = look;
        this.input = input;
        this.basis = basis;
        columns = grid.length;
        for (int image : grid) {
            images.add(ChosenImage.test(image));
        }
        if (chosen.exists() && !images.contains(chosen)) {
            images.add(chosen);
        }
    }

    @Override
    public Pictures apply(Network network) {
        List<Comparison> comparisons = images.isEmpty() ? List.of() : compare(network);
        return new Pictures(look, input, columns, comparisons, tiles(comparisons));
    }

    private List<Comparison> compare(Network network) {
        ImageSet test = look.test();
        float[] originals = ChosenImage.pixels(images, test);
        float[] given = given(test);
        float[] codes = network.encode(given, images.size());
        float[] outputs = network.decode(codes, images.size());
        Optional<Linear> linear = basis.map(pca -> Linear.of(pca, given, images.size(), look.codeSize()));
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            int place = i;
            float[] original = part(originals, i);
            comparisons.add(new Comparison(
                    images.get(i),
                    images.get(i).label(test),
                    original,
                    part(given, i),
                    Coded.of(original, part(codes, i), part(outputs, i)),
                    linear.map(all -> Coded.of(original, part(all.codes(), place), part(all.outputs(), place)))));
        }
        return comparisons;
    }

    private float[] given(ImageSet test) {
        float[] all = new float[images.size() * test.pixelsPerImage()];
        for (int i = 0; i < images.size(); i++) {
            float[] one = images.get(i).given(input, test);
            System.arraycopy(one, 0, all, i * one.length, one.length);
        }
        return all;
    }

    /** Unclipped, because the numbers are of what PCA computes; the picture is clipped by its colours. */
    @SuppressWarnings("ArrayRecordComponent") // passed on at once
    private record Linear(float[] codes, float[] outputs) {
        static Linear of(PcaBasis pca, float[] given, int n, int codeSize) {
            int count = Math.min(codeSize, pca.maxComponents());
            return new Linear(pca.encode(given, n, count), pca.reconstruct(given, n, count));
        }
    }

    private float[] part(float[] block, int i) {
        int each = block.length / images.size();
        return Arrays.copyOfRange(block, i * each, (i + 1) * each);
    }

    private ImageTiles tiles(List<Comparison> comparisons) {
        List<int[]> tiles = comparisons.subList(0, columns).stream()
                .map(each -> Comparison.greys(each.original()))
                .toList();
        return ImageTiles.of(tiles, look.test().width(), look.test().height());
    }
}

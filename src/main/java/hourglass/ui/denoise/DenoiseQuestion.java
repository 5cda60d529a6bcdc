package hourglass.ui.denoise;

import hourglass.core.color.GreyMap;
import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.core.metric.MedianFilter;
import hourglass.core.spec.NoiseSpec;
import hourglass.engine.model.Network;
import hourglass.session.look.ChosenImage;
import hourglass.session.measure.Denoising;
import hourglass.ui.pictures.Drawing;
import hourglass.ui.pictures.ImageTiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A question for the inference thread: what becomes of these images, spoilt like this.
 *
 * @param compared the networks and the data
 * @param images which images
 * @param noise how they are spoilt
 * @param seed of the noise
 * @param drawings what was painted over the spoilt images
 * @param movedAt when the hand moved that this answers, 0 where nothing moved
 */
record DenoiseQuestion(
        Compared compared,
        List<ChosenImage> images,
        NoiseSpec noise,
        long seed,
        Map<ChosenImage, Drawing> drawings,
        long movedAt)
        implements Function<List<Network>, DenoisePictures> {
    DenoiseQuestion {
        images = List.copyOf(images);
        drawings = Map.copyOf(drawings);
    }

    @Override
    public DenoisePictures apply(List<Network> networks) {
        ImageSet test = compared.test();
        if (images.isEmpty()) {
            return new DenoisePictures(this, List.of(), ImageTiles.none());
        }
        ImageBlock clean = block(ChosenImage.pixels(images, test));
        ImageBlock noisy = spoilt(clean);
        List<ImageBlock> rows = new ArrayList<>();
        rows.add(clean);
        rows.add(noisy);
        rows.add(Denoising.denoise(networks.get(0), noisy));
        rows.add(block(MedianFilter.apply(noisy.toArray(), test.width(), test.height())));
        if (networks.size() > 1) {
            rows.add(Denoising.denoise(networks.get(1), noisy));
        }
        return new DenoisePictures(this, rows, tiles(rows));
    }

    private ImageBlock spoilt(ImageBlock clean) {
        float[] pixels = Denoising.spoil(clean, noise, seed).toArray();
        for (int i = 0; i < images.size(); i++) {
            Drawing drawing = drawings.get(images.get(i));
            if (drawing != null) {
                drawing.over(pixels, i * clean.pixelsPerImage());
            }
        }
        return block(pixels);
    }

    private ImageBlock block(float[] pixels) {
        return ImageBlock.copyOf(compared.test().width(), compared.test().height(), pixels);
    }

    private ImageTiles tiles(List<ImageBlock> rows) {
        int each = images.size() * compared.test().pixelsPerImage();
        int[] argb = new int[rows.size() * each];
        for (int row = 0; row < rows.size(); row++) {
            GreyMap.fill(rows.get(row).toArray(), 0, each, argb, row * each);
        }
        return ImageTiles.ofPacked(
                argb, compared.test().width(), compared.test().height());
    }
}

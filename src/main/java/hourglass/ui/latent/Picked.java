package hourglass.ui.latent;

import hourglass.session.look.Look;
import hourglass.ui.pictures.ImageTiles;
import java.util.Arrays;

/** One test image as the encoder sees it. Immutable. */
final class Picked {
    private final Look look;
    private final int image;
    private final float[] mean;
    private final float[] deviation;
    private final float[] draws;
    private final ImageTiles tiles;

    /**
     * Takes over its arrays.
     *
     * @param mean its code, {@code [codeSize]}
     * @param deviation standard deviations, {@code [codeSize]}; empty where the encoder gives none
     * @param draws codes drawn from its distribution, {@code [n × codeSize]}
     * @param tiles the image, what is drawn from the mean, and from each draw
     */
    Picked(Look look, int image, float[] mean, float[] deviation, float[] draws, ImageTiles tiles) {
        this.look = look;
        this.image = image;
        this.mean = mean;
        this.deviation = deviation;
        this.draws = draws;
        this.tiles = tiles;
    }

    Look look() {
        return look;
    }

    int image() {
        return image;
    }

    int label() {
        return look.test().label(image);
    }

    float[] mean() {
        return mean.clone();
    }

    /** Whether the encoder gives a distribution and not a code alone. */
    boolean isSpread() {
        return deviation.length > 0;
    }

    float deviation(int dimension) {
        return deviation[dimension];
    }

    int drawCount() {
        return draws.length / mean.length;
    }

    float[] draw(int index) {
        return Arrays.copyOfRange(draws, index * mean.length, (index + 1) * mean.length);
    }

    ImageTiles tiles() {
        return tiles;
    }
}

package hourglass.ui.oddities;

import hourglass.core.data.ImageBlock;
import hourglass.core.metric.Errors;
import hourglass.core.noise.Damage;
import hourglass.engine.model.Network;
import hourglass.session.measure.Mixture;

/**
 * One image of a mixture, as it is and dimmed, with what the network makes of both. Immutable.
 *
 * @param mixture where it is from
 * @param image its place there
 * @param pixels as it is and dimmed, then both as the network draws them
 * @param error mean squared error per pixel as it is
 * @param dimmedError the same dimmed
 */
record Portrait(Mixture mixture, int image, ImageBlock pixels, double error, double dimmedError) {
    static Portrait of(Mixture mixture, int image, Network network) {
        int width = mixture.test().width();
        int height = mixture.test().height();
        float[] one = mixture.images(image, 1);
        float[] both = new float[2 * one.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(Damage.DIMMED.of(one, width, height, 0), 0, both, one.length, one.length);
        float[] drawn = network.reconstruct(both, 2);
        double[] errors = Errors.perImage(both, drawn, one.length);
        float[] all = new float[2 * both.length];
        System.arraycopy(both, 0, all, 0, both.length);
        System.arraycopy(drawn, 0, all, both.length, drawn.length);
        return new Portrait(mixture, image, ImageBlock.copyOf(width, height, all), errors[0], errors[1]);
    }
}

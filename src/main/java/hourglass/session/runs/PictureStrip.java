package hourglass.session.runs;

import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.NoiseSpec;
import hourglass.engine.model.Network;
import hourglass.engine.train.TrainingRun;
import hourglass.session.run.PreviewImages;
import java.util.Arrays;
import java.util.Base64;

/**
 * A few test images as a network was shown them and as it drew them again, a byte a pixel; the same images for all runs on
 * the same data.
 *
 * @param width of an image
 * @param height of an image
 * @param shown all of them in base 64
 * @param drawn all of them in base 64
 */
public record PictureStrip(int width, int height, String shown, String drawn) {
    /** Most images: one of each class of the usual sets. */
    private static final int MOST = 10;

    /** Checks that it is what it says. */
    public PictureStrip {
        if (width < 1 || height < 1 || width > 4096 || height > 4096) {
            throw new IllegalArgumentException("expected images of 1 to 4096 pixels a side");
        }
        int pixels = width * height;
        int length = Base64.getDecoder().decode(shown).length;
        if (length % pixels != 0 || Base64.getDecoder().decode(drawn).length != length) {
            throw new IllegalArgumentException("expected as many images drawn as shown");
        }
    }

    /** Of a training as it stands; on the thread that trains. */
    public static PictureStrip of(TrainingRun run) {
        return of(run.data().test(), run.experiment().noise(), run::reconstruct);
    }

    /** Of a network ready to compute. */
    public static PictureStrip of(ImageSet test, NoiseSpec noise, Network network) {
        return of(test, noise, network::reconstruct);
    }

    private interface Drawing {
        float[] of(float[] images, int n);
    }

    private static PictureStrip of(ImageSet test, NoiseSpec noise, Drawing network) {
        int[] all = PreviewImages.of(test);
        int[] chosen = Arrays.copyOf(all, Math.min(MOST, all.length));
        float[] inputs = PreviewImages.inputs(test, chosen, noise);
        return new PictureStrip(test.width(), test.height(), text(inputs), text(network.of(inputs, chosen.length)));
    }

    private static String text(float[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(255 * Math.max(0, Math.min(1, values[i])));
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    private ImageBlock block(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        float[] values = new float[bytes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (bytes[i] & 0xff) / 255f;
        }
        return ImageBlock.copyOf(width, height, values);
    }

    /** The images as the network was shown them. */
    public ImageBlock images() {
        return block(shown);
    }

    /** The same as it drew them again. */
    public ImageBlock reconstructions() {
        return block(drawn);
    }
}

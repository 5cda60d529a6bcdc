package hourglass.session.look;

import hourglass.core.data.ImageSet;
import hourglass.session.measure.NetworkInput;
import java.util.List;
import java.util.Optional;

/**
 * The image that a view shows: a test image or one's own. Immutable.
 *
 * @param index its place among the test images; −1 for one's own, and where there is none
 * @param own one's own, where it is that
 */
public record ChosenImage(int index, Optional<OwnImage> own) {
    /** None at all. */
    public static final ChosenImage NONE = test(-1);

    /** Spoils one's own image always in the same way. */
    private static final long OWN_SEED = -1;

    /** A test image. */
    public static ChosenImage test(int index) {
        return new ChosenImage(index, Optional.empty());
    }

    /** One's own. */
    public static ChosenImage own(OwnImage image) {
        return new ChosenImage(-1, Optional.of(image));
    }

    /** Whether it is one's own. */
    public boolean isOwn() {
        return own.isPresent();
    }

    /** Whether there is an image. */
    public boolean exists() {
        return index >= 0 || isOwn();
    }

    /** Its class among those of the test images, −1 where nobody knows it. */
    public int label(ImageSet test) {
        return isOwn() ? -1 : test.label(index);
    }

    /** What it is called: its class, or the name of one's own. */
    public String name(ImageSet test) {
        return own.map(OwnImage::name).orElseGet(() -> test.className(index));
    }

    /** Its pixels, {@code [pixels]}, 0 … 1, of the size of the test images. */
    public float[] pixels(ImageSet test) {
        return own.map(image -> image.prepared(test.width(), test.height()).image(0))
                .orElseGet(() -> test.image(index));
    }

    /** What a network is given of it, {@code [pixels]}. */
    public float[] given(NetworkInput input, ImageSet test) {
        return isOwn() ? input.of(pixels(test), test.width(), OWN_SEED) : input.of(test, new int[] {index});
    }

    /** The pixels of several, {@code [n × pixels]}. */
    public static float[] pixels(List<ChosenImage> images, ImageSet test) {
        float[] all = new float[images.size() * test.pixelsPerImage()];
        for (int i = 0; i < images.size(); i++) {
            float[] one = images.get(i).pixels(test);
            System.arraycopy(one, 0, all, i * one.length, one.length);
        }
        return all;
    }
}

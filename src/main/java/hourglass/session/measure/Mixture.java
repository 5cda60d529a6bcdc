package hourglass.session.measure;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.noise.Damage;
import hourglass.core.spec.InvalidSpecException;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Usual and odd images among each other: all test images of the data in their order, then those that were added. Where a
 * class is odd nothing is added. Immutable.
 */
public final class Mixture {
    private static final String FIELD = "odd";

    private final Odd odd;
    private final String id;
    private final ImageSet test;
    private final ImageSet added;
    private final Optional<Damage> damage;
    private final int oddLabel;

    private Mixture(Odd odd, String id, ImageSet test, ImageSet added, Optional<Damage> damage, int oddLabel) {
        this.odd = odd;
        this.id = id;
        this.test = test;
        this.added = added;
        this.damage = damage;
        this.oddLabel = oddLabel;
    }

    /**
     * The test images, of which a class is odd, or damaged copies of all of them.
     *
     * @throws InvalidSpecException in a sentence for the user, where there is nothing odd, or nothing else
     */
    public static Mixture of(DataSet data, Odd odd) {
        return switch (odd.kind()) {
            case CLASS -> ofClass(data, odd);
            case DAMAGE -> damaged(data.test(), odd);
            case SET -> throw new InvalidSpecException(FIELD, "The data \"" + odd.name() + "\" have to be read first.");
        };
    }

    private static Mixture ofClass(DataSet data, Odd odd) {
        ImageSet test = data.test();
        int label = test.classNames().indexOf(odd.name());
        if (label < 0) {
            throw new InvalidSpecException(
                    FIELD,
                    data.name() + " has no class \"" + odd.name() + "\"; it has " + String.join(", ", test.classNames())
                            + ".");
        }
        long others = IntStream.range(0, test.size())
                .filter(image -> test.label(image) != label)
                .count();
        if (others == test.size()) {
            throw new InvalidSpecException(
                    FIELD,
                    "Nothing is odd: none of the test images of " + data.name() + " is of the class \"" + odd.name()
                            + "\".");
        }
        if (others == 0) {
            throw new InvalidSpecException(
                    FIELD,
                    "Everything is odd: all test images of " + data.name() + " are of the class \"" + odd.name()
                            + "\", so there is nothing to tell them from.");
        }
        return new Mixture(odd, odd.toString(), test, test, Optional.empty(), label);
    }

    private static Mixture damaged(ImageSet test, Odd odd) {
        Damage damage = odd.damage();
        if (!damage.takes(test.width(), test.height())) {
            throw new InvalidSpecException(
                    FIELD,
                    "Only square images can be turned by 90°; these are " + test.width() + "×" + test.height() + ".");
        }
        return new Mixture(odd, odd.toString(), test, test, Optional.of(damage), -1);
    }

    /**
     * The test images, and as odd ones those of other data.
     *
     * @throws InvalidSpecException in a sentence for the user, where they are the same or of another size
     */
    public static Mixture with(DataSet data, DataSet other) {
        if (data.fingerprint().equals(other.fingerprint())) {
            throw new InvalidSpecException(
                    FIELD, "Nothing is odd: the images of " + other.name() + " are the test images themselves.");
        }
        ImageSet test = data.test();
        ImageSet added = other.test();
        if (added.width() != test.width() || added.height() != test.height()) {
            throw new InvalidSpecException(
                    FIELD,
                    "The images of " + other.name() + " have " + added.width() + "×" + added.height()
                            + " pixels, those of " + data.name() + " " + test.width() + "×" + test.height()
                            + "; only images of one size can be mixed.");
        }
        return new Mixture(Odd.ofSet(other.name()), "set:" + other.fingerprint(), test, added, Optional.empty(), -1);
    }

    /** What is odd in it. */
    public Odd odd() {
        return odd;
    }

    /** Equal exactly where the odd images are. */
    public String id() {
        return id;
    }

    /** The test images, odd or not; they come first. */
    public ImageSet test() {
        return test;
    }

    /** All images. */
    public int size() {
        return oddLabel >= 0 ? test.size() : test.size() + added.size();
    }

    /** Whether this one is to be found. */
    public boolean isOdd(int image) {
        return oddLabel >= 0 ? test.label(image) == oddLabel : image >= test.size();
    }

    /** What an image is of, in words; of a damaged one what it was of. */
    public String className(int image) {
        return image < test.size() ? test.className(image) : added.className(image - test.size());
    }

    /** Its number among the test images of the data it comes from. */
    public int index(int image) {
        return image < test.size() ? image : image - test.size();
    }

    /** Pixels of {@code n} images from {@code first} on, {@code [n × pixels]}, 0 … 1. */
    public float[] images(int first, int n) {
        int usual = Math.max(0, Math.min(n, test.size() - first));
        float[] part = test.images(Math.min(first, test.size() - usual), usual);
        if (usual == n) {
            return part;
        }
        int from = first + usual - test.size();
        float[] further = added.images(from, n - usual);
        float[] odd = damage.map(kind -> kind.of(further, test.width(), test.height(), from))
                .orElse(further);
        float[] all = new float[part.length + odd.length];
        System.arraycopy(part, 0, all, 0, part.length);
        System.arraycopy(odd, 0, all, part.length, odd.length);
        return all;
    }

    /** Of training images those that are usual. */
    ImageSet usual(ImageSet train) {
        return oddLabel >= 0 ? train.without(oddLabel) : train;
    }
}

package hourglass.session.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What each number of a code does: what it draws, which images excite it, how often it is zero, and what it would cost to do
 * without it. Its arrays are not written again. Immutable.
 *
 * @param of which network on which data
 * @param input what the network was given
 * @param meaning what the pictures show
 * @param pictures {@code [numbers × pixels]}
 * @param facts one for each number
 * @param images of which the facts are
 * @param priced what the prices are measured on
 */
@SuppressWarnings("ArrayRecordComponent") // handed over and never written again
public record Units(
        Provenance of,
        NetworkInput input,
        Meaning meaning,
        float[] pictures,
        List<Unit> facts,
        int images,
        Priced priced) {
    /** What the picture of a number shows. */
    public enum Meaning {
        /** Its weights to every pixel, where nothing else lies between the code and the image. */
        WEIGHTS,
        /** How the image changes where the number is one larger than on average. */
        ONE_MORE
    }

    /** What can be put first. */
    public enum Order {
        /** What silencing costs most. */
        PRICE,
        /** What is zero most often. */
        ZEROS,
        /** What is largest on average. */
        MEAN,
        /** As they stand in the code. */
        PLACE
    }

    /**
     * The images that silencing is measured on.
     *
     * @param images how many
     * @param error mean squared error per pixel with the whole code; NaN until it is measured
     */
    public record Priced(int images, double error) {}

    /**
     * One number.
     *
     * @param top the images that excite it most, largest first
     * @param zeros share of the images where it is exactly 0
     * @param mean over the images
     * @param isDead whether it says nothing of an image: the same for all of them, or, of a variational network, a mean whose
     *     variance is below 0.01 (Burda, Grosse and Salakhutdinov 2016)
     * @param silenced mean squared error per pixel where it is set to 0; NaN until it is measured
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over and never written again
    public record Unit(int[] top, double zeros, double mean, boolean isDead, double silenced) {
        Unit pricedAt(double error) {
            return new Unit(top, zeros, mean, isDead, error);
        }
    }

    /** Copies the list. */
    public Units {
        facts = List.copyOf(facts);
    }

    /** The same with facts of more images. */
    Units of(List<Unit> more, int ofImages) {
        return new Units(of, input, meaning, pictures, more, ofImages, priced);
    }

    /** The same with the error of the whole code known. */
    Units pricedFrom(double error) {
        return new Units(of, input, meaning, pictures, facts, images, new Priced(priced.images(), error));
    }

    /** The same with what one number costs. */
    Units pricedAt(int number, double error) {
        List<Unit> more = new ArrayList<>(facts);
        more.set(number, facts.get(number).pricedAt(error));
        return new Units(of, input, meaning, pictures, more, images, priced);
    }

    /** How many numbers the code has. */
    public int count() {
        return facts.size();
    }

    /** Pixels of a picture. */
    public int pixels() {
        return pictures.length / count();
    }

    /** A copy of the picture of one number. */
    public float[] picture(int number) {
        return Arrays.copyOfRange(pictures, number * pixels(), (number + 1) * pixels());
    }

    /** By what share the error grows where one number is silenced; NaN until it is measured. */
    public double price(int number) {
        return facts.get(number).silenced() / priced.error() - 1;
    }

    /** How many say nothing. */
    public int dead() {
        return (int) facts.stream().filter(Unit::isDead).count();
    }

    /** How many prices are known. */
    public int known() {
        return (int)
                facts.stream().filter(unit -> !Double.isNaN(unit.silenced())).count();
    }

    /** In one line below a figure: how many say nothing, and what the prices are. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "%d of %d numbers say nothing · price: growth of the error %.4f on %d test images when it is set to 0",
                dead(),
                count(),
                priced.error(),
                priced.images());
    }

    /** The numbers in an order; equal ones, and those not measured yet, as they stand in the code. */
    public int[] sorted(Order order) {
        Comparator<Integer> by =
                switch (order) {
                    case PRICE -> Comparator.comparingDouble(number -> -orLeast(price(number)));
                    case ZEROS ->
                        Comparator.comparingDouble(number -> -facts.get(number).zeros());
                    case MEAN ->
                        Comparator.comparingDouble(number -> -facts.get(number).mean());
                    case PLACE -> Comparator.naturalOrder();
                };
        return IntStream.range(0, count())
                .boxed()
                .sorted(by)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double orLeast(double price) {
        return Double.isNaN(price) ? -Double.MAX_VALUE : price;
    }
}

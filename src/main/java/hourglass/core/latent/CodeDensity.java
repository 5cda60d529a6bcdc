package hourglass.core.latent;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How near real codes lie to a code of any size, measured among the codes themselves and not in a plane that is cut through
 * them. In a space of hundreds of numbers volumes say nothing and the middle is rather near to everything, so the density is
 * a rank: the share of real codes whose nearest other one is as far away or farther. Immutable; one answer takes about a
 * millisecond.
 */
final class CodeDensity {
    private final CodeSample sample;
    private final float[] codes;
    private final double[] radii;

    private CodeDensity(CodeSample sample, float[] codes, double[] radii) {
        this.sample = sample;
        this.codes = codes;
        this.radii = radii;
    }

    /** Finds the nearest of {@code asked} of the real codes, some at a time. One thread at a time. */
    static final class Search {
        private final CodeDensity unranked;
        private final double[] radii;
        private int done;

        /** Of at most so many of the codes; every beginning of a sample is spread over all images. */
        Search(CodeSample sample, int asked) {
            unranked = new CodeDensity(sample, sample.codes(), new double[0]);
            radii = new double[Math.min(asked, sample.count())];
        }

        /** Looks at {@code some} more of them; says whether there are others. */
        boolean next(int some) {
            for (int i = 0; i < some && done < radii.length; i++) {
                radii[done] = unranked.toNext(done);
                done++;
            }
            return done < radii.length;
        }

        /** After the last. */
        CodeDensity found() {
            double[] sorted =
                    Arrays.stream(radii).filter(Double::isFinite).sorted().toArray();
            return new CodeDensity(unranked.sample, unranked.codes, sorted);
        }
    }

    /** Squared distance from a code of the sample to the one nearest to it. */
    private double toNext(int row) {
        NearestCodes nearest = nearest(sample.code(row), 2);
        return nearest.count() < 2 ? Double.POSITIVE_INFINITY : nearest.square(1);
    }

    /** The rows of the sample nearest to a code. */
    private NearestCodes nearest(float[] code, int wanted) {
        int dimension = sample.dimension();
        NearestCodes nearest = new NearestCodes(Math.min(wanted, sample.count()));
        for (int row = 0; row < sample.count(); row++) {
            double square = square(code, row * dimension, nearest.worst());
            // Of a code that is not finite nothing is nearer.
            if (square <= nearest.worst()) {
                nearest.offer(square, row);
            }
        }
        return nearest;
    }

    /** Squared distance, given up once it is beyond {@code limit}. */
    private double square(float[] code, int from, double limit) {
        double sum = 0;
        for (int d = 0; d < code.length && sum <= limit; d++) {
            double away = code[d] - codes[from + d];
            sum += away * away;
        }
        return sum;
    }

    /** What lies around a code; one of the sample is its own nearest. */
    LocalDensity.Place at(float[] code) {
        NearestCodes nearest = nearest(code, LocalDensity.NEIGHBOURS);
        if (nearest.count() == 0) {
            return new LocalDensity.Place(new int[0], 0, Double.POSITIVE_INFINITY);
        }
        double radius = nearest.square(0);
        int least = 0;
        while (least < radii.length && radii[least] < radius) {
            least++;
        }
        double density = radii.length == 0 ? 0 : (double) (radii.length - least) / radii.length;
        return new LocalDensity.Place(
                LocalDensity.byShare(nearest, sample.labels(), sample.classes()),
                density,
                Math.sqrt(nearest.square(0)));
    }

    /** Row of the code nearest to another. */
    static int nearestRow(CodeSample sample, float[] code) {
        return IntStream.range(0, sample.count())
                .boxed()
                .min((a, b) -> Double.compare(away(sample.code(a), code), away(sample.code(b), code)))
                .orElse(0);
    }

    private static double away(float[] one, float[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            double away = one[d] - other[d];
            sum += away * away;
        }
        return sum;
    }
}

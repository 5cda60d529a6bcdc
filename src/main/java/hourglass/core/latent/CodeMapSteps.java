package hourglass.core.latent;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lays codes out in a plane, a step of some ten milliseconds at a time. One thread at a time. */
public final class CodeMapSteps {
    /** Codes among which the principal directions are sought; more would hardly turn them. */
    private static final int SEARCHED = 1000;
    /** Numbers looked at in one step of that search. */
    private static final int NUMBERS_PER_STEP = 3_000_000;

    private final CodeSample sample;
    private final PlaneChoice choice;
    private @Nullable ClassDirections directions;
    private @Nullable PrincipalSearch search;
    private @Nullable LatentPlane plane;
    private float @Nullable [] places;
    private @Nullable CodeMap map;

    /** Of these codes, at least one, in the plane chosen. */
    public CodeMapSteps(CodeSample sample, PlaneChoice choice) {
        this.sample = sample;
        this.choice = choice;
    }

    /** Does the next step; says whether there is another. */
    public boolean next() {
        ClassDirections means = directions;
        LatentPlane laid = plane;
        float[] put = places;
        if (means == null) {
            directions = directions();
        } else if (laid == null) {
            plane = plane(means.overallMean());
        } else if (put == null) {
            places = laid.projectAll(sample.codes());
        } else {
            LocalDensity density = LocalDensity.of(put, sample.labels(), means.classes());
            map = new CodeMap(sample, choice, new CodeMap.Layout(means, laid, put, density));
        }
        return map == null;
    }

    private ClassDirections directions() {
        return ClassDirections.of(sample.codes(), sample.dimension(), sample.labels(), sample.classes());
    }

    /** Codes of two numbers are their own plane; none as long as the principal directions are being sought. */
    private @Nullable LatentPlane plane(float[] mean) {
        int dimension = sample.dimension();
        boolean chosen = choice.first() < dimension && choice.second() < dimension && choice.first() != choice.second();
        if (dimension == 2) {
            return LatentPlane.ofDimensions(mean, 0, 1);
        }
        if (choice.kind() == PlaneChoice.Kind.DIMENSIONS && chosen) {
            return LatentPlane.ofDimensions(mean, choice.first(), choice.second());
        }
        PrincipalSearch seeking = search;
        if (seeking == null) {
            seeking = new PrincipalSearch(searched(), dimension);
            search = seeking;
        }
        return seek(seeking) ? null : LatentPlane.ofPrincipalDirections(mean, seeking);
    }

    /** Every beginning of a sample is spread over all test images. */
    private float[] searched() {
        return Arrays.copyOf(sample.codes(), Math.min(sample.count(), SEARCHED) * sample.dimension());
    }

    private boolean seek(PrincipalSearch seeking) {
        int round = Math.min(sample.count(), SEARCHED) * sample.dimension();
        int rounds = Math.max(1, NUMBERS_PER_STEP / Math.max(1, round));
        boolean more = true;
        for (int i = 0; i < rounds && more; i++) {
            more = seeking.next();
        }
        return more;
    }

    /** The map, after the last step. */
    public CodeMap map() {
        CodeMap made = map;
        if (made == null) {
            throw new IllegalStateException("there are steps left");
        }
        return made;
    }
}

package hourglass.core.latent;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lays codes out in a plane, a step of some ten milliseconds at a time. One thread at a time. */
public final class CodeMapSteps {
    /** Codes among which the principal directions are sought; more would hardly turn them. */
    private static final int SEARCHED = 1000;
    /** Codes whose room a place is held against. */
    private static final int RANKED = 200;
    /** Numbers looked at in one step of that search. */
    private static final int NUMBERS_PER_STEP = 3_000_000;

    private final CodeSample sample;
    private final PlaneChoice choice;
    private @Nullable ClassDirections directions;
    private @Nullable PrincipalSearch search;
    private @Nullable LatentPlane plane;
    private float @Nullable [] places;
    private CodeDensity.@Nullable Search rooms;
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
            Function<float[], LocalDensity.Place> around = around(put, means.classes());
            map = around == null ? null : new CodeMap(sample, choice, new CodeMap.Layout(means, laid, put, around));
        }
        return map == null;
    }

    /** Codes of two numbers have a tree; of more the room around some of them is looked for, which takes several steps. */
    private @Nullable Function<float[], LocalDensity.Place> around(float[] put, int classes) {
        if (sample.dimension() == 2) {
            LocalDensity density = LocalDensity.of(put, sample.labels(), classes);
            return code -> density.at(code[0], code[1]);
        }
        CodeDensity.Search seeking = rooms;
        if (seeking == null) {
            seeking = new CodeDensity.Search(sample, RANKED);
            rooms = seeking;
        }
        return seeking.next(Math.max(1, NUMBERS_PER_STEP / (sample.count() * sample.dimension())))
                ? null
                : seeking.found()::at;
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

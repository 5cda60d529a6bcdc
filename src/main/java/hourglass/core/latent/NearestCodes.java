package hourglass.core.latent;

import java.util.Arrays;

/** The k nearest codes found so far, in ascending order of squared distance; of equal ones the earlier code. */
final class NearestCodes {
    private final double[] squares;
    private final int[] codes;
    private int count;

    NearestCodes(int k) {
        squares = new double[k];
        codes = new int[k];
        clear(Double.POSITIVE_INFINITY);
    }

    /** Forgets all; none farther than the root of {@code limit} will be taken. */
    void clear(double limit) {
        Arrays.fill(squares, limit);
        Arrays.fill(codes, Integer.MAX_VALUE);
        count = 0;
    }

    int count() {
        return count;
    }

    /** Squared distance beyond which nothing is taken any more. */
    double worst() {
        return squares[squares.length - 1];
    }

    double square(int rank) {
        return squares[rank];
    }

    int code(int rank) {
        return codes[rank];
    }

    void offer(double square, int code) {
        int place = squares.length - 1;
        if (!before(square, code, place)) {
            return;
        }
        while (place > 0 && before(square, code, place - 1)) {
            squares[place] = squares[place - 1];
            codes[place] = codes[place - 1];
            place--;
        }
        squares[place] = square;
        codes[place] = code;
        count = Math.min(count + 1, squares.length);
    }

    private boolean before(double square, int code, int place) {
        return square < squares[place] || (square == squares[place] && code < codes[place]);
    }
}

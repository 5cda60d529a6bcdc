package hourglass.core;

/**
 * Matrix products over {@code float[]}, as layers need them. Any thread may call; blocks that are written must not overlap
 * those that are read.
 *
 * <p>Each number is summed in an order that depends on the inner index alone, never on how many rows or columns are asked
 * for: whoever cuts a product into rows or columns gets the same bits.
 */
public interface Products {
    /**
     * Rows of floats within an array.
     *
     * @param values the array
     * @param at where the first row starts
     * @param row from one row's start to the next one's
     */
    @SuppressWarnings("ArrayRecordComponent") // a window into a block that its owner goes on writing
    record Strip(float[] values, int at, int row) {}

    /**
     * An inner index that runs over several stretches: number {@code p} of run {@code t} stands {@code t · step + p} behind
     * the start of a row.
     *
     * @param runs stretches
     * @param step from one stretch to the next
     * @param length numbers in each
     */
    record Inner(int runs, int step, int length) {
        /** One stretch. */
        public static Inner of(int length) {
            return new Inner(1, 0, length);
        }

        /** Numbers in all. */
        public int size() {
            return runs * length;
        }
    }

    /** {@code c[r][j] = Σ a[r][i] · b[i][j]}; the inner index of {@code b} is its row. */
    void times(Strip a, Inner inner, Strip b, Strip c, int rows, int columns);

    /** {@code c[r][j] = Σ a[r][i] · b[j][i]}; the inner index of {@code b} has no gaps. */
    void timesTransposed(Strip a, Inner inner, Strip b, Strip c, int rows, int columns);

    /**
     * {@code c[r][j] += Σ a[i][r] · b[i][j]}, over rows {@code i} of both that come in runs.
     *
     * @param aStep from one run of {@code a} to the next
     * @param bStep from one run of {@code b} to the next
     * @param runs how many
     * @param length rows in each
     */
    void addTransposedTimes(
            Strip a, int aStep, Strip b, int bStep, int runs, int length, Strip c, int rows, int columns);

    /**
     * Floating point operations per second of one thread when no operand leaves its registers, measured now within some
     * 100 ms: what no product can exceed. 0 where that cannot be told.
     */
    double registerPeak();

    /** In words for the status line and the bench, such as "8 floats at a time". */
    String words();
}

package hourglass.core;

/**
 * Hands that compute side by side for one caller at a time. How many there are changes only how long the work takes: who
 * uses them cuts it in pieces by its size alone.
 */
public interface Lanes {
    /** The caller's own thread and no other. */
    Lanes ALONE = new Lanes() {
        @Override
        public int most() {
            return 1;
        }

        @Override
        public void each(int pieces, int lanes, Piece work) {
            for (int i = 0; i < pieces; i++) {
                work.compute(i, 0);
            }
        }
    };

    /** Lanes there are, at least 1: the caller's own is one. */
    int most();

    /**
     * Computes all pieces and comes back when the last is done; pieces are taken in order by whichever lane is free.
     *
     * @param pieces how many
     * @param lanes use at most so many of {@link #most}
     * @param work called once for each piece; what it throws is thrown here, after the other pieces have ended
     */
    void each(int pieces, int lanes, Piece work);

    /** One piece of work. */
    interface Piece {
        /**
         * Computes a piece.
         *
         * @param piece its number from 0
         * @param lane which lane it runs in, from 0; no two pieces run in one lane at a time, so buffers go by it
         */
        void compute(int piece, int lane);
    }
}

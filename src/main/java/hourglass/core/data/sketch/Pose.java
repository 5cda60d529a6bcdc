package hourglass.core.data.sketch;

/**
 * How a garment lies in the picture: an affine map from garment space to pixels and back.
 *
 * @param a x to column
 * @param b y to column
 * @param c x to row
 * @param d y to row
 * @param column where the origin falls
 * @param row where the origin falls
 */
record Pose(float a, float b, float c, float d, float column, float row) {

    /** A slight turn, lean, stretch and shift. */
    static Pose random(Dice dice, double turnDegrees) {
        double angle = dice.around(turnDegrees) * (Math.PI / 180);
        double lean = dice.around(0.05);
        double wide = dice.between(0.92, 1.05);
        double tall = dice.between(0.93, 1.03);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double middle = Raster.SIDE / 2.0;
        return new Pose(
                (float) (wide * cos),
                (float) (tall * (lean * cos - sin)),
                (float) (wide * sin),
                (float) (tall * (lean * sin + cos)),
                (float) (middle + dice.around(0.7)),
                (float) (middle + dice.around(0.6)));
    }

    float column(float x, float y) {
        return a * x + b * y + column;
    }

    float row(float x, float y) {
        return c * x + d * y + row;
    }

    float x(float atColumn, float atRow) {
        return (d * (atColumn - column) - b * (atRow - row)) / (a * d - b * c);
    }

    float y(float atColumn, float atRow) {
        return (a * (atRow - row) - c * (atColumn - column)) / (a * d - b * c);
    }
}

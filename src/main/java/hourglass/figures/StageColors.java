package hourglass.figures;

import hourglass.core.color.Argb;
import hourglass.core.color.GreyMap;
import hourglass.core.color.Ground;
import hourglass.core.color.SignedErrorMap;
import hourglass.core.color.Token;
import hourglass.core.color.Tokens;
import hourglass.session.measure.Units;
import hourglass.session.measure.WalkStage;
import hourglass.session.measure.WalkStage.Tiles;
import java.util.Arrays;

/**
 * Numbers inside a network as colours: images as greys, maps as greys of one scale, or blue and orange where some are below
 * zero, the code in its own colour. For window and files alike.
 */
public final class StageColors {
    /** Share of the numbers of a stage that have a colour of their own. */
    private static final double MOST = 0.99;

    private static final double DEAD_LEAST = 0.12;
    private static final double DEAD_RANGE = 0.35;

    private final Ramp ramp;

    private interface Ramp {
        int argb(float value);
    }

    private StageColors(Ramp ramp) {
        this.ramp = ramp;
    }

    /** Greys from 0 to {@code white}. */
    public static StageColors greys(double white) {
        double full = positive(white);
        return new StageColors(value -> GreyMap.argb((float) (value / full)));
    }

    /** Blue below zero, orange above it. */
    public static StageColors signed(Ground ground, double reach) {
        return new StageColors(SignedErrorMap.on(ground, positive(reach))::argb);
    }

    /** In the colour of the code, and in that of negative numbers below zero. */
    public static StageColors code(Ground ground, double reach) {
        Tokens tokens = Tokens.on(ground);
        int none = tokens.argb(Token.RAISED);
        int below = tokens.argb(Token.NEGATIVE);
        int above = tokens.argb(Token.ACCENT);
        double full = positive(reach);
        return new StageColors(value -> mixed(none, value < 0 ? below : above, Math.min(1, Math.abs(value) / full)));
    }

    private static double positive(double reach) {
        return reach > 0 ? reach : 1;
    }

    private static int mixed(int from, int to, double share) {
        return Argb.ofUnit(
                between(Argb.red(from), Argb.red(to), share),
                between(Argb.green(from), Argb.green(to), share),
                between(Argb.blue(from), Argb.blue(to), share));
    }

    private static double between(int from, int to, double share) {
        return (from + (to - from) * share) / 255;
    }

    /** Of a stage: all its pictures share one scale. */
    public static StageColors of(WalkStage stage, Ground ground) {
        Tiles tiles = stage.tiles();
        double reach = tiles.reach();
        return switch (stage.kind()) {
            case IMAGE -> greys(1);
            case READS, DRAWS -> signed(ground, mostReach(tiles.values()));
            case MAPS, NUMBERS ->
                stage.isCode() ? code(ground, reach) : tiles.isSigned() ? signed(ground, reach) : greys(reach);
            case DISTRIBUTION, DRAW -> code(ground, reach);
        };
    }

    /** The picture of one number of a code at its own scale; grey where it says nothing of an image. */
    public static int[] ofUnit(Units units, int number, Ground ground) {
        float[] values = units.picture(number);
        double reach = 0;
        for (float value : values) {
            reach = Math.max(reach, Math.abs(value));
        }
        if (!units.facts().get(number).isDead()) {
            return signed(ground, reach).argb(values);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (DEAD_LEAST + DEAD_RANGE * Math.abs(values[i]) / positive(reach));
        }
        return greys(1).argb(values);
    }

    /** What nearly all magnitudes are below: a single pixel would leave all others in the dark. */
    private static double mostReach(float[] values) {
        double[] sizes = new double[values.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(values[i]);
        }
        Arrays.sort(sizes);
        return sizes.length == 0 ? 1 : sizes[(int) (MOST * (sizes.length - 1))];
    }

    /** One number; what is NaN is transparent. */
    public int argb(float value) {
        return Float.isNaN(value) ? 0 : ramp.argb(value);
    }

    /** All pixels of all pictures. */
    public int[] argb(float[] values) {
        int[] argb = new int[values.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = argb(values[i]);
        }
        return argb;
    }
}

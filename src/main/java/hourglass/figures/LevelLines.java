package hourglass.figures;

import hourglass.core.color.Token;
import hourglass.figures.CurveContent.Level;
import hourglass.figures.Ink.Dash;
import hourglass.figures.Ink.Face;
import hourglass.figures.Ink.Letters;
import hourglass.figures.Ink.Pen;
import hourglass.figures.Ink.Side;
import java.util.Comparator;
import java.util.List;

/** The dashed lines of levels with their names, which are stacked where the lines lie close together. */
record LevelLines(Ink ink, List<Level> levels, CurveScale y) {
    /** Between these sides, below {@code top}. */
    void paint(double left, double right, double top) {
        for (Level level : levels) {
            double at = y.pixel(level.y());
            ink.line(new double[] {left, right}, new double[] {at, at}, new Pen(level.color(), 1, 2, Dash.DASHED));
        }
        List<Level> upwards =
                levels.stream().sorted(Comparator.comparingDouble(Level::y)).toList();
        double[] middles = labelRows(upwards, top);
        for (int i = 0; i < middles.length; i++) {
            name(upwards.get(i), middles[i], right);
        }
    }

    /** Names of lines close together are stacked above the lowest, or they could not be read; none leaves the chart. */
    private double[] labelRows(List<Level> upwards, double top) {
        double row = Math.round(ink.em() * 1.3);
        double[] middles = new double[upwards.size()];
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < middles.length; i++) {
            last = Math.min(y.pixel(upwards.get(i).y()) - Math.round(ink.em() * 0.8), last - row);
            middles[i] = last;
        }
        double least = top + Math.round(ink.em() * 0.5);
        for (int i = middles.length - 1; i >= 0; i--) {
            middles[i] = Math.max(middles[i], least);
            least = middles[i] + row;
        }
        return middles;
    }

    private void name(Level level, double middle, double right) {
        String value = CurvePainter.number(level.y());
        Letters numbers = new Letters(Face.STRONG_NUMBERS, ink.em(), level.color());
        Letters letters = new Letters(Face.WORDS, ink.em(), level.color());
        double wide = ink.width(value, numbers);
        double all = wide + 8 + ink.width(level.name(), letters);
        // Keeps the words legible over the noise of a curve.
        ink.fill(right - all - 8, middle - ink.em() * 0.65, all + 8, ink.em() * 1.3, Token.SURFACE, 0.82);
        ink.text(value, right - 4, middle, Side.RIGHT, numbers);
        ink.text(level.name(), right - 12 - wide, middle, Side.RIGHT, letters);
    }
}

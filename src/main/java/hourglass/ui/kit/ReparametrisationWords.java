package hourglass.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** How a code of one image came about, number by number: µ + σ · ε = z. */
public final class ReparametrisationWords {
    private static final int MOST = 4;

    private ReparametrisationWords() {}

    /** Of the first numbers of a code drawn from a mean and standard deviations. */
    public static String of(float[] mean, IntToDoubleFunction deviation, float[] code) {
        List<String> lines = new ArrayList<>(List.of(Messages.text("explain.draw.these")));
        for (int d = 0; d < Math.min(MOST, code.length); d++) {
            double sigma = deviation.applyAsDouble(d);
            double epsilon = sigma == 0 ? 0 : (code[d] - mean[d]) / sigma;
            lines.add(Messages.text(
                    "explain.draw.number",
                    Integer.toString(d + 1),
                    number(mean[d]),
                    number(sigma),
                    epsilon < 0 ? "(" + number(epsilon) + ")" : number(epsilon),
                    number(code[d])));
        }
        return String.join("\n", lines);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replace('-', '\u2212');
    }
}

package hourglass.session.lesson;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a trial found out. Immutable.
 *
 * @param numbers by name
 * @param names of classes and the like, by name
 * @param sample what it was measured on, in words
 * @param seed of what was drawn
 */
public record Measured(Map<String, Double> numbers, Map<String, String> names, String sample, long seed) {
    /** A placeholder: a name, then how its number is written. */
    static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z0-9-]+)(?::([0-9%,]+))?}");

    /** Copies both. */
    public Measured {
        numbers = Map.copyOf(numbers);
        names = Map.copyOf(names);
    }

    /** A number; NaN where there is none of this name. */
    public double number(String name) {
        return numbers.getOrDefault(name, Double.NaN);
    }

    /**
     * A text with its placeholders filled in: <code>{error:4}</code> with four decimals, <code>{share:%}</code> as a
     * percentage, <code>{share:%1}</code> with a decimal, <code>{count:,}</code> with thousands apart, <code>{worst}</code>
     * a name.
     */
    public String fill(String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(
                names.getOrDefault(found.group(1), written(number(found.group(1)), found.group(2)))));
    }

    private static String written(double value, @Nullable String how) {
        String form = how == null ? "0" : how;
        if (form.equals(",")) {
            return String.format(Locale.ROOT, "%,.0f", value).replace(',', '\u202f');
        }
        boolean percent = form.startsWith("%");
        String digits = percent ? form.substring(1) : form;
        int decimals = digits.isEmpty() ? 0 : Integer.parseInt(digits);
        String number = String.format(Locale.ROOT, "%." + decimals + "f", percent ? 100 * value : value);
        return percent ? number + "\u00a0%" : number;
    }

    /** Collects what is found out. */
    static final class Findings {
        private final Map<String, Double> numbers = new LinkedHashMap<>();
        private final Map<String, String> names = new LinkedHashMap<>();

        Findings number(String name, double value) {
            numbers.put(name, value);
            return this;
        }

        Findings count(String name, long value) {
            return number(name, (double) value);
        }

        Findings name(String name, String value) {
            names.put(name, value);
            return this;
        }

        Measured on(String sample, long seed) {
            return new Measured(numbers, names, sample, seed);
        }
    }
}

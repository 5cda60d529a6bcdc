package hourglass.cli;

import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how the input is spoilt; they fit every family. */
final class NoiseOptions {
    private static final double USUAL_LEVEL = 0.2;
    private static final String NUMBER = "(-?\\d*\\.?\\d+(?:[eE]-?\\d+)?)";
    private static final Pattern LEVEL = Pattern.compile(NUMBER + "(?:-" + NUMBER + ")?");

    @Option(
            names = "--noise",
            paramLabel = "KIND",
            description = "gaussian, salt-and-pepper, masking, masking-square or none, instead of the preset's.")
    @Nullable
    private String kind;

    @Option(
            names = {"--sigma", "--noise-level"},
            paramLabel = "LEVEL",
            description = "Level of the noise, 0 to 1: σ of Gaussian noise, else the share of the pixels;"
                    + " a number, or a range such as 0.1-0.4 from which each image draws its own.")
    @Nullable
    private String level;

    /** Whether any is given. */
    boolean given() {
        return kind != null || level != null;
    }

    /** The noise asked for, with what is silent taken from {@code base}. */
    NoiseSpec noise(NoiseSpec base) throws UsageException {
        NoiseKind wanted = kind == null ? base.kind() : named(kind);
        if (level == null) {
            boolean same = wanted == base.kind();
            return same || wanted == NoiseKind.NONE ? (same ? base : NoiseSpec.CLEAN) : withLevel(wanted, base);
        }
        if (kind != null && wanted == NoiseKind.NONE) {
            throw new UsageException("Without noise there is no level; leave out --noise none or the level.");
        }
        return levelled(wanted == NoiseKind.NONE ? NoiseKind.GAUSSIAN : wanted, level);
    }

    private static NoiseSpec withLevel(NoiseKind kind, NoiseSpec base) {
        return base.isNoisy() ? new NoiseSpec(kind, base.level(), base.lowest()) : new NoiseSpec(kind, USUAL_LEVEL);
    }

    private static NoiseSpec levelled(NoiseKind kind, String text) throws UsageException {
        Matcher parts = LEVEL.matcher(text.strip());
        if (!parts.matches()) {
            throw new UsageException(
                    "A noise level is a number such as 0.2 or a range such as 0.1-0.4; got \"" + text + "\".");
        }
        double first = Double.parseDouble(parts.group(1));
        String second = parts.group(2);
        if (second == null) {
            return new NoiseSpec(kind, first);
        }
        double highest = Double.parseDouble(second);
        if (first > highest) {
            throw new UsageException(
                    "A range of noise levels begins with the lowest, such as 0.1-0.4; got \"" + text + "\".");
        }
        return new NoiseSpec(kind, highest, first);
    }

    private static NoiseKind named(String name) throws UsageException {
        for (NoiseKind kind : NoiseKind.values()) {
            if (word(kind).equals(name)) {
                return kind;
            }
        }
        String all = Arrays.stream(NoiseKind.values()).map(NoiseOptions::word).collect(Collectors.joining(", "));
        throw new UsageException("There is no noise \"" + name + "\"; choose one of " + all + ".");
    }

    private static String word(NoiseKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A noise in words, such as "σ 0.2" or "masking 0.1–0.4". */
    static String words(NoiseSpec noise) {
        String kind =
                noise.kind() == NoiseKind.GAUSSIAN ? "σ" : word(noise.kind()).replace('-', ' ');
        return noise.isRange() ? kind + " " + noise.lowest() + "–" + noise.level() : kind + " " + noise.level();
    }
}

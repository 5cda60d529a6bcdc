package hourglass.cli;

import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how the input is spoilt; they fit every family. */
final class NoiseOptions {
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
            return base.withKind(wanted);
        }
        if (kind != null && wanted == NoiseKind.NONE) {
            throw new UsageException("Without noise there is no level; leave out --noise none or the level.");
        }
        return levelled(wanted == NoiseKind.NONE ? NoiseKind.GAUSSIAN : wanted, level);
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
        return Arrays.stream(NoiseKind.values())
                .filter(kind -> kind.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "There is no noise \"" + name + "\"; choose one of " + NoiseKind.allIds() + "."));
    }
}

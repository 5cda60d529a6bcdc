package hourglass.core.spec.listing;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.Volume;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the listings share: lines in order, and the settings in words and numbers. */
final class Lines {
    private final StringBuilder text = new StringBuilder();

    /** Adds lines. */
    Lines add(String... lines) {
        for (String line : lines) {
            text.append(line).append('\n');
        }
        return this;
    }

    /** Adds lines behind the same indentation. */
    Lines indented(int spaces, List<String> lines) {
        lines.forEach(line -> add(" ".repeat(spaces) + line));
        return this;
    }

    String text() {
        return text.toString();
    }

    /** The first line: what it is. */
    static String title(Experiment experiment) {
        return experiment.describe() + ", " + experiment.training().epochs() + " epochs at batch "
                + experiment.training().batchSize() + ", seed " + experiment.seed() + ", as Hourglass trains it.";
    }

    /** A number without an exponent. */
    static String number(double value) {
        String plain = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    /** The layers of one half, with what leads from feature maps to a row of numbers and back put between them. */
    static List<String> half(
            List<LayerSpec> layers, Optional<Volume> before, LayerSpec.Visitor<String> words, Folding folding) {
        List<String> lines = new ArrayList<>();
        Optional<Volume> maps = before;
        for (LayerSpec layer : layers) {
            Optional<Volume> taken = layer.volumeTaken();
            if (maps.isPresent() && taken.isEmpty()) {
                lines.add(folding.flat());
            } else if (maps.isEmpty() && taken.isPresent()) {
                lines.add(folding.maps(taken.get()));
            }
            lines.addAll(List.of(layer.visit(words).split("\n")));
            maps = layer.volumeGiven();
        }
        return lines;
    }

    /** How a library writes the way between feature maps and rows. */
    interface Folding {
        String flat();

        String maps(Volume volume);
    }
}

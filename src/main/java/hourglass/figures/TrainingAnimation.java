package hourglass.figures;

import hourglass.core.data.ImageBlock;
import hourglass.core.metric.Errors;
import hourglass.session.run.EpochStrips;
import hourglass.session.run.EpochStrips.Strip;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A training as moving pictures: what the network made of the same images after each epoch, with its number and error. */
public final class TrainingAnimation extends Animation {
    private static final Duration STEP = Duration.ofMillis(300);
    private static final Duration REST = Duration.ofMillis(1500);

    private TrainingAnimation(List<Shown> shown, String caption) {
        super(shown, caption);
    }

    /**
     * Of what was seen.
     *
     * @throws IllegalArgumentException if no epoch was
     */
    public static TrainingAnimation of(EpochStrips.Seen seen) {
        if (seen.strips().isEmpty()) {
            throw new IllegalArgumentException("expected at least one epoch");
        }
        int epochs = seen.strips().get(seen.strips().size() - 1).epoch();
        String caption = Attribution.of(seen.experiment(), epochs, seen.data()).line();
        List<String> errors = errors(seen);
        List<Shown> shown = new ArrayList<>();
        int last = seen.strips().size() - 1;
        for (int i = 0; i <= last; i++) {
            PathFigure figure = figure(seen, seen.strips().get(i), errors.get(i), caption);
            shown.add(new Shown(figure, i == 0 || i == last ? REST : STEP));
        }
        return new TrainingAnimation(shown, caption);
    }

    /** All of one length, so that no picture is wider than the others. */
    private static List<String> errors(EpochStrips.Seen seen) {
        float[] originals = seen.originals().toArray();
        List<String> errors = seen.strips().stream()
                .map(strip -> FigureNumbers.error(
                        Errors.meanSquaredError(strip.images().toArray(), originals)))
                .toList();
        int longest = errors.stream().mapToInt(String::length).max().orElse(0);
        return errors.stream()
                .map(error -> "MSE " + " ".repeat(longest - error.length()) + error)
                .toList();
    }

    private static PathFigure figure(EpochStrips.Seen seen, Strip strip, String error, String caption) {
        List<PathFigure.Row> rows = new ArrayList<>();
        rows.add(row("Original", "", seen.originals()));
        if (seen.isNoisy()) {
            rows.add(row("Noisy", "", seen.inputs()));
        }
        rows.add(row("Epoch " + strip.epoch(), error, strip.images()));
        return new PathFigure(rows, "", seen.names(), caption);
    }

    private static PathFigure.Row row(String label, String note, ImageBlock images) {
        return new PathFigure.Row(label, note, images);
    }
}

package hourglass.session.sweep;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.InvalidSpecException;
import hourglass.core.spec.edit.Hyperparameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a sweep trains: every combination of the values, with every seed.
 *
 * @param axes values by setting, in the order in which they are varied
 * @param points one for each training, the seeds of one combination beside each other
 */
public record SweepPlan(Map<Hyperparameter, List<String>> axes, List<Point> points) {
    /** Most trainings of one sweep. */
    public static final int MOST = 1000;

    /**
     * One training.
     *
     * @param name of its folder
     * @param experiment all its settings
     */
    public record Point(String name, Experiment experiment) {}

    /** Copies the list. */
    public SweepPlan {
        axes = new LinkedHashMap<>(axes);
        points = List.copyOf(points);
    }

    /** The values by setting. */
    @Override
    public Map<Hyperparameter, List<String>> axes() {
        return Map.copyOf(axes);
    }

    /**
     * Of a base that everything else is taken from.
     *
     * @param seeds how many: the base's and those after it
     * @throws InvalidSpecException with a sentence if one of the trainings cannot be
     */
    public static SweepPlan of(Experiment base, Map<Hyperparameter, List<String>> axes, int seeds) {
        if (seeds < 1) {
            throw new InvalidSpecException("seeds", "A sweep needs at least 1 seed; got " + seeds + ".");
        }
        List<Point> points = new ArrayList<>();
        combine(base, List.copyOf(axes.entrySet()), 0, "", seeds, points);
        if (points.stream().map(Point::name).distinct().count() < points.size()) {
            throw new InvalidSpecException("values", "The same value stands twice in the list of a sweep.");
        }
        return new SweepPlan(axes, points);
    }

    private static void combine(
            Experiment base,
            List<Map.Entry<Hyperparameter, List<String>>> axes,
            int next,
            String name,
            int seeds,
            List<Point> points) {
        if (next == axes.size()) {
            for (int i = 0; i < seeds; i++) {
                Experiment seeded = base.withSeed(base.seed() + i);
                points.add(new Point(name + "seed-" + seeded.seed(), seeded.named()));
            }
            if (points.size() > MOST) {
                throw new InvalidSpecException("values", "A sweep may have at most " + MOST + " trainings.");
            }
            return;
        }
        Hyperparameter setting = axes.get(next).getKey();
        for (String value : axes.get(next).getValue()) {
            Experiment changed = setting.with(base, value);
            // As the experiment has it, so that 0.50 and .5 are one value.
            String plain = setting.of(changed).orElse(value).replace(',', '-');
            combine(changed, axes, next + 1, name + setting.id() + "-" + plain + "-", seeds, points);
        }
    }

    /**
     * The part of one of several machines: every {@code of}-th training from its own on.
     *
     * @param number 1 … {@code of}
     */
    public SweepPlan shard(int number, int of) {
        if (number < 1 || number > of) {
            throw new InvalidSpecException(
                    "shard", "A shard is one of several, such as 2/5; got " + number + "/" + of + ".");
        }
        return new SweepPlan(
                axes,
                IntStream.range(0, points.size())
                        .filter(i -> i % of == number - 1)
                        .mapToObj(points::get)
                        .toList());
    }
}

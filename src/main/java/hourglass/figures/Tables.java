package hourglass.figures;

import hourglass.core.data.ImageSet;
import hourglass.core.metric.Detection;
import hourglass.core.metric.Detection.Flagged;
import hourglass.core.spec.edit.Hyperparameter;
import hourglass.engine.store.Report;
import hourglass.engine.train.Posteriors.Divergence;
import hourglass.session.lesson.EveningSummary;
import hourglass.session.lesson.LessonRecord;
import hourglass.session.map.EmbeddingRequest;
import hourglass.session.map.EmbeddingSample;
import hourglass.session.measure.DenoisingCurve;
import hourglass.session.measure.DenoisingErrors;
import hourglass.session.measure.Dice;
import hourglass.session.measure.KlMeasuring;
import hourglass.session.measure.Mixture;
import hourglass.session.measure.NoiseErrors.Method;
import hourglass.session.measure.OddityScore;
import hourglass.session.measure.OddityScores;
import hourglass.session.measure.OddityScores.Scored;
import hourglass.session.measure.Units;
import hourglass.session.runs.RunRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every table that can be saved, with its columns: the same from the window and from the command line. */
public final class Tables {
    private Tables() {}

    /**
     * The votes of an evening, a row for each answer of each step: {@code step,answer,text,right,first,second}; a round that
     * was not held has no numbers.
     */
    public static Table votes(EveningSummary evening) {
        record Vote(EveningSummary.Row row, int option) {}
        List<Vote> votes = evening.rows().stream()
                .flatMap(row -> IntStream.range(0, row.record().first().size()).mapToObj(i -> new Vote(row, i)))
                .toList();
        return new Table(votes.size())
                .words("step", i -> votes.get(i).row().step().id())
                .words("answer", i -> Character.toString('A' + votes.get(i).option()))
                .words("text", i -> votes.get(i)
                        .row()
                        .step()
                        .words()
                        .options()
                        .get(votes.get(i).option()))
                .words(
                        "right",
                        i -> votes.get(i).row().holds()
                                        && votes.get(i).row().step().answer().option()
                                                == votes.get(i).option()
                                ? "yes"
                                : "no")
                .numbers(
                        "first",
                        i -> count(
                                votes.get(i).row().record().first(),
                                votes.get(i).option()))
                .numbers(
                        "second",
                        i -> count(
                                votes.get(i).row().record().second(),
                                votes.get(i).option()))
                .numbers("measured", i -> {
                    EveningSummary.Row row = votes.get(i).row();
                    return row.reveal().measured().number(row.step().answer().measure());
                })
                .counts("seed", i -> votes.get(i).row().reveal().measured().seed())
                .words("sample", i -> votes.get(i).row().reveal().measured().sample());
    }

    private static double count(List<Integer> votes, int option) {
        return LessonRecord.OfStep.total(votes) == 0 ? Double.NaN : votes.get(option);
    }

    /**
     * Images as points of a plane: {@code index,class,x,y} and the origin.
     *
     * @param images the set the points are of
     * @param indices which image each point is, {@code [n]}
     * @param xy {@code [n × 2]}
     */
    public static Table points(ImageSet images, int[] indices, float[] xy, Attribution origin) {
        return places(images, indices, xy).from(origin);
    }

    /**
     * The same of a map, with its settings before the origin: {@code perplexity,iterations,map_seed}.
     *
     * @param xy where the points of the sample are, {@code [n × 2]}
     */
    public static Table map(EmbeddingRequest request, EmbeddingSample sample, float[] xy, int iterations) {
        return places(request.data().test(), sample.testIndices(), xy)
                .numbers("perplexity", row -> request.spec().perplexity())
                .counts("iterations", row -> iterations)
                .counts("map_seed", row -> request.spec().seed())
                .from(Attribution.of(request));
    }

    /**
     * Images drawn at random, one a row: {@code draw,dice_seed,nearest_training_image,class,mse}, the distance being the mean
     * squared error per pixel between the two, and the origin.
     */
    public static Table dice(Dice.Thrown thrown, ImageSet train, long seed, Attribution origin) {
        Dice.Nearest nearest = thrown.nearest().orElseThrow();
        return new Table(thrown.images().count())
                .counts("draw", row -> row + 1)
                .counts("dice_seed", row -> seed)
                .counts("nearest_training_image", row -> nearest.image()[row])
                .words("class", row -> train.className(nearest.image()[row]))
                .numbers("mse", row -> nearest.error()[row])
                .from(origin);
    }

    /** The KL divergence of each number of a code, one a row: {@code number,kl_nats,dead} and the origin. */
    public static Table kl(Divergence divergence, Attribution origin) {
        double[] nats = divergence.perDimension();
        return new Table(nats.length)
                .counts("number", row -> row + 1)
                .numbers("kl_nats", row -> nats[row])
                .words("dead", row -> nats[row] < KlMeasuring.DEAD ? "yes" : "no")
                .from(origin);
    }

    private static Table places(ImageSet images, int[] indices, float[] xy) {
        if (xy.length != 2 * indices.length) {
            throw new IllegalArgumentException(
                    "expected " + indices.length + " points, got " + xy.length + " coordinates");
        }
        return new Table(indices.length)
                .counts("index", row -> indices[row])
                .words("class", row -> images.className(indices[row]))
                .numbers("x", row -> xy[2 * row])
                .numbers("y", row -> xy[2 * row + 1]);
    }

    /** Mean squared error per pixel of each test image: {@code index,class,network_mse,pca_mse} and the origin. */
    public static Table errors(
            ImageSet test, IntToDoubleFunction network, IntToDoubleFunction pca, Attribution origin) {
        return new Table(test.size())
                .counts("index", row -> row)
                .words("class", test::className)
                .numbers("network_mse", network)
                .numbers("pca_mse", pca)
                .from(origin);
    }

    /** The error of one network over the level of the noise. */
    public record Measured(DenoisingCurve curve, Attribution origin) {}

    /**
     * Mean squared error per pixel over the level of the noise, of the network, of doing nothing and of a 3 × 3 median
     * filter: {@code level,network,nothing,median,noise,images} and the origin. Several networks stand below each other.
     */
    public static Table noise(List<Measured> measured) {
        int each = DenoisingErrors.LEVELS;
        return new Table(each * measured.size())
                .numbers("level", row -> DenoisingErrors.level(row % each))
                .numbers("network", row -> measured.get(row / each).curve().at(Method.NETWORK, row % each))
                .numbers("nothing", row -> measured.get(row / each).curve().at(Method.NOTHING, row % each))
                .numbers("median", row -> measured.get(row / each).curve().at(Method.MEDIAN, row % each))
                .words("noise", row -> measured.get(row / each).curve().kind().id())
                .counts("images", row -> measured.get(row / each).curve().images())
                .from(row -> measured.get(row / each).origin());
    }

    /**
     * How odd each image of a mixture looks: {@code index,class,odd} (1 or 0), a column for each score that is known, and
     * the origin. An added image has the index and the class it has in its own data.
     */
    public static Table oddities(OddityScores scores, Attribution origin) {
        Mixture mixture = scores.mixture();
        Table table = new Table(mixture.size())
                .counts("index", mixture::index)
                .words("class", mixture::className)
                .counts("odd", row -> mixture.isOdd(row) ? 1 : 0);
        for (OddityScore score : known(scores)) {
            Scored scored = scores.by(score).orElseThrow();
            table = table.numbers(column(score), scored::of);
        }
        return table.words("odd_is", row -> mixture.odd().toString()).from(origin);
    }

    private static List<OddityScore> known(OddityScores scores) {
        return Arrays.stream(OddityScore.values())
                .filter(scores.known()::contains)
                .toList();
    }

    private static String column(OddityScore score) {
        return score.id().replace('-', '_');
    }

    /** A threshold of a score, and what it flags. */
    private record Step(OddityScore score, float threshold, Flagged flagged) {}

    private static List<Step> steps(OddityScores scores) {
        List<Step> steps = new ArrayList<>();
        for (OddityScore score : known(scores)) {
            Detection detection = scores.by(score).orElseThrow().detection();
            for (int i = 0; i < detection.steps(); i++) {
                steps.add(new Step(score, detection.threshold(i), detection.at(i)));
            }
        }
        return steps;
    }

    /**
     * What each threshold of each score flags, from the largest down: {@code score,threshold,false_alarms,recall} and the
     * origin; shares, 0 … 1. The point where nothing is flagged is left out.
     */
    public static Table roc(OddityScores scores, Attribution origin) {
        List<Step> steps = steps(scores);
        return thresholds(steps)
                .numbers("false_alarms", row -> steps.get(row).flagged().falseAlarms())
                .numbers("recall", row -> steps.get(row).flagged().recall())
                .words("odd_is", row -> scores.mixture().odd().toString())
                .from(origin);
    }

    /** The same with {@code score,threshold,recall,precision}. */
    public static Table precisionRecall(OddityScores scores, Attribution origin) {
        List<Step> steps = steps(scores);
        return thresholds(steps)
                .numbers("recall", row -> steps.get(row).flagged().recall())
                .numbers("precision", row -> steps.get(row).flagged().precision())
                .words("odd_is", row -> scores.mixture().odd().toString())
                .from(origin);
    }

    private static Table thresholds(List<Step> steps) {
        return new Table(steps.size())
                .words("score", row -> column(steps.get(row).score()))
                .numbers("threshold", row -> steps.get(row).threshold());
    }

    /** One measured quantity by epoch, under its heading. */
    public record Series(String heading, CurveContent.Samples samples) {}

    /**
     * Quantities by epoch: {@code epoch}, a column for each that has any value, and the origin. A cell stays empty where
     * its quantity was not measured.
     */
    public static Table curves(List<Series> all, Attribution origin) {
        List<Series> columns =
                all.stream().filter(series -> series.samples().size() > 0).toList();
        List<double[]> rows = merged(columns);
        Table table = new Table(rows.size()).numbers("epoch", row -> rows.get(row)[0]);
        for (int i = 0; i < columns.size(); i++) {
            int place = i + 1;
            table = table.numbers(columns.get(i).heading(), row -> rows.get(row)[place]);
        }
        return table.from(origin);
    }

    /** By ascending epoch: the epoch and a value for each series, NaN where there is none. */
    private static List<double[]> merged(List<Series> columns) {
        List<double[]> rows = new ArrayList<>();
        int[] next = new int[columns.size()];
        double epoch = nearest(columns, next);
        while (epoch < Double.POSITIVE_INFINITY) {
            double[] row = new double[columns.size() + 1];
            Arrays.fill(row, Double.NaN);
            row[0] = epoch;
            for (int i = 0; i < next.length; i++) {
                CurveContent.Samples samples = columns.get(i).samples();
                if (at(samples, next[i]) == epoch) {
                    row[i + 1] = samples.y(next[i]++);
                }
            }
            rows.add(row);
            epoch = nearest(columns, next);
        }
        return rows;
    }

    private static double nearest(List<Series> columns, int[] next) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < next.length; i++) {
            nearest = Math.min(nearest, at(columns.get(i).samples(), next[i]));
        }
        return nearest;
    }

    private static double at(CurveContent.Samples samples, int index) {
        return index < samples.size() ? samples.x(index) : Double.POSITIVE_INFINITY;
    }

    /**
     * The numbers of a code in their order: {@code number,price,silenced_mse,whole_mse,zeros,mean,says_nothing,excited_by,
     * excited_most_by_class} and the origin. A price is the share by which the error grows where the number is set to 0; the images that excite a number
     * most are separated by spaces.
     */
    public static Table units(Units units, ImageSet images, Attribution origin) {
        return new Table(units.count())
                .counts("number", row -> row + 1)
                .numbers("price", units::price)
                .numbers("silenced_mse", row -> units.facts().get(row).silenced())
                .numbers("whole_mse", row -> units.priced().error())
                .numbers("zeros", row -> units.facts().get(row).zeros())
                .numbers("mean", row -> units.facts().get(row).mean())
                .words("says_nothing", row -> units.facts().get(row).isDead() ? "yes" : "no")
                .words("excited_by", row -> Arrays.stream(units.facts().get(row).top())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(" ")))
                .words(
                        "excited_most_by_class",
                        row -> images.className(units.facts().get(row).top()[0]))
                .from(origin);
    }

    /**
     * Runs, one a row: {@code run,name,note}, a column for each {@link Hyperparameter}, what training came to
     * ({@code unit,best_error,best_epoch,last_error,seconds,images_per_second,parameters,stop_reason}), what was measured
     * ({@code test_mse,pca_mse,noise_mse,nothing_mse,median_mse,negative_elbo,kl,kl_per_number}) and the origin. A cell
     * stays empty where there is nothing.
     */
    public static Table runs(List<RunRecord> runs) {
        Table table = new Table(runs.size())
                .words("run", row -> String.valueOf(runs.get(row).folder().getFileName()))
                .words("name", row -> runs.get(row).card().name())
                .words("note", row -> runs.get(row).card().note());
        for (Hyperparameter each : Hyperparameter.values()) {
            table = table.words(
                    each.id().replace('-', '_'),
                    row -> each.of(runs.get(row).experiment()).orElse(""));
        }
        return measured(came(table, runs), runs).from(row -> origin(runs.get(row)));
    }

    private static Table came(Table table, List<RunRecord> runs) {
        return table.words("unit", row -> runs.get(row).unit().name().toLowerCase(Locale.ROOT))
                .numbers("best_error", row -> runs.get(row).bestError())
                .numbers("best_epoch", row -> runs.get(row)
                        .bestEpoch()
                        .map(epoch -> (double) epoch.epoch())
                        .orElse(Double.NaN))
                .numbers("last_error", row -> runs.get(row).lastError())
                .numbers("seconds", row -> runs.get(row).seconds())
                .numbers("images_per_second", row -> runs.get(row).report().samplesPerSecond())
                .counts("parameters", row -> runs.get(row).experiment().model().parameterCount())
                .words("stop_reason", row -> runs.get(row).report().stopReason());
    }

    private static Table measured(Table table, List<RunRecord> runs) {
        IntFunction<Report.Figures> of = row -> runs.get(row).report().figures();
        return table.numbers("test_mse", row -> value(of.apply(row).test(), Report.Quality::mse))
                .numbers("pca_mse", row -> value(of.apply(row).test(), Report.Quality::pcaMse))
                .numbers("noise_mse", row -> value(of.apply(row).noise(), Report.Noise::testMse))
                .numbers("nothing_mse", row -> value(of.apply(row).noise(), Report.Noise::noisyMse))
                .numbers("median_mse", row -> value(of.apply(row).noise(), Report.Noise::medianMse))
                .numbers("negative_elbo", row -> value(of.apply(row).variational(), Report.Variational::negativeElbo))
                .numbers("kl", row -> value(of.apply(row).variational(), Report.Variational::kl))
                .words("kl_per_number", row -> of.apply(row)
                        .variational()
                        .map(measured -> measured.klPerDimension().stream()
                                .map(Table::number)
                                .collect(Collectors.joining(" ")))
                        .orElse(""));
    }

    private static <T> double value(Optional<T> measured, ToDoubleFunction<T> number) {
        return measured.map(number::applyAsDouble).orElse(Double.NaN);
    }

    private static Attribution origin(RunRecord run) {
        return Attribution.of(
                run.experiment(), run.epochs().size(), run.report().data().name());
    }
}

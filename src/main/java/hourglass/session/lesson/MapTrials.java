package hourglass.session.lesson;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.metric.NeighbourTable;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.session.map.EmbeddingFrame;
import hourglass.session.map.EmbeddingQuality;
import hourglass.session.map.EmbeddingRequest;
import hourglass.session.map.EmbeddingRun;
import hourglass.session.map.MapSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What t-SNE makes of codes and of noise. */
final class MapTrials {
    /** Points nearer to each other than so many usual distances belong to one crumb. */
    private static final double REACH = 3;
    /** A crumb has at least so many points. */
    private static final int CRUMB = 3;

    private MapTrials() {}

    private static EmbeddingSpec spec(TrialSubject subject, double perplexity, long seed) {
        int points = subject.count(
                "points", Math.min(EmbeddingSpec.MOST_POINTS, subject.test().size()));
        return EmbeddingSpec.standard(seed)
                .withPoints(Math.max(EmbeddingSpec.LEAST_POINTS, points))
                .withPerplexity(perplexity);
    }

    private static EmbeddingRun finished(TrialSubject subject, EmbeddingRequest request, double begun, double share) {
        EmbeddingRun run = EmbeddingRun.prepare(request, subject.factory(), subject.cancelled());
        while (!run.isDone()) {
            EmbeddingFrame frame = run.step();
            subject.done(begun + share * frame.iteration() / frame.total());
        }
        return run;
    }

    static Measured crumbs(TrialSubject subject) {
        return crumbs(subject, MapSource.CODES, subject.data());
    }

    static Measured noiseCrumbs(TrialSubject subject) {
        return crumbs(subject, MapSource.PIXELS, noise(subject));
    }

    /** As many images as there are test images, of pixels that are all drawn alike. */
    private static DataSet noise(TrialSubject subject) {
        ImageSet test = subject.test();
        byte[] pixels = new byte[test.size() * 64];
        new Random(TrialSubject.SEED).nextBytes(pixels);
        ImageSet noise = ImageSet.of(8, 8, pixels, test.labels(), test.classNames());
        DataSet data = subject.data();
        return new DataSet(data.name(), data.location(), data.origin(), data.sha256(), noise, noise);
    }

    private static Measured crumbs(TrialSubject subject, MapSource source, DataSet data) {
        Measured.Findings findings = new Measured.Findings();
        double[] counts = new double[2];
        for (int i = 0; i < 2; i++) {
            String name = i == 0 ? "low" : "high";
            EmbeddingSpec spec = spec(subject, subject.setting(name), TrialSubject.SEED);
            EmbeddingRun run =
                    finished(subject, new EmbeddingRequest(spec, source, subject.model(0), data), 0.5 * i, 0.5);
            EmbeddingQuality quality = run.quality(subject.cancelled());
            counts[i] = count(run.frame().orElseThrow().coordinates());
            findings.number(name + "-crumbs", counts[i])
                    .number(name + "-trust", quality.map().trustworthiness());
            if (source == MapSource.CODES) {
                findings.number(name + "-accuracy", quality.map().accuracy());
            }
        }
        int points = spec(subject, subject.setting("low"), 0).points();
        return findings.number("times", counts[0] / Math.max(1, counts[1]))
                .on(
                        source == MapSource.PIXELS
                                ? points + " points of 64 numbers drawn at random"
                                : points + " test images of " + data.name(),
                        TrialSubject.SEED);
    }

    /** Groups of at least {@value #CRUMB} points of a map that stand apart from all others. */
    static int count(float[] places) {
        int n = places.length / 2;
        NeighbourTable near = NeighbourTable.of(places, 2, 1, () -> false);
        double[] nearest = IntStream.range(0, n)
                .mapToDouble(i -> distance(places, i, near.neighbour(i, 0)))
                .sorted()
                .toArray();
        double reach = REACH * nearest[n / 2];
        int[] group = IntStream.range(0, n).toArray();
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                if (distance(places, a, b) < reach) {
                    group[root(group, a)] = root(group, b);
                }
            }
        }
        int[] sizes = new int[n];
        IntStream.range(0, n).forEach(i -> sizes[root(group, i)]++);
        return (int) Arrays.stream(sizes).filter(size -> size >= CRUMB).count();
    }

    private static int root(int[] group, int point) {
        int root = point;
        while (group[root] != root) {
            group[root] = group[group[root]];
            root = group[root];
        }
        return root;
    }

    private static double distance(float[] places, int a, int b) {
        return Math.hypot(places[2 * a] - places[2 * b], places[2 * a + 1] - places[2 * b + 1]);
    }

    static Measured islands(TrialSubject subject) {
        int seeds = Math.max(2, subject.count("seeds", 20));
        List<double[]> maps = new ArrayList<>();
        double[] codes = {};
        for (int i = 0; i < seeds; i++) {
            EmbeddingSpec spec = spec(subject, 30, TrialSubject.SEED + i);
            EmbeddingRequest request = new EmbeddingRequest(spec, MapSource.CODES, subject.model(0), subject.data());
            EmbeddingRun run = finished(subject, request, (double) i / seeds, 1.0 / seeds);
            int[] labels = run.sample().labels();
            maps.add(gaps(
                    run.frame().orElseThrow().coordinates(),
                    2,
                    labels,
                    subject.test().classCount()));
            codes = gaps(
                    run.sample().codes(),
                    run.sample().dimension(),
                    labels,
                    subject.test().classCount());
        }
        double[] truth = codes;
        double agreement = maps.stream()
                .mapToDouble(map -> correlation(map, truth))
                .average()
                .orElseThrow();
        double among = IntStream.range(1, seeds)
                .mapToDouble(i -> correlation(maps.get(0), maps.get(i)))
                .average()
                .orElseThrow();
        Doubled doubled = doubled(maps, truth);
        return new Measured.Findings()
                .number("ordered", doubled.ordered())
                .number("code-times", doubled.times())
                .number("agreement", agreement)
                .number("among", among)
                .number("spread", spread(maps))
                .number("seeds", seeds)
                .on(
                        subject.count("points", subject.test().size()) + " test images of "
                                + subject.data().name() + " and " + seeds + " seeds",
                        TrialSubject.SEED);
    }

    /** Distances between the middles of each two classes. */
    private static double[] gaps(float[] points, int dimension, int[] labels, int classes) {
        double[] middles = new double[classes * dimension];
        int[] counts = new int[classes];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]]++;
            for (int k = 0; k < dimension; k++) {
                middles[labels[i] * dimension + k] += points[i * dimension + k];
            }
        }
        double[] gaps = new double[classes * (classes - 1) / 2];
        int place = 0;
        for (int a = 0; a < classes; a++) {
            for (int b = a + 1; b < classes; b++) {
                double sum = 0;
                for (int k = 0; k < dimension; k++) {
                    double gap = middles[a * dimension + k] / counts[a] - middles[b * dimension + k] / counts[b];
                    sum += gap * gap;
                }
                gaps[place++] = Math.sqrt(sum);
            }
        }
        return gaps;
    }

    /**
     * What the codes say of pairs of gaps of which one is about twice the other on a map.
     *
     * @param ordered for which share the larger gap is the larger one among the codes too
     * @param times how much larger it is there on average
     */
    private record Doubled(double ordered, double times) {}

    private static Doubled doubled(List<double[]> maps, double[] codes) {
        int ordered = 0;
        int all = 0;
        double times = 0;
        for (double[] map : maps) {
            for (int large = 0; large < codes.length; large++) {
                for (int small = 0; small < codes.length; small++) {
                    double ratio = map[large] / map[small];
                    if (ratio > 1.8 && ratio < 2.2) {
                        all++;
                        ordered += codes[large] > codes[small] ? 1 : 0;
                        times += codes[large] / codes[small];
                    }
                }
            }
        }
        return new Doubled((double) ordered / all, times / all);
    }

    /** By how much the gap of one pair of classes, against the middle gap of its map, differs at most between maps. */
    private static double spread(List<double[]> maps) {
        double most = 1;
        for (int pair = 0; pair < maps.get(0).length; pair++) {
            double least = Double.POSITIVE_INFINITY;
            double largest = 0;
            for (double[] map : maps) {
                double gap = map[pair] / Arrays.stream(map).average().orElseThrow();
                least = Math.min(least, gap);
                largest = Math.max(largest, gap);
            }
            most = Math.max(most, largest / least);
        }
        return most;
    }

    /** Rank correlation of Spearman, −1 … 1. */
    static double correlation(double[] a, double[] b) {
        double[] x = ranks(a);
        double[] y = ranks(b);
        double middle = (a.length - 1) / 2.0;
        double together = 0;
        double alone = 0;
        for (int i = 0; i < x.length; i++) {
            together += (x[i] - middle) * (y[i] - middle);
            alone += (x[i] - middle) * (x[i] - middle);
        }
        return together / alone;
    }

    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        IntStream.range(0, order.length).forEach(place -> ranks[order[place]] = place);
        return ranks;
    }
}

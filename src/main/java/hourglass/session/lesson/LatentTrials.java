package hourglass.session.lesson;

import hourglass.core.data.ImageSet;
import hourglass.core.metric.Errors;
import hourglass.engine.model.Network;
import hourglass.engine.train.Evaluation;
import hourglass.session.measure.NetworkFigures;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What is measured of places between codes and of variational codes. */
final class LatentTrials {
    private static final int TESTS = 200;

    private LatentTrials() {}

    /** Mean squared error per pixel of each drawn image to the nearest of the first training images. */
    private static double[] toNearest(TrialSubject subject, float[] drawn) {
        ImageSet train = subject.data().train();
        int references = subject.count("references", train.size());
        int pixels = train.pixelsPerImage();
        double[] nearest = new double[drawn.length / pixels];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int reference = 0; reference < references; reference++) {
            float[] real = train.image(reference);
            for (int i = 0; i < nearest.length; i++) {
                nearest[i] = Math.min(nearest[i], squared(drawn, i * pixels, real, nearest[i] * pixels) / pixels);
            }
            if (reference % 1000 == 0) {
                subject.done((double) reference / references);
            }
        }
        return nearest;
    }

    /** Sum of squared differences, broken off once it is beyond {@code most}. */
    private static double squared(float[] drawn, int from, float[] real, double most) {
        double sum = 0;
        for (int i = 0; i < real.length && sum < most; i += 28) {
            int end = Math.min(real.length, i + 28);
            for (int k = i; k < end; k++) {
                double difference = drawn[from + k] - real[k];
                sum += difference * difference;
            }
        }
        return sum;
    }

    private static double mean(double[] values) {
        return Errors.mean(values);
    }

    /** Means of the codes of each class, {@code [classes × size]}. */
    private static float[] centres(ImageSet test, float[] codes, int size) {
        double[] sums = new double[test.classCount() * size];
        int[] counts = new int[test.classCount()];
        for (int image = 0; image < test.size(); image++) {
            counts[test.label(image)]++;
            for (int k = 0; k < size; k++) {
                sums[test.label(image) * size + k] += codes[image * size + k];
            }
        }
        float[] centres = new float[sums.length];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = (float) (sums[i] / Math.max(1, counts[i / size]));
        }
        return centres;
    }

    /** The middle between each two classes. */
    private static float[] middles(float[] centres, int size) {
        int classes = centres.length / size;
        float[] middles = new float[classes * (classes - 1) / 2 * size];
        int place = 0;
        for (int a = 0; a < classes; a++) {
            for (int b = a + 1; b < classes; b++) {
                for (int k = 0; k < size; k++) {
                    middles[place++] = (centres[a * size + k] + centres[b * size + k]) / 2;
                }
            }
        }
        return middles;
    }

    /** Of some places the third that lies furthest from any code. */
    private static float[] emptiest(float[] places, float[] codes, int size) {
        double[] room = new double[places.length / size];
        for (int place = 0; place < room.length; place++) {
            room[place] = Double.POSITIVE_INFINITY;
            for (int code = 0; code < codes.length / size; code++) {
                double sum = 0;
                for (int k = 0; k < size; k++) {
                    double gap = places[place * size + k] - codes[code * size + k];
                    sum += gap * gap;
                }
                room[place] = Math.min(room[place], sum);
            }
        }
        int[] order = IntStream.range(0, room.length)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> -room[place]))
                .mapToInt(Integer::intValue)
                .toArray();
        float[] kept = new float[Math.max(1, room.length / 3) * size];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = places[order[i / size] * size + i % size];
        }
        return kept;
    }

    static Measured holes(TrialSubject subject) {
        int tests = Math.min(TESTS, subject.test().size());
        float[] real = subject.test().images(0, tests);
        Measured.Findings findings = new Measured.Findings().number("real", mean(toNearest(subject, real)));
        for (int which = 0; which < 2; which++) {
            Network network = subject.network(which);
            String other = which == 0 ? "" : "other-";
            int size = network.spec().codeSize();
            float[] all = Evaluation.codes(network, subject.test(), subject.cancelled());
            float[] middles = emptiest(middles(centres(subject.test(), all, size), size), all, size);
            double codes = mean(toNearest(subject, network.reconstruct(real, tests)));
            double[] between = toNearest(subject, network.decode(middles, middles.length / size));
            findings.number(other + "codes", codes)
                    .number(other + "between", mean(between))
                    .number(other + "ratio", mean(between) / codes)
                    .number(other + "worst", Arrays.stream(between).max().orElse(Double.NaN));
        }
        return findings.on(
                nearestSample(subject, tests), subject.model(0).experiment().seed());
    }

    private static String nearestSample(TrialSubject subject, int tests) {
        return tests + " images against the first "
                + TrialSubject.spaced(
                        subject.count("references", subject.data().train().size())) + " training images of "
                + subject.data().name();
    }

    static Measured draws(TrialSubject subject) {
        int draws = subject.count("draws", 5_000);
        int tests = Math.min(TESTS, subject.test().size());
        double[] ratios = new double[2];
        for (int which = 0; which < 2; which++) {
            Network network = subject.network(which);
            double own =
                    mean(toNearest(subject, network.reconstruct(subject.test().images(0, tests), tests)));
            double drawn = mean(toNearest(subject, network.decode(drawn(subject, network, draws), draws)));
            ratios[which] = drawn / own;
        }
        return new Measured.Findings()
                .number("ratio", ratios[0])
                .number("other-ratio", ratios[1])
                .number("times", ratios[0] / ratios[1])
                .on(draws + " draws; " + nearestSample(subject, tests), TrialSubject.SEED);
    }

    /** Codes by the prior where there is one, else by mean and spread of each number of the test codes. */
    private static float[] drawn(TrialSubject subject, Network network, int draws) {
        int size = network.spec().codeSize();
        double[] mean = new double[size];
        double[] square = new double[size];
        float[] codes = Evaluation.codes(network, subject.test(), subject.cancelled());
        for (int i = 0; i < codes.length; i++) {
            mean[i % size] += codes[i];
            square[i % size] += (double) codes[i] * codes[i];
        }
        int n = codes.length / size;
        Random random = new Random(TrialSubject.SEED);
        float[] drawn = new float[draws * size];
        for (int i = 0; i < drawn.length; i++) {
            double centre = mean[i % size] / n;
            double spread = Math.sqrt(Math.max(0, square[i % size] / n - centre * centre));
            double normal = random.nextGaussian();
            drawn[i] = (float) (network.spec().isVariational() ? normal : centre + spread * normal);
        }
        return drawn;
    }

    private static NetworkFigures.Elbo elbo(TrialSubject subject) {
        return new NetworkFigures(
                        subject.model(0),
                        subject.network(0),
                        subject.data(),
                        subject::basis,
                        subject.factory().computing(),
                        subject.cancelled())
                .elbo();
    }

    static Measured kl(TrialSubject subject) {
        NetworkFigures.Elbo elbo = elbo(subject);
        List<Double> each = elbo.klPerDimension();
        double least = subject.setting("least");
        long alive = each.stream().filter(kl -> kl >= least).count();
        return new Measured.Findings()
                .count("alive", alive)
                .count("dead", each.size() - alive)
                .number("numbers", each.size())
                .number("kl", elbo.kl())
                .number(
                        "smallest-alive",
                        each.stream()
                                .filter(kl -> kl >= least)
                                .min(Double::compare)
                                .orElse(0.0))
                .number(
                        "largest-dead",
                        each.stream()
                                .filter(kl -> kl < least)
                                .max(Double::compare)
                                .orElse(0.0))
                .on(
                        subject.images(subject.test().size()),
                        subject.model(0).experiment().seed());
    }

    static Measured floor(TrialSubject subject) {
        ImageSet test = subject.test();
        double sum = 0;
        for (int done = 0; done < test.size(); done += Evaluation.CHUNK) {
            int n = Math.min(Evaluation.CHUNK, test.size() - done);
            float[] images = test.images(done, n);
            for (double each : Errors.crossEntropyPerImage(images, images, test.pixelsPerImage())) {
                sum += each;
            }
        }
        double floor = sum / test.size();
        double reached = elbo(subject).reconstruction();
        return new Measured.Findings()
                .number("floor", floor)
                .number("reached", reached)
                .number("above", reached - floor)
                .on(subject.images(test.size()), subject.model(0).experiment().seed());
    }
}

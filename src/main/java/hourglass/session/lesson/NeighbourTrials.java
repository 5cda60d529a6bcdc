package hourglass.session.lesson;

import hourglass.core.data.ImageSet;
import hourglass.core.metric.NearestNeighbours;
import hourglass.core.metric.NearestNeighbours.LabelledCodes;
import hourglass.engine.model.Network;
import hourglass.engine.train.Evaluation;
import java.util.Arrays;
import java.util.Random;

/** How well the class of an image can be read off the classes of its ten nearest neighbours. */
final class NeighbourTrials {
    private static final int VOTERS = 10;

    private NeighbourTrials() {}

    /** Some numbers for each of {@code n} images. */
    private interface Coding {
        float[] of(float[] images, int n);
    }

    static Measured pixels(TrialSubject subject) {
        int pixels = subject.test().pixelsPerImage();
        return counts(subject, new Measured.Findings().number("accuracy", accuracy(subject, pixels, (x, n) -> x)));
    }

    static Measured codes(TrialSubject subject) {
        Network network = subject.network(0);
        int numbers = network.spec().codeSize();
        Measured.Findings findings = new Measured.Findings()
                .number("numbers", numbers)
                .number(
                        "random",
                        accuracy(subject, numbers, projection(subject.test().pixelsPerImage(), numbers)));
        subject.done(0.3);
        findings.number("code", accuracy(subject, numbers, network::encode));
        subject.done(0.6);
        int components = Math.min(numbers, subject.basis().maxComponents());
        findings.number(
                "pca", accuracy(subject, components, (x, n) -> subject.basis().encode(x, n, components)));
        return counts(subject, findings);
    }

    private static Measured counts(TrialSubject subject, Measured.Findings findings) {
        int references = subject.count("references", subject.data().train().size());
        int tests = subject.count("tests", subject.test().size());
        return findings.number("references", references)
                .number("tests", tests)
                .on(
                        "the first " + TrialSubject.spaced(tests) + " test images among the first "
                                + TrialSubject.spaced(references) + " training images of "
                                + subject.data().name(),
                        TrialSubject.SEED);
    }

    /** A matrix of normal numbers, drawn once. */
    private static Coding projection(int pixels, int numbers) {
        Random random = new Random(TrialSubject.SEED);
        float[] matrix = new float[pixels * numbers];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = (float) random.nextGaussian();
        }
        return (images, n) -> {
            float[] result = new float[n * numbers];
            for (int image = 0; image < n; image++) {
                for (int i = 0; i < pixels; i++) {
                    float value = images[image * pixels + i];
                    for (int k = 0; value != 0 && k < numbers; k++) {
                        result[image * numbers + k] += value * matrix[i * numbers + k];
                    }
                }
            }
            return result;
        };
    }

    private static double accuracy(TrialSubject subject, int dimension, Coding coding) {
        ImageSet train = subject.data().train();
        ImageSet test = subject.test();
        int references = subject.count("references", train.size());
        int tests = subject.count("tests", test.size());
        return NearestNeighbours.accuracy(
                coded(train, references, dimension, coding),
                coded(test, tests, dimension, coding),
                Math.min(VOTERS, references),
                subject.factory().computing(),
                subject.cancelled());
    }

    private static LabelledCodes coded(ImageSet set, int count, int dimension, Coding coding) {
        float[] codes = new float[count * dimension];
        for (int done = 0; done < count; done += Evaluation.CHUNK) {
            int n = Math.min(Evaluation.CHUNK, count - done);
            System.arraycopy(coding.of(set.images(done, n), n), 0, codes, done * dimension, n * dimension);
        }
        return new LabelledCodes(codes, Arrays.copyOf(set.labels(), count), dimension);
    }
}

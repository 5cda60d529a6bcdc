package hourglass.session.lesson;

import hourglass.core.data.ImageSet;
import hourglass.core.metric.Clipping;
import hourglass.core.metric.Errors;
import hourglass.engine.model.Network;
import hourglass.engine.train.Evaluation;
import hourglass.session.ask.Portion;
import hourglass.session.measure.Compression;
import hourglass.session.measure.CompressionErrors;
import hourglass.session.measure.ErrorMeasuring;
import hourglass.session.measure.ImageErrors;
import hourglass.session.measure.NetworkInput;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What is measured of images and their reconstructions. Errors are mean squared errors per pixel. */
final class ReconstructionTrials {
    private ReconstructionTrials() {}

    static ImageErrors errors(TrialSubject subject, int which) {
        return new ErrorMeasuring(subject.provenance(which), subject.test())
                .all(subject.network(which)::reconstruct, subject.cancelled());
    }

    /** The average of all images, 0 … 1. */
    static float[] meanImage(ImageSet set) {
        double[] sums = new double[set.pixelsPerImage()];
        for (int image = 0; image < set.size(); image++) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += set.rawPixel(image, i);
            }
        }
        float[] mean = new float[sums.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sums[i] / set.size() / 255);
        }
        return mean;
    }

    /** The error of always answering {@code answer}, over the first {@code count} images. */
    static double errorOfAnswer(ImageSet set, int count, float[] answer) {
        double sum = 0;
        for (int image = 0; image < count; image++) {
            sum += Errors.meanSquaredError(set.image(image), answer);
        }
        return sum / count;
    }

    static Measured yardstick(TrialSubject subject) {
        ImageSet test = subject.test();
        double mean = errorOfAnswer(test, test.size(), meanImage(subject.data().train()));
        double error = errors(subject, 0).mean();
        long zeros = IntStream.range(0, test.size())
                .mapToLong(image -> IntStream.range(0, test.pixelsPerImage())
                        .filter(i -> test.rawPixel(image, i) == 0)
                        .count())
                .sum();
        return new Measured.Findings()
                .number("error", error)
                .number("mean", mean)
                .number("black", errorOfAnswer(test, test.size(), new float[test.pixelsPerImage()]))
                .number("explained", 1 - error / mean)
                .number("zeros", (double) zeros / test.size() / test.pixelsPerImage())
                .on(subject.images(test.size()), subject.model(0).experiment().seed());
    }

    static Measured codeBits(TrialSubject subject) {
        int numbers = subject.network(0).spec().codeSize();
        CompressionErrors measuring =
                new CompressionErrors(subject.test(), NetworkInput.CLEAN, CompressionErrors.Codec.NETWORK, numbers);
        Compression found = Portion.all(() -> measuring.apply(subject.network(0)), subject.cancelled());
        double bytes = subject.test().pixelsPerImage();
        Measured.Findings findings = new Measured.Findings()
                .number("bytes", bytes)
                .number("code-bytes", Compression.bytes(numbers, Compression.FLOAT))
                .number("times", bytes / Compression.bytes(numbers, Compression.FLOAT))
                .number("zlib-times", bytes / found.zlibBytes())
                .number("error", found.error(Compression.FLOAT));
        for (int bits : new int[] {8, 4, 2}) {
            findings.number("times-" + bits, bytes / Compression.bytes(numbers, bits))
                    .number("error-" + bits, found.error(bits));
        }
        return findings.on(
                subject.images(found.images()), subject.model(0).experiment().seed());
    }

    static Measured pcaSizes(TrialSubject subject) {
        double from = pca(subject, subject.count("from", subject.test().pixelsPerImage()), Clipping.NONE);
        subject.done(0.6);
        double to = pca(subject, subject.count("to", subject.test().pixelsPerImage()), Clipping.NONE);
        return new Measured.Findings()
                .number("from-error", from)
                .number("to-error", to)
                .number("ratio", to / from)
                .number("increase", to / from - 1)
                .on(subject.images(subject.test().size()), 0);
    }

    static double pca(TrialSubject subject, int components, Clipping clipping) {
        return subject.basis().meanSquaredError(subject.test(), components, clipping, subject.cancelled());
    }

    static Measured classErrors(TrialSubject subject) {
        ImageSet test = subject.test();
        ImageErrors errors = errors(subject, 0);
        double[] means = new double[test.classCount()];
        for (int label = 0; label < means.length; label++) {
            int one = label;
            means[label] = IntStream.range(0, test.size())
                    .filter(image -> test.label(image) == one)
                    .mapToDouble(errors::of)
                    .average()
                    .orElse(Double.NaN);
        }
        List<Integer> worstFirst = IntStream.range(0, means.length)
                .boxed()
                .sorted(Comparator.comparingDouble(label -> -means[label]))
                .toList();
        int asked = subject.count("class", means.length - 1);
        int last = worstFirst.get(worstFirst.size() - 1);
        return new Measured.Findings()
                .number("rank", 1 + worstFirst.indexOf(asked))
                .number("error", means[asked])
                .number("worst-error", means[worstFirst.get(0)])
                .number("second-error", means[worstFirst.get(1)])
                .number("best-error", means[last])
                .number("mean", errors.mean())
                .name("worst", test.classNames().get(worstFirst.get(0)))
                .name("second", test.classNames().get(worstFirst.get(1)))
                .name("best", test.classNames().get(last))
                .on(subject.images(test.size()), subject.model(0).experiment().seed());
    }

    static Measured fedBack(TrialSubject subject) {
        ImageSet test = subject.test();
        int images = subject.count("images", test.size());
        int passes = subject.count("passes", 200);
        float[] original = test.images(0, images);
        float[] moving = original;
        double[] errors = new double[passes + 1];
        for (int pass = 1; pass <= passes; pass++) {
            moving = subject.network(0).reconstruct(moving, images);
            errors[pass] = Errors.meanSquaredError(original, moving);
            subject.done((double) pass / passes);
        }
        double mean = errorOfAnswer(test, images, meanImage(subject.data().train()));
        return new Measured.Findings()
                .number("once", errors[1])
                .number("twice", errors[Math.min(2, passes)])
                .number("last", errors[passes])
                .number("mean", mean)
                .number("ratio", errors[passes] / mean)
                .number("passes", passes)
                .on(subject.images(images), subject.model(0).experiment().seed());
    }

    static Measured silenced(TrialSubject subject) {
        int images = subject.count("images", subject.test().size());
        Network network = subject.network(0);
        int numbers = network.spec().codeSize();
        float[] original = subject.test().images(0, images);
        float[] codes = network.encode(original, images);
        double whole = Errors.meanSquaredError(original, network.decode(codes, images));
        double[] changes = new double[numbers];
        for (int number = 0; number < numbers; number++) {
            float[] without = codes.clone();
            for (int image = 0; image < images; image++) {
                without[image * numbers + number] = 0;
            }
            changes[number] = Errors.meanSquaredError(original, network.decode(without, images)) - whole;
            subject.done((double) number / numbers);
        }
        Arrays.sort(changes);
        return new Measured.Findings()
                .number("error", whole)
                .count(
                        "dead",
                        Arrays.stream(changes)
                                .filter(change -> Math.abs(change) < 1e-9)
                                .count())
                .number("median", changes[numbers / 2])
                .number("worst", changes[numbers - 1])
                .number("times", 1 + changes[numbers - 1] / whole)
                .number("numbers", numbers)
                .on(subject.images(images), subject.model(0).experiment().seed());
    }

    static Measured damages(TrialSubject subject) {
        ImageSet test = subject.test();
        int width = test.width();
        int height = test.height();
        ImageErrors whole = errors(subject, 0);
        Measured.Findings findings = new Measured.Findings().number("error", whole.mean());
        findings.number(
                "dimmed-error", lower(subject, whole, "dimmed", findings, image -> each(image, i -> image[i] / 2)));
        subject.done(0.2);
        lower(
                subject,
                whole,
                "mirrored",
                findings,
                image -> each(image, i -> image[i - i % width + width - 1 - i % width]));
        subject.done(0.4);
        lower(
                subject,
                whole,
                "upside-down",
                findings,
                image -> each(image, i -> image[(height - 1 - i / width) * width + i % width]));
        subject.done(0.6);
        lower(subject, whole, "half-black", findings, image -> each(image, i -> i % width < width / 2 ? 0 : image[i]));
        subject.done(0.8);
        lower(subject, whole, "inverted", findings, image -> each(image, i -> 1 - image[i]));
        float[] black = new float[test.pixelsPerImage()];
        findings.number(
                "black-error", Errors.meanSquaredError(black, subject.network(0).reconstruct(black, 1)));
        return findings.on(
                subject.images(test.size()), subject.model(0).experiment().seed());
    }

    private interface Pixel {
        float at(int i);
    }

    private static float[] each(float[] image, Pixel pixel) {
        float[] result = new float[image.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = pixel.at(i);
        }
        return result;
    }

    /** Finds on which share of the images a damage lowers the error; gives the mean error it leaves. */
    private static double lower(
            TrialSubject subject,
            ImageErrors whole,
            String name,
            Measured.Findings findings,
            UnaryOperator<float[]> damage) {
        ImageSet test = subject.test();
        int pixels = test.pixelsPerImage();
        int lower = 0;
        double sum = 0;
        for (int done = 0; done < test.size(); done += Evaluation.CHUNK) {
            int n = Math.min(Evaluation.CHUNK, test.size() - done);
            float[] damaged = new float[n * pixels];
            for (int i = 0; i < n; i++) {
                System.arraycopy(damage.apply(test.image(done + i)), 0, damaged, i * pixels, pixels);
            }
            double[] errors = Errors.perImage(damaged, subject.network(0).reconstruct(damaged, n), pixels);
            for (int i = 0; i < n; i++) {
                lower += errors[i] < whole.of(done + i) ? 1 : 0;
                sum += errors[i];
            }
        }
        findings.number(name, (double) lower / test.size());
        return sum / test.size();
    }
}

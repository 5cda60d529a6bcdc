package hourglass.ui.reconstruct;

import hourglass.core.metric.Errors;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The error of every test image under one network, and the images from best to worst. Immutable. */
final class ErrorRanking {
    private final Subject subject;
    private final double[] errors;
    private final int[] order;
    private final double mean;

    /** Takes over {@code errors}; images of equal error keep their order. */
    ErrorRanking(Subject subject, double[] errors) {
        this.subject = subject;
        this.errors = errors;
        mean = Errors.mean(errors);
        order = IntStream.range(0, errors.length)
                .boxed()
                .sorted(Comparator.comparingDouble(image -> errors[image]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    Subject subject() {
        return subject;
    }

    double error(int image) {
        return errors[image];
    }

    double mean() {
        return mean;
    }

    int size() {
        return order.length;
    }

    /** Image at a place of the ranking, 0 the best. */
    int at(int place) {
        return order[place];
    }

    /** How many images the network renders with a smaller error than PCA does. */
    int countBelow(PcaErrors pca) {
        int count = 0;
        for (int i = 0; i < errors.length; i++) {
            count += errors[i] < pca.error(i) ? 1 : 0;
        }
        return count;
    }
}

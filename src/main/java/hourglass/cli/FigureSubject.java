package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.figures.Attribution;
import hourglass.session.measure.Provenance;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * What figures are of.
 *
 * @param snapshot the network as it was saved
 * @param network the same, ready to compute
 * @param data whose test images are shown
 * @param cancelled whether the figures are no longer wanted
 */
record FigureSubject(ModelSnapshot snapshot, Network network, DataSet data, BooleanSupplier cancelled) {
    Experiment experiment() {
        return snapshot.experiment();
    }

    ImageSet test() {
        return data.test();
    }

    /** Which data and which network that is. */
    Provenance provenance() {
        return Provenance.of(data, snapshot);
    }

    /** What stands at the foot of each figure and at the end of each table. */
    Attribution origin() {
        return Attribution.of(snapshot, data);
    }

    /** What the decoder draws for codes, {@code [n × codeSize]}, in pieces that leave memory flat. */
    ImageBlock decoded(float[] codes) {
        int size = network.spec().codeSize();
        int pixels = test().pixelsPerImage();
        int count = codes.length / size;
        float[] images = new float[count * pixels];
        for (int from = 0; from < count; from += 100) {
            int n = Math.min(100, count - from);
            float[] part = network.decode(Arrays.copyOfRange(codes, from * size, (from + n) * size), n);
            System.arraycopy(part, 0, images, from * pixels, part.length);
        }
        return block(images);
    }

    /** Some test images. */
    ImageBlock images(int[] chosen) {
        return block(test().images(chosen));
    }

    /** Pixels of the size of test images. */
    ImageBlock block(float[] pixels) {
        return ImageBlock.copyOf(test().width(), test().height(), pixels);
    }

    /** Classes of some test images in words. */
    List<String> names(int[] chosen) {
        return Arrays.stream(chosen).mapToObj(test()::className).toList();
    }

    void check() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("interrupted");
        }
    }

    /** Classes of the test images. */
    int[] labels() {
        int[] labels = new int[test().size()];
        Arrays.setAll(labels, test()::label);
        return labels;
    }
}

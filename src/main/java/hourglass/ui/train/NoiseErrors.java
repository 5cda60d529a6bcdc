package hourglass.ui.train;

import hourglass.core.data.DataSet;
import hourglass.core.metric.Clipping;
import hourglass.core.metric.Errors;
import hourglass.core.metric.MedianFilter;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.NoiseSpec;
import hourglass.engine.model.Network;
import hourglass.engine.train.Evaluation;
import hourglass.session.ask.InferenceJob;
import hourglass.session.concurrent.Latest;
import java.util.Arrays;
import java.util.Optional;

/** What can be reached on the noisy test images without a network, measured in short steps on the inference thread. */
final class NoiseErrors implements InferenceJob.Steps {
    private static final int STEP = 50;

    private final DataSet data;
    private final NoiseSpec noise;
    private final PcaBasis basis;
    private final int components;
    private final Latest<Optional<Measured>> measured = new Latest<>(Optional.empty());
    private final double[] sums = new double[3];
    private float[] clean = {};
    private float[] noisy = {};
    private int chunkStart;
    private int done;

    NoiseErrors(DataSet data, NoiseSpec noise, PcaBasis basis, int components) {
        this.data = data;
        this.noise = noise;
        this.basis = basis;
        this.components = Math.min(components, basis.maxComponents());
    }

    /**
     * Mean squared errors per pixel to the clean images.
     *
     * @param nothing of the noisy images themselves
     * @param median of a 3 × 3 median filter
     * @param pca of the noisy images by as many principal components as the code has numbers
     */
    record Measured(double nothing, double median, double pca) {}

    /** Once all test images are measured. */
    Optional<Measured> measured() {
        return measured.get();
    }

    /** The network is not asked: it only brings its thread. */
    @Override
    public boolean next(Network unused) {
        int images = data.test().size();
        if (done == chunkStart + clean.length / data.test().pixelsPerImage()) {
            spoilNextChunk(images);
        } else {
            measure(Math.min(STEP, chunkStart + clean.length / data.test().pixelsPerImage() - done));
        }
        if (done < images) {
            return true;
        }
        measured.put(Optional.of(new Measured(sums[0] / images, sums[1] / images, sums[2] / images)));
        return false;
    }

    private void spoilNextChunk(int images) {
        chunkStart = done;
        clean = data.test().images(chunkStart, Math.min(Evaluation.CHUNK, images - done));
        noisy = Evaluation.spoilt(clean, data.test(), noise, chunkStart);
    }

    private void measure(int n) {
        int pixels = data.test().pixelsPerImage();
        int from = (done - chunkStart) * pixels;
        float[] truth = Arrays.copyOfRange(clean, from, from + n * pixels);
        float[] spoilt = Arrays.copyOfRange(noisy, from, from + n * pixels);
        float[] filtered =
                MedianFilter.apply(spoilt, data.test().width(), data.test().height());
        float[] projected = basis.reconstruct(spoilt, n, components, Clipping.NONE);
        sums[0] += n * Errors.meanSquaredError(spoilt, truth);
        sums[1] += n * Errors.meanSquaredError(filtered, truth);
        sums[2] += n * Errors.meanSquaredError(projected, truth);
        done += n;
    }
}

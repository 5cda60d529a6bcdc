package hourglass.session.measure;

import hourglass.core.metric.PcaBasis;

/** A way to draw images again: a network, PCA, a filter. */
@FunctionalInterface
public interface Reconstruction {
    /**
     * Draws images again.
     *
     * @param images {@code [n × pixels]}, 0 … 1
     * @return {@code [n × pixels]}
     */
    float[] of(float[] images, int n);

    /** By PCA with so many numbers, or as many as it has; not clipped, because that is the linear code that is measured. */
    static Reconstruction by(PcaBasis basis, int numbers) {
        int components = Math.min(numbers, basis.maxComponents());
        return (images, n) -> basis.reconstruct(images, n, components);
    }
}

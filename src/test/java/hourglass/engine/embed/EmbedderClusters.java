package hourglass.engine.embed;

import hourglass.core.metric.PrincipalPlane;
import hourglass.core.noise.NormalNumbers;

/** Points for maps. */
public final class EmbedderClusters {
    private EmbedderClusters() {}

    /** Clusters around corners of a cube, one after another in turn. */
    public static EmbedderInput of(int n, int dimension, int clusters) {
        float[] noise = new float[n * dimension];
        NormalNumbers.fill(noise, noise.length, 9);
        for (int i = 0; i < n; i++) {
            noise[i * dimension + i % clusters] += 12;
        }
        return input(noise, dimension);
    }

    /** These points and their plane. */
    public static EmbedderInput input(float[] points, int dimension) {
        float[] plane = PrincipalPlane.scores(points, dimension, () -> false);
        return new EmbedderInput(points, dimension, plane, EmbedderPoints.Scale.TOGETHER);
    }

    /** Where they come to rest. */
    public static float[] map(Embedder map, int iterations) {
        while (map.iteration() < iterations) {
            map.advance(iterations - map.iteration());
        }
        return map.coordinates();
    }
}

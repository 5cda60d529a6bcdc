package hourglass.engine.dl4j;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Off-heap floats: pointers into ND4J arrays, and the three row-major matrix products a dense layer needs. */
final class Native {
    private Native() {}

    /** The floats of an array, starting at its first element, whatever buffer it is a view of. */
    static FloatPointer pointer(INDArray array) {
        return new FloatPointer(array.data().addressPointer());
    }

    /** The floats from {@code index} on. */
    static FloatPointer at(FloatPointer block, long index) {
        return block.getPointer(FloatPointer.class, index);
    }

    /** {@code c[n×m] = a[n×k] · b[m×k]ᵀ}: activations from inputs and weights. */
    static void timesTransposed(FloatPointer a, FloatPointer b, FloatPointer c, int n, int m, int k) {
        openblas.cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, n, m, k, 1f, a, k, b, k, 0f, c, m);
    }

    /** {@code c[n×m] = a[n×k] · b[k×m]}: the error handed to the layer below. */
    static void times(FloatPointer a, FloatPointer b, FloatPointer c, int n, int m, int k) {
        openblas.cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, n, m, k, 1f, a, k, b, m, 0f, c, m);
    }

    /** {@code c[n×m] = a[k×n]ᵀ · b[k×m] + keep · c}: the gradient of weights, where kept summed over several blocks. */
    static void transposedTimes(FloatPointer a, FloatPointer b, FloatPointer c, int n, int m, int k, float keep) {
        openblas.cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, n, m, k, 1f, a, n, b, m, keep, c, m);
    }

    /** {@code c[n×m] = a[k×n]ᵀ · b[m×k]ᵀ + keep · c}. */
    static void transposedTimesTransposed(
            FloatPointer a, FloatPointer b, FloatPointer c, int n, int m, int k, float keep) {
        openblas.cblas_sgemm(CblasRowMajor, CblasTrans, CblasTrans, n, m, k, 1f, a, n, b, k, keep, c, m);
    }
}

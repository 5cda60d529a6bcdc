/**
 * The Denoise view: test images spoilt as far as a slider says, what networks and a median filter make of them, the error
 * over the noise level, and an image to draw on. Imports JavaFX, {@code hourglass.ui.kit}, {@code hourglass.session}
 * and the values below it, never another view. Start with {@link hourglass.ui.denoise.DenoiseModel}; the pictures are
 * made in {@code DenoiseQuestion} on the inference thread, the curves in {@code CurveMeasuring}.
 */
package hourglass.ui.denoise;

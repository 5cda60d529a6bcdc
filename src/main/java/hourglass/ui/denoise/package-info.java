/**
 * The Denoise view: test images spoilt as far as a slider says, what networks and a median filter make of them, the
 * error over the noise level, and an image to draw on. May import: core.*, engine.model, figures, session.ask, session.file, session.history, session.look,
 * session.measure, ui.kit, ui.pictures, javafx, org.kordamp.ikonli. Start with {@link
 * hourglass.ui.denoise.DenoiseModel}; the pictures are made in {@code DenoiseQuestion} on the inference thread, the
 * curves in {@code CurveMeasuring}.
 */
package hourglass.ui.denoise;

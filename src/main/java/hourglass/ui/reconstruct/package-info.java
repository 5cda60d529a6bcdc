/**
 * The Reconstruct view: test images, what the network and PCA of the same code size make of them, and by how much each
 * is wrong. May import: core.*, engine.model, session.ask, session.file, session.look, session.measure, figures,
 * ui.chart, ui.kit, ui.pictures, javafx, org.kordamp.ikonli. Start with {@link
 * hourglass.ui.reconstruct.ReconstructModel}; the pictures are made in {@code PictureRequest} on the inference thread,
 * the errors of all test images in {@link hourglass.session.measure}.
 */
package hourglass.ui.reconstruct;

/**
 * The Latent view: the plane of codes with a handle on it, what the decoder draws there, and what can be done with codes:
 * paths between two of them, draws from one image's distribution, directions from class to class. Imports JavaFX, {@code
 * hourglass.ui.kit}, {@code hourglass.session} and the values below it, never another view. Start with {@link
 * hourglass.ui.latent.LatentModel}, then {@code SpaceModel}, the latent space of one network; everything it asks of a
 * network goes through {@code Questions} to the inference thread.
 */
package hourglass.ui.latent;

/**
 * The Latent view: the plane of codes with a handle on it, what the decoder draws there, and what can be done with
 * codes: paths between two of them, draws from one image's distribution, directions from class to class. May import:
 * core.*, engine.model, engine.train, session.ask, session.file, session.history, session.look, session.measure, session.run,
 * figures, ui.kit, ui.pictures, ui.scatter, javafx, org.kordamp.ikonli. Start with {@link
 * hourglass.ui.latent.LatentModel}, then {@code SpaceModel}, the latent space of one network; everything it asks of a
 * network goes through {@code Questions} to the inference thread.
 */
package hourglass.ui.latent;

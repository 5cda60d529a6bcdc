package hourglass.ui.latent;

import hourglass.session.ask.InferenceService;
import java.util.concurrent.Executor;

/**
 * Whom to ask and how answers come back.
 *
 * @param soon runs tasks on the FX thread
 * @param problems hears there of questions that could not be answered
 */
record Asking(InferenceService inference, Executor soon, Problems problems) {}

/**
 * Evaluation of networks beside training: one thread, copies of weights, the newest question wins; long work in steps;
 * noise-then-reconstruct and the errors it leaves. It may import {@code core}, {@code engine} and {@code
 * session.concurrent}. Start reading at {@link hourglass.session.ask.InferenceService}.
 */
package hourglass.session.ask;

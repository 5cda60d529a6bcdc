package hourglass.core.spec;

import java.util.Locale;

/**
 * Everything that decides a training run: two equal experiments on one machine give equal networks.
 *
 * @param preset id of the preset it began as, or "custom"; {@link #name} says whether it still is that
 * @param data which images
 * @param model which network
 * @param noise what is added to its input
 * @param training how it is trained
 * @param seed start of every random stream
 */
public record Experiment(
        String preset, DataSpec data, ModelSpec model, NoiseSpec noise, TrainingSpec training, long seed) {
    /** The {@link #name} of settings that are no preset's. */
    public static final String CUSTOM = "custom";

    /** Id of the preset whose settings these are, whatever they began as; {@link #CUSTOM} where they are none's. */
    public String name() {
        return Preset.of(this).map(Preset::id).orElse(CUSTOM);
    }

    /** The same, called by its {@link #name}. */
    public Experiment named() {
        return withPreset(name());
    }

    /** The same with another model. */
    public Experiment withModel(ModelSpec value) {
        return new Experiment(preset, data, value, noise, training, seed);
    }

    /** In words, such as "Denoising dense autoencoder 784–64–784" or "Dense autoencoder 784–64–784, without Bag". */
    public String describe() {
        String words = model.describe();
        String what = noise.isNoisy()
                ? "Denoising " + words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1)
                : words;
        return what + data.without().map(left -> ", without " + left).orElse("");
    }

    /** The same with other noise. */
    public Experiment withNoise(NoiseSpec value) {
        return new Experiment(preset, data, model, value, training, seed);
    }

    /** The same with other data. */
    public Experiment withData(DataSpec value) {
        return new Experiment(preset, value, model, noise, training, seed);
    }

    /** The same with another training. */
    public Experiment withTraining(TrainingSpec value) {
        return new Experiment(preset, data, model, noise, value, seed);
    }

    /** The same with another seed. */
    public Experiment withSeed(long value) {
        return new Experiment(preset, data, model, noise, training, value);
    }

    /** The same under another preset name. */
    public Experiment withPreset(String value) {
        return new Experiment(value, data, model, noise, training, seed);
    }
}

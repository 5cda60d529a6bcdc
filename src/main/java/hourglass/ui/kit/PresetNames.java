package hourglass.ui.kit;

import hourglass.core.spec.Preset;

/** The networks of the lesson in words. */
public final class PresetNames {
    private PresetNames() {}

    /** Its name, such as "Dense 64". */
    public static String title(Preset preset) {
        return switch (preset) {
            case DENSE_64 -> Messages.text("train.preset.dense-64");
            case STACKED_30 -> Messages.text("train.preset.stacked-30");
            case DENSE_2 -> Messages.text("train.preset.dense-2");
            case DENOISE_64 -> Messages.text("train.preset.denoise-64");
            case CONV_DENOISE -> Messages.text("train.preset.conv-denoise");
            case CONV_64 -> Messages.text("train.preset.conv-64");
            case VAE_2 -> Messages.text("train.preset.vae-2");
            case VAE_CONV_2 -> Messages.text("train.preset.vae-conv-2");
            case VAE_16 -> Messages.text("train.preset.vae-16");
        };
    }

    /** What one learns from it, in a sentence. */
    public static String purpose(Preset preset) {
        return switch (preset) {
            case DENSE_64 -> Messages.text("train.preset.dense-64.purpose");
            case STACKED_30 -> Messages.text("train.preset.stacked-30.purpose");
            case DENSE_2 -> Messages.text("train.preset.dense-2.purpose");
            case DENOISE_64 -> Messages.text("train.preset.denoise-64.purpose");
            case CONV_DENOISE -> Messages.text("train.preset.conv-denoise.purpose");
            case CONV_64 -> Messages.text("train.preset.conv-64.purpose");
            case VAE_2 -> Messages.text("train.preset.vae-2.purpose");
            case VAE_CONV_2 -> Messages.text("train.preset.vae-conv-2.purpose");
            case VAE_16 -> Messages.text("train.preset.vae-16.purpose");
        };
    }
}

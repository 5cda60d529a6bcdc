package hourglass.ui.train;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.InvalidSpecException;
import hourglass.core.spec.Preset;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.PresetNames;

/** Presets by their names in files, and in words. */
final class PresetWords {
    /** Stands for every network that is no preset. */
    static final String CUSTOM = "custom";

    private PresetWords() {}

    /**
     * The preset whose network and noise these are, on images of this size; how long and how fast one trains does not make
     * another network.
     */
    static String idOf(Experiment experiment, int width, int height) {
        for (Preset preset : Preset.values()) {
            if (isNetworkOf(preset, experiment, width, height)) {
                return preset.id();
            }
        }
        return CUSTOM;
    }

    private static boolean isNetworkOf(Preset preset, Experiment experiment, int width, int height) {
        try {
            Experiment plain = preset.experiment(experiment.data(), width, height, experiment.seed());
            return plain.model().equals(experiment.model()) && plain.noise().equals(experiment.noise());
        } catch (InvalidSpecException impossible) {
            // Images too small for its convolutions.
            return false;
        }
    }

    static String title(String id) {
        return Preset.byId(id).map(PresetNames::title).orElseGet(() -> Messages.text("train.preset.custom"));
    }

    static String purpose(String id) {
        return Preset.byId(id).map(PresetNames::purpose).orElseGet(() -> Messages.text("train.preset.custom.purpose"));
    }
}

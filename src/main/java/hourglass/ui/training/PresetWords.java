package hourglass.ui.training;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.ui.common.Messages;
import java.util.Optional;

/** Presets by their names in files, and in words. */
final class PresetWords {
    /** Stands for every network that is no preset. */
    static final String CUSTOM = "custom";

    private PresetWords() {}

    /** The preset whose network and noise these are; how long and how fast one trains does not make another network. */
    static String idOf(Experiment experiment) {
        for (Preset preset : Preset.values()) {
            Experiment plain =
                    preset.experiment(experiment.data(), experiment.model().inputSize(), experiment.seed());
            if (plain.model().equals(experiment.model()) && plain.noise().equals(experiment.noise())) {
                return preset.id();
            }
        }
        return CUSTOM;
    }

    static String title(String id) {
        Optional<Preset> preset = Preset.byId(id);
        return preset.isEmpty()
                ? Messages.text("train.preset.custom")
                : switch (preset.get()) {
                    case DENSE_64 -> Messages.text("train.preset.dense-64");
                    case STACKED_30 -> Messages.text("train.preset.stacked-30");
                    case DENSE_2 -> Messages.text("train.preset.dense-2");
                };
    }

    static String purpose(String id) {
        Optional<Preset> preset = Preset.byId(id);
        return preset.isEmpty()
                ? Messages.text("train.preset.custom.purpose")
                : switch (preset.get()) {
                    case DENSE_64 -> Messages.text("train.preset.dense-64.purpose");
                    case STACKED_30 -> Messages.text("train.preset.stacked-30.purpose");
                    case DENSE_2 -> Messages.text("train.preset.dense-2.purpose");
                };
    }
}

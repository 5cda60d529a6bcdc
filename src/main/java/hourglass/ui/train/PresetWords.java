package hourglass.ui.train;

import hourglass.core.spec.Preset;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.PresetNames;

/** Presets by their names in files, and in words. */
final class PresetWords {
    static String title(String id) {
        return Preset.byId(id).map(PresetNames::title).orElseGet(() -> Messages.text("train.preset.custom"));
    }

    static String purpose(String id) {
        return Preset.byId(id).map(PresetNames::purpose).orElseGet(() -> Messages.text("train.preset.custom.purpose"));
    }
}

package hourglass.cli;

import hourglass.core.spec.Preset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Presets named on the command line. */
final class PresetChoice {
    private PresetChoice() {}

    /** Those named, each once, in the order given; all where none is named. */
    static List<Preset> of(List<String> names) throws UsageException {
        if (names.isEmpty()) {
            return List.of(Preset.values());
        }
        Set<Preset> presets = new LinkedHashSet<>();
        for (String name : names) {
            presets.add(TrainOptions.presetNamed(name));
        }
        return List.copyOf(presets);
    }
}

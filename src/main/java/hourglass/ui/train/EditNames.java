package hourglass.ui.train;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.core.spec.edit.HourglassShape;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.PresetNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an edit of the settings is called once it is done: "hidden layer removed", "code size 64 → 32". */
final class EditNames {
    private EditNames() {}

    static String of(Experiment before, Experiment now) {
        Set<Setting> changed = SettingDifferences.ofNetwork(before.model(), now.model());
        changed.addAll(SettingDifferences.ofNoise(before.noise(), now.noise()));
        addTraining(changed, before, now);
        if (changed.size() > 1 && Preset.byId(now.name()).isPresent()) {
            return Messages.text(
                    "undo.preset", PresetNames.title(Preset.byId(now.name()).orElseThrow()));
        }
        List<String> names = new ArrayList<>();
        changed.forEach(setting -> names.add(words(setting, before, now)));
        return names.isEmpty() ? Messages.text("undo.settings") : StaleModel.listed(names);
    }

    private static void addTraining(Set<Setting> changed, Experiment before, Experiment now) {
        if (before.training().learningRate() != now.training().learningRate()) {
            changed.add(Setting.LEARNING_RATE);
        }
        if (before.training().batchSize() != now.training().batchSize()) {
            changed.add(Setting.BATCH_SIZE);
        }
        if (before.training().epochs() != now.training().epochs()) {
            changed.add(Setting.EPOCHS);
        }
        if (before.seed() != now.seed()) {
            changed.add(Setting.SEED);
        }
    }

    private static String words(Setting setting, Experiment before, Experiment now) {
        HourglassShape was = HourglassShape.of(before.model());
        HourglassShape is = HourglassShape.of(now.model());
        return switch (setting) {
            case HIDDEN_LAYERS ->
                is.hidden().size() > was.hidden().size()
                        ? Messages.text("undo.hidden.added")
                        : Messages.text("undo.hidden.removed");
            case STAGES ->
                is.stages().size() > was.stages().size()
                        ? Messages.text("undo.stage.added")
                        : Messages.text("undo.stage.removed");
            case CODE_SIZE -> numbers(setting, was.codeSize(), is.codeSize());
            case BATCH_SIZE ->
                numbers(setting, before.training().batchSize(), now.training().batchSize());
            case EPOCHS ->
                numbers(setting, before.training().epochs(), now.training().epochs());
            case SEED ->
                Messages.text("undo.number", small(setting), Long.toString(before.seed()), Long.toString(now.seed()));
            default -> small(setting);
        };
    }

    private static String numbers(Setting setting, int was, int is) {
        return Messages.text("undo.number", small(setting), Integer.toString(was), Integer.toString(is));
    }

    private static String small(Setting setting) {
        return StaleModel.small(setting.title());
    }
}

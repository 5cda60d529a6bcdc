package hourglass.ui.train;

import hourglass.core.spec.Experiment;
import hourglass.session.run.TrainingDesk;
import hourglass.session.run.TrainingDesk.Difference;
import hourglass.ui.kit.Messages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which settings the network that is shown was not made with, wherever it comes from. */
public final class StaleModel {
    private final TrainingDesk desk;
    private final DraftModel draft;
    private final Map<Setting, BooleanProperty> marks = new EnumMap<>(Setting.class);
    private final StringProperty sentence = new SimpleStringProperty(this, "sentence", "");

    StaleModel(TrainingDesk desk, DraftModel draft) {
        this.desk = desk;
        this.draft = draft;
        for (Setting setting : Setting.values()) {
            marks.put(setting, new SimpleBooleanProperty(this, setting.name(), false));
        }
    }

    /** Whether this setting differs. */
    BooleanProperty markOf(Setting setting) {
        return Objects.requireNonNull(marks.get(setting), setting.name());
    }

    /** Names everything that differs; empty when nothing does. */
    public StringProperty sentenceProperty() {
        return sentence;
    }

    void tick(Shown shown) {
        Experiment run = shown.experiment();
        Set<Difference> differences = desk.differences(run);
        if (shown instanceof Shown.Rest) {
            // A network at rest is shown on the data in use, whatever it learnt from.
            differences.remove(Difference.DATA);
        }
        Set<Setting> stale = EnumSet.noneOf(Setting.class);
        if (differences.contains(Difference.MODEL)) {
            stale.addAll(SettingDifferences.ofNetwork(run.model(), desk.draft().model()));
        }
        if (differences.contains(Difference.NOISE)) {
            stale.addAll(SettingDifferences.ofNoise(run.noise(), desk.draft().noise()));
        }
        if (differences.contains(Difference.LEARNING_RATE)) {
            stale.add(Setting.LEARNING_RATE);
        }
        if (differences.contains(Difference.BATCH_SIZE)) {
            stale.add(Setting.BATCH_SIZE);
        }
        if (differences.contains(Difference.SEED)) {
            stale.add(Setting.SEED);
        }
        marks.forEach((setting, mark) -> mark.set(stale.contains(setting)));
        sentence.set(inWords(stale, differences, shown.name()));
    }

    private String inWords(Set<Setting> stale, Set<Difference> differences, String network) {
        List<String> names = new ArrayList<>();
        stale.forEach(setting -> names.add(name(setting)));
        if (differences.contains(Difference.DATA)) {
            names.add(Messages.text("train.stale.data"));
        }
        return names.isEmpty() ? "" : Messages.text("train.stale", listed(names), network);
    }

    /** As it stands over its field, unless that makes sense only there. */
    private String name(Setting setting) {
        return switch (setting) {
            case NEURONS, NOISE_LEVEL -> setting.title();
            case NOISE_LOWEST -> Messages.text("train.stale.noise-lowest");
            default -> draft.titleOf(setting).get();
        };
    }

    /** With a small first letter, unless it begins with an abbreviation. */
    static String small(String name) {
        boolean abbreviation = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return abbreviation ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** "Code size, loss and data". */
    static String listed(List<String> names) {
        String first = names.get(0);
        List<String> rest =
                names.subList(1, names.size()).stream().map(StaleModel::small).toList();
        if (rest.isEmpty()) {
            return first;
        }
        String last = rest.get(rest.size() - 1);
        List<String> before = new ArrayList<>(List.of(first));
        before.addAll(rest.subList(0, rest.size() - 1));
        return Messages.text("train.stale.and", String.join(", ", before), last);
    }
}

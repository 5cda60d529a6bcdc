package hourglass.ui.train;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.edit.HourglassLayer;
import hourglass.core.spec.edit.HourglassShape;
import hourglass.core.spec.edit.NetworkFamily;
import hourglass.ui.kit.Messages;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Names of the settings in the editor, some of which depend on the network and on the layer chosen. */
final class SettingTitles {
    private final Map<Setting, StringProperty> titles = new EnumMap<>(Setting.class);

    SettingTitles() {
        for (Setting setting : Setting.values()) {
            titles.put(setting, new SimpleStringProperty(this, setting.name(), setting.title()));
        }
    }

    StringProperty of(Setting setting) {
        return Objects.requireNonNull(titles.get(setting), setting.name());
    }

    void show(Experiment draft, int layer) {
        boolean variational = draft.model().isVariational();
        of(Setting.CODE_SIZE).set(variational ? Messages.text("train.latent-size") : Setting.CODE_SIZE.title());
        boolean convolutional = NetworkFamily.of(draft.model()).isConvolutional();
        of(Setting.HIDDEN_LAYERS)
                .set(convolutional ? Messages.text("train.dense-layers") : Setting.HIDDEN_LAYERS.title());
        of(Setting.NEURONS).set(neurons(HourglassShape.of(draft.model()), layer));
        of(Setting.NOISE_LEVEL).set(level(draft));
    }

    private static String level(Experiment draft) {
        boolean gaussian = draft.noise().kind().unit() == NoiseKind.Unit.DEVIATION;
        if (draft.noise().isRange()) {
            return gaussian ? Messages.text("train.noise-level.sigma-to") : Messages.text("train.noise-level.share-to");
        }
        return gaussian ? Messages.text("train.noise-level.sigma") : Messages.text("train.noise-level.share");
    }

    private static String neurons(HourglassShape shape, int layer) {
        HourglassLayer found = shape.layer(layer);
        String number = Integer.toString(found.slot() + 1);
        return switch (found.kind()) {
            case IMAGE -> Messages.text("train.neurons.image");
            case STAGE -> Messages.text("train.neurons.stage", number);
            case HIDDEN -> Messages.text("train.neurons.layer", number);
            case CODE ->
                shape.code() == HourglassShape.Code.DISTRIBUTION
                        ? Messages.text("train.neurons.latent")
                        : Messages.text("train.neurons.code");
        };
    }
}

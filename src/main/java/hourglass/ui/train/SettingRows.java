package hourglass.ui.train;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.edit.CodeKind;
import hourglass.core.spec.edit.NetworkFamily;
import java.util.ArrayList;
import java.util.List;

/** Which settings of network and noise a network of its family has, in rows. */
final class SettingRows {
    private static final List<Double> THIRDS = List.of(30.0, 32.0, 38.0);

    /** Settings side by side, each with its share of the width. */
    record Row(List<Setting> settings, List<Double> percents) {}

    private SettingRows() {}

    static List<Row> of(Experiment draft) {
        List<Row> rows = new ArrayList<>();
        NetworkFamily family = NetworkFamily.of(draft.model());
        if (family.isConvolutional()) {
            rows.add(thirds(Setting.STAGES, Setting.KERNEL, Setting.NEURONS));
        } else {
            rows.add(thirds(Setting.CODE_SIZE, Setting.HIDDEN_LAYERS, Setting.NEURONS));
        }
        rows.addAll(rest(family, CodeKind.of(draft)));
        rows.add(
                draft.noise().isNoisy()
                        ? new Row(
                                List.of(Setting.NOISE, Setting.NOISE_LEVEL, Setting.NOISE_LOWEST),
                                List.of(42.0, 26.0, 32.0))
                        : new Row(List.of(Setting.NOISE), List.of(42.0)));
        return List.copyOf(rows);
    }

    private static List<Row> rest(NetworkFamily family, CodeKind code) {
        return switch (family) {
            case DENSE -> List.of(thirds(Setting.ACTIVATION, Setting.CODE_ACTIVATION, Setting.LOSS));
            case CONVOLUTIONAL ->
                code == CodeKind.FEATURE_MAPS
                        ? List.of(convolutional())
                        : List.of(
                                convolutional(),
                                thirds(Setting.CODE_SIZE, Setting.HIDDEN_LAYERS, Setting.CODE_ACTIVATION));
            case VARIATIONAL_DENSE ->
                List.of(new Row(
                        List.of(Setting.LIKELIHOOD, Setting.BETA, Setting.WARM_UP, Setting.ACTIVATION),
                        List.of(31.0, 16.0, 25.0, 28.0)));
            case VARIATIONAL_CONVOLUTIONAL ->
                List.of(
                        thirds(Setting.CODE_SIZE, Setting.HIDDEN_LAYERS, Setting.ACTIVATION),
                        new Row(List.of(Setting.LIKELIHOOD, Setting.BETA, Setting.WARM_UP), List.of(38.0, 30.0, 32.0)));
        };
    }

    private static Row convolutional() {
        return new Row(List.of(Setting.ACTIVATION, Setting.LOSS, Setting.DENSE_CODE), List.of(25.0, 39.0, 36.0));
    }

    private static Row thirds(Setting a, Setting b, Setting c) {
        return new Row(List.of(a, b, c), THIRDS);
    }
}

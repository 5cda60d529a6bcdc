package hourglass.ui.train;

import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.PlainSpec;
import hourglass.core.spec.VariationalSpec;
import hourglass.core.spec.edit.HourglassShape;
import hourglass.core.spec.edit.NetworkFamily;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** Which settings tell two networks apart; of different families only that, as the rest goes without saying. */
final class SettingDifferences {
    private final ModelSpec run;
    private final ModelSpec draft;
    private final Set<Setting> found = EnumSet.noneOf(Setting.class);

    private SettingDifferences(ModelSpec run, ModelSpec draft) {
        this.run = run;
        this.draft = draft;
    }

    static Set<Setting> ofNetwork(ModelSpec run, ModelSpec draft) {
        return NetworkFamily.of(run) == NetworkFamily.of(draft)
                ? new SettingDifferences(run, draft).all()
                : EnumSet.of(Setting.FAMILY);
    }

    static Set<Setting> ofNoise(NoiseSpec run, NoiseSpec draft) {
        if (run.isNoisy() != draft.isNoisy()) {
            return EnumSet.of(Setting.NOISE);
        }
        Set<Setting> found = EnumSet.noneOf(Setting.class);
        if (run.kind() != draft.kind()) {
            found.add(Setting.NOISE);
        }
        if (run.level() != draft.level()) {
            found.add(Setting.NOISE_LEVEL);
        }
        boolean bothFixed = !run.isRange() && !draft.isRange();
        if (run.lowest() != draft.lowest() && !bothFixed) {
            found.add(Setting.NOISE_LOWEST);
        }
        return found;
    }

    private Set<Setting> all() {
        sizes(HourglassShape.of(run), HourglassShape.of(draft));
        PlainSpec a = run.trunk();
        PlainSpec b = draft.trunk();
        add(Setting.ACTIVATION, a.activation() != b.activation());
        boolean otherCode = a.hasDenseCode() != b.hasDenseCode();
        add(Setting.DENSE_CODE, otherCode);
        add(Setting.CODE_ACTIVATION, !otherCode && a.codeActivation() != b.codeActivation());
        add(Setting.KERNEL, a.sizes().kernel() != b.sizes().kernel());
        add(Setting.LOSS, !run.isVariational() && run.loss() != draft.loss());
        add(Setting.LIKELIHOOD, differs(VariationalSpec::likelihood));
        add(Setting.BETA, differs(VariationalSpec::beta));
        add(Setting.WARM_UP, differs(VariationalSpec::warmUpEpochs));
        return found;
    }

    private boolean differs(Function<VariationalSpec, ?> setting) {
        return !run.variational().map(setting).equals(draft.variational().map(setting));
    }

    private void sizes(HourglassShape a, HourglassShape b) {
        boolean sameKind = a.isCodeVolume() == b.isCodeVolume();
        add(Setting.CODE_SIZE, sameKind && a.codeSize() != b.codeSize());
        add(Setting.STAGES, a.stages().size() != b.stages().size());
        boolean moreHidden = a.hidden().size() != b.hidden().size();
        add(Setting.HIDDEN_LAYERS, sameKind && moreHidden);
        boolean stages = a.stages().size() == b.stages().size() && !a.stages().equals(b.stages());
        boolean hidden = !moreHidden && !a.hidden().equals(b.hidden());
        add(Setting.NEURONS, stages || hidden);
    }

    private void add(Setting setting, boolean differs) {
        if (differs) {
            found.add(setting);
        }
    }
}

package hourglass.testing;

import hourglass.core.data.DataSet;
import hourglass.core.data.Sketchwear;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;

/** A few garments, and an experiment on them, for tests that want a real training in a second. */
public final class SmallData {
    private SmallData() {}

    /** 600 training and 100 test garments. */
    public static DataSet garments() {
        return Sketchwear.generate(3, 600, 100);
    }

    /** dense-64 on {@code data}, {@code epochs} epochs at batch 32. */
    public static Experiment dense(DataSet data, int epochs) {
        Experiment base = Preset.DENSE_64.experiment(new DataSpec(data.name(), data.fingerprint()), 784, 7);
        return base.withTraining(base.training().withEpochs(epochs));
    }
}

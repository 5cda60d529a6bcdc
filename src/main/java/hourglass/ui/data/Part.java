package hourglass.ui.data;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;

/** The two parts of a data set. */
public enum Part {
    /** What a network is judged by. */
    TEST,
    /** What it learns from. */
    TRAINING;

    ImageSet of(DataSet data) {
        return this == TEST ? data.test() : data.train();
    }
}

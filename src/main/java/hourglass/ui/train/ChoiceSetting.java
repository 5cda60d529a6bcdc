package hourglass.ui.train;

import hourglass.core.spec.Experiment;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A setting that is chosen from a list; a choice is tried at once. */
final class ChoiceSetting<T> {
    private final Function<Experiment, T> read;
    private final ObjectProperty<T> value;
    private boolean filling;

    ChoiceSetting(
            Experiment first,
            Function<Experiment, T> read,
            BiFunction<Experiment, T, Experiment> change,
            Consumer<UnaryOperator<Experiment>> attempt) {
        this.read = read;
        value = new SimpleObjectProperty<>(this, "value", read.apply(first));
        value.addListener((observed, before, now) -> {
            // A list that is filled anew chooses nothing for a moment.
            if (!filling && now != null) {
                attempt.accept(draft -> change.apply(draft, now));
            }
        });
    }

    ObjectProperty<T> valueProperty() {
        return value;
    }

    /** Shows the draft's value. */
    void show(Experiment draft) {
        filling = true;
        value.set(read.apply(draft));
        filling = false;
    }
}

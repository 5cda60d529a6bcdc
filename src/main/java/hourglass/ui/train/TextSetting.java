package hourglass.ui.train;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.InvalidSpecException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A setting typed as text. It is checked with every key and reaches the draft with Enter or on leaving the field, so that
 * half a number is never taken for one; text that makes no sense stays with a sentence about it.
 */
final class TextSetting {
    /** What the setting is within an experiment. */
    record Place(Function<Experiment, String> read, Change change) {}

    /** An experiment with the text as its new value; throws {@link InvalidSpecException} or {@link TypedNumber.Unreadable}. */
    interface Change {
        Experiment apply(Experiment draft, String typed);
    }

    private final Place place;
    private final Supplier<Experiment> draft;
    private final Consumer<Experiment> edit;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final StringProperty error = new SimpleStringProperty(this, "error", "");
    private String valid = "";
    private boolean filling;

    TextSetting(Place place, Supplier<Experiment> draft, Consumer<Experiment> edit) {
        this.place = place;
        this.draft = draft;
        this.edit = edit;
        text.addListener((observed, before, now) -> typed());
    }

    /** What stands in the field. */
    StringProperty textProperty() {
        return text;
    }

    /** What is wrong with it; empty when nothing is. */
    StringProperty errorProperty() {
        return error;
    }

    /** Shows the draft's value if that is another than before; a text in progress stays. */
    void show(Experiment now) {
        if (!place.read.apply(now).equals(valid)) {
            reset(now);
        }
    }

    /** Shows the draft's value whatever stands in the field. */
    void reset(Experiment now) {
        valid = place.read.apply(now);
        fill(valid);
    }

    /** The user is done typing; text that makes no sense stays. */
    void commit() {
        attempt().ifPresent(changed -> {
            accept(changed);
            fill(valid);
        });
    }

    /** Back to the value in force. */
    void revert() {
        fill(valid);
    }

    private void fill(String words) {
        filling = true;
        text.set(words);
        filling = false;
        error.set("");
    }

    private void typed() {
        if (!filling) {
            check();
        }
    }

    private void check() {
        if (attempt().isPresent()) {
            error.set("");
        }
    }

    /** Back to the value in force where the text makes no sense. */
    void revertIfWrong() {
        if (!error.get().isEmpty()) {
            revert();
        }
    }

    private Optional<Experiment> attempt() {
        try {
            Experiment changed = place.change.apply(draft.get(), text.get());
            error.set("");
            return Optional.of(changed);
        } catch (InvalidSpecException | TypedNumber.Unreadable wrong) {
            error.set(String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    private void accept(Experiment changed) {
        // First, so that the text in progress is not replaced by the same value in other words.
        valid = place.read.apply(changed);
        if (!changed.equals(draft.get())) {
            edit.accept(changed);
        }
    }
}

package hourglass.ui.training;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.InvalidSpecException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A setting typed as text: text that makes no sense stays with a sentence about it, and the draft stays as it was. */
final class TextSetting {
    /** When text that makes sense reaches the draft. */
    enum When {
        /** With every key. */
        WHILE_TYPING,
        /** With Enter or on leaving the field, for settings that act on a running network. */
        WHEN_DONE
    }

    /** What the setting is within an experiment. */
    record Place(Function<Experiment, String> read, Change change) {}

    /** An experiment with the text as its new value; throws {@link InvalidSpecException} or {@link TypedNumber.Unreadable}. */
    interface Change {
        Experiment apply(Experiment draft, String typed);
    }

    private final Place place;
    private final When when;
    private final Supplier<Experiment> draft;
    private final Consumer<Experiment> edit;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final StringProperty error = new SimpleStringProperty(this, "error", "");
    private String valid = "";
    private boolean filling;

    TextSetting(Place place, When when, Supplier<Experiment> draft, Consumer<Experiment> edit) {
        this.place = place;
        this.when = when;
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
            Optional<Experiment> changed = attempt();
            if (when == When.WHILE_TYPING) {
                changed.ifPresent(this::accept);
            }
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

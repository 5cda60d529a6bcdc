package hourglass.ui.map;

import hourglass.ui.kit.Messages;
import java.util.OptionalDouble;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A number typed as text, with a sentence about it where it makes no sense. */
final class NumberSetting {
    /** Numbers this setting may be. */
    enum Kind {
        WHOLE,
        DECIMAL
    }

    private final Kind kind;
    private final StringProperty text;
    private final StringProperty error = new SimpleStringProperty(this, "error", "");

    NumberSetting(Kind kind, String first) {
        this.kind = kind;
        text = new SimpleStringProperty(this, "text", first);
    }

    /** What stands in the field. */
    StringProperty textProperty() {
        return text;
    }

    /** What is wrong with it; empty when nothing is. */
    StringProperty errorProperty() {
        return error;
    }

    /** The number, or none and a sentence. Spaces within are how the window itself groups digits. */
    OptionalDouble read() {
        String plain = text.get() == null
                ? ""
                : text.get().replaceAll("[\\s\\u00a0]", "").replace(',', '.');
        String form = kind == Kind.WHOLE ? "[+-]?[0-9]{1,15}" : "[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)";
        if (plain.isEmpty()) {
            error.set(Messages.text("map.number-needed"));
        } else if (!plain.matches(form)) {
            error.set(
                    kind == Kind.WHOLE
                            ? Messages.text("map.not-whole", plain)
                            : Messages.text("map.not-number", plain));
        } else {
            error.set("");
            return OptionalDouble.of(Double.parseDouble(plain));
        }
        return OptionalDouble.empty();
    }
}

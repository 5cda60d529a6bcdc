package hourglass.ui.train;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Combo boxes over a property that may refuse a value. */
final class Boxes {
    private Boxes() {}

    static <T> ComboBox<T> over(ObjectProperty<T> value, List<T> values, Function<T, String> inWords) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T each) {
                return each == null ? "" : inWords.apply(each);
            }

            @Override
            public T fromString(String words) {
                throw new UnsupportedOperationException("The box is not for typing.");
            }
        });
        box.setValue(value.get());
        value.addListener((observed, before, now) -> box.setValue(now));
        box.valueProperty().addListener((observed, before, now) -> {
            // A binding would leave the box at a value that was refused.
            if (now != null && !now.equals(value.get())) {
                value.set(now);
                box.setValue(value.get());
            }
        });
        return box;
    }
}

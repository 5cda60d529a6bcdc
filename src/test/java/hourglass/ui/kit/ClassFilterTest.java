package hourglass.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.testing.Painted;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.ActionEvent;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.Test;

class ClassFilterTest {
    private final ObjectProperty<List<String>> names = new SimpleObjectProperty<>(List.of("Trouser", "Bag"));
    private final IntegerProperty label = new SimpleIntegerProperty(-1);

    private ComboBox<String> box() {
        return ClassFilter.box("it", "which", names, label);
    }

    private static void choose(ComboBox<String> box, String name) {
        box.getSelectionModel().select(name);
        box.fireEvent(new ActionEvent());
    }

    @Test
    void allClassesStandFirstAndAreChosenFirst() {
        Painted.inWindow(() -> {
            ComboBox<String> box = box();
            assertEquals(List.of("All classes", "Trouser", "Bag"), box.getItems());
            assertEquals("All classes", box.getValue());
        });
    }

    @Test
    void whatIsChosenByHandIsTheLabelAndTheOtherWayRound() {
        Painted.inWindow(() -> {
            ComboBox<String> box = box();
            choose(box, "Bag");
            assertEquals(1, label.get());
            choose(box, "All classes");
            assertEquals(-1, label.get());
            label.set(0);
            assertEquals("Trouser", box.getValue());
        });
    }

    @Test
    void otherNamesKeepTheLabel() {
        Painted.inWindow(() -> {
            ComboBox<String> box = box();
            label.set(1);
            names.set(List.of("zero", "one", "two"));
            assertEquals(List.of("All classes", "zero", "one", "two"), box.getItems());
            assertEquals("one", box.getValue());
            assertEquals(1, label.get());
        });
    }
}

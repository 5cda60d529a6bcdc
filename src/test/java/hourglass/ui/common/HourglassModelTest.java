package hourglass.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HourglassModelTest {
    private final HourglassModel model = new HourglassModel(new HourglassShape(784, List.of(100), 30));

    @Test
    void theCodeIsChosenFirstAndStaysChosenWhenLayersCome() {
        assertEquals(2, model.selectedProperty().get());
        model.edit(shape -> shape.insertAfter(0));
        assertEquals(3, model.selectedProperty().get());
    }

    @Test
    void anAddedLayerIsChosenOnTheSideWhereItWasAdded() {
        model.insertAfter(0);
        assertEquals(1, model.selectedProperty().get());
        model.insertAfter(5);
        assertEquals(7, model.selectedProperty().get());
        assertEquals(9, model.shape().layerCount());
    }

    @Test
    void selectionStopsAtTheEnds() {
        model.moveSelection(-10);
        assertEquals(0, model.selectedProperty().get());
        model.moveSelection(10);
        assertEquals(4, model.selectedProperty().get());
        model.edit(shape -> shape.remove(1));
        assertEquals(2, model.selectedProperty().get());
    }

    @Test
    void nothingChangesWhileItMayOnlyBeRead() {
        model.editableProperty().set(false);
        HourglassShape before = model.shape();
        model.edit(shape -> shape.larger(2));
        model.insertAfter(0);
        assertEquals(before, model.shape());
    }
}

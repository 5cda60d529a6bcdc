package hourglass.ui.hourglass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.core.spec.edit.HourglassShape;
import java.util.List;
import org.junit.jupiter.api.Test;

class HourglassModelTest {
    private final HourglassModel model = new HourglassModel(HourglassShape.dense(784, List.of(100), 30));

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

    @Test
    void aStageAddedToEitherSideIsChosen() {
        HourglassModel conv = new HourglassModel(new HourglassShape(
                new HourglassShape.Image(28, 28), List.of(16, 8), List.of(), 0, HourglassShape.Code.POINT));
        assertEquals(2, conv.selectedProperty().get());
        conv.insertAfter(2);
        assertEquals(List.of(16, 8, 8), conv.shape().stages());
        assertEquals(3, conv.selectedProperty().get(), "the new stage is the code now");
        conv.insertAfter(0);
        assertEquals(1, conv.selectedProperty().get());
        conv.insertAfter(7);
        assertEquals(5, conv.shape().stages().size());
        assertEquals(9, conv.selectedProperty().get());
    }
}

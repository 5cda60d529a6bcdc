package hourglass.ui.hourglass;

import hourglass.core.spec.edit.HourglassShape;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The hourglass being edited: its shape, which layer is chosen, and whether it may be changed. */
public final class HourglassModel {
    private final ObjectProperty<HourglassShape> shape;
    private final IntegerProperty selected;
    private final BooleanProperty editable = new SimpleBooleanProperty(this, "editable", true);

    /** Begins with {@code first}, its code chosen. */
    public HourglassModel(HourglassShape first) {
        shape = new SimpleObjectProperty<>(this, "shape", first);
        selected = new SimpleIntegerProperty(this, "selected", first.codeIndex());
        shape.addListener((observed, before, now) -> keepSelection(before, now));
    }

    /** The shape. */
    public ObjectProperty<HourglassShape> shapeProperty() {
        return shape;
    }

    /** The shape right now. */
    public HourglassShape shape() {
        return shape.get();
    }

    /** The chosen layer; −1 for none. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** Whether mouse and keys may change the shape. */
    public BooleanProperty editableProperty() {
        return editable;
    }

    /** Changes the shape if that is allowed. */
    public void edit(UnaryOperator<HourglassShape> change) {
        if (editable.get()) {
            shape.set(change.apply(shape.get()));
        }
    }

    /** Chooses the layer {@code steps} further to the right, stopping at the ends. */
    public void moveSelection(int steps) {
        selected.set(Math.max(0, Math.min(shape.get().layerCount() - 1, selected.get() + steps)));
    }

    /** Adds a layer behind {@code layer} and chooses it. */
    public void insertAfter(int layer) {
        HourglassShape before = shape.get();
        if (!editable.get() || !before.canInsert(layer)) {
            return;
        }
        boolean left = layer < before.codeIndex() || (before.isCodeVolume() && layer == before.codeIndex());
        edit(now -> now.insertAfter(layer));
        // An edit the network does not allow is taken back at once.
        if (shape.get().layerCount() > before.layerCount()) {
            selected.set(left ? layer + 1 : layer + 2);
        }
    }

    private void keepSelection(HourglassShape before, HourglassShape now) {
        if (selected.get() == before.codeIndex()) {
            selected.set(now.codeIndex());
        } else if (selected.get() >= now.layerCount()) {
            selected.set(now.layerCount() - 1);
        }
    }
}

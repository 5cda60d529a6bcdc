package hourglass.core.spec.edit;

import hourglass.core.spec.edit.HourglassLayer.Kind;
import java.util.ArrayList;
import java.util.List;

/** Lists the layers of a shape; the decoder's volumes are those the transposed convolutions give. */
final class HourglassLayers {
    private final HourglassShape shape;
    private final List<HourglassShape.Image> sides = new ArrayList<>();
    private final List<HourglassLayer> layers = new ArrayList<>();

    private HourglassLayers(HourglassShape shape) {
        this.shape = shape;
        sides.add(shape.image());
        for (int stage = 0; stage < shape.stages().size(); stage++) {
            HourglassShape.Image before = sides.get(stage);
            sides.add(new HourglassShape.Image((before.width() + 1) / 2, (before.height() + 1) / 2));
        }
    }

    static List<HourglassLayer> of(HourglassShape shape) {
        return new HourglassLayers(shape).list();
    }

    private List<HourglassLayer> list() {
        int stages = shape.stages().size();
        image();
        for (int stage = 0; stage < stages; stage++) {
            stage(stage, sides.get(stage + 1));
        }
        if (!shape.isCodeVolume()) {
            waist();
            if (stages > 0) {
                stage(stages - 1, sides.get(stages));
            }
        }
        for (int stage = stages - 1; stage >= 0; stage--) {
            stage(stage, sides.get(stage));
        }
        image();
        return List.copyOf(layers);
    }

    private void image() {
        HourglassShape.Image side = shape.image();
        layers.add(
                shape.isConvolutional()
                        ? new HourglassLayer(Kind.IMAGE, 0, 1, side.width(), side.height())
                        : new HourglassLayer(Kind.IMAGE, 0, shape.inputSize(), 0, 0));
    }

    private void stage(int stage, HourglassShape.Image side) {
        layers.add(new HourglassLayer(Kind.STAGE, stage, shape.stages().get(stage), side.width(), side.height()));
    }

    private void waist() {
        int hidden = shape.hidden().size();
        for (int slot = 0; slot < hidden; slot++) {
            layers.add(new HourglassLayer(Kind.HIDDEN, slot, shape.hidden().get(slot), 0, 0));
        }
        layers.add(new HourglassLayer(Kind.CODE, 0, shape.codeSize(), 0, 0));
        for (int slot = hidden - 1; slot >= 0; slot--) {
            layers.add(new HourglassLayer(Kind.HIDDEN, slot, shape.hidden().get(slot), 0, 0));
        }
    }
}

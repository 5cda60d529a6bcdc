package hourglass.core.spec.edit;

import hourglass.core.spec.edit.HourglassLayer.Kind;

/**
 * What a gap between two drawn layers can take.
 *
 * @param kind a stage or a hidden layer
 * @param slot where among its kind
 * @param isOpen whether there is room for it
 */
record HourglassGap(Kind kind, int slot, boolean isOpen) {
    /** The gap to the right of {@code layer}. */
    static HourglassGap after(HourglassShape shape, int layer) {
        if (layer < 0 || layer >= shape.layerCount() - 1) {
            return new HourglassGap(Kind.HIDDEN, 0, false);
        }
        HourglassLayer left = shape.layer(layer);
        HourglassLayer right = shape.layer(layer + 1);
        boolean encoder = layer < shape.codeIndex();
        HourglassLayer outer = encoder ? left : right;
        HourglassLayer inner = encoder ? right : left;
        return between(shape, outer, inner);
    }

    private static HourglassGap between(HourglassShape shape, HourglassLayer outer, HourglassLayer inner) {
        boolean inDense = inner.kind() == Kind.HIDDEN || inner.kind() == Kind.CODE;
        if (inDense) {
            int slot = outer.kind() == Kind.HIDDEN ? outer.slot() + 1 : 0;
            return new HourglassGap(Kind.HIDDEN, slot, shape.canAddHidden());
        }
        // Where the last stage is written twice, as code or dense output and as its mirror, a further one lies between.
        boolean twice = outer.isPairOf(inner);
        return new HourglassGap(Kind.STAGE, twice ? inner.slot() + 1 : inner.slot(), shape.canAddStage());
    }
}

package hourglass.core.data.sketch;

/**
 * The cut of an upper garment, all half widths from the middle line.
 *
 * @param neck half width of the neck opening
 * @param drop how far the front of the opening hangs below its sides
 * @param shoulder half width at the shoulders
 * @param chest half width under the arms
 * @param waist half width at the middle
 * @param hem half width at the lower edge
 * @param bottom where the lower edge is; the top is at −12
 */
record Torso(float neck, float drop, float shoulder, float chest, float waist, float hem, float bottom) {
    static final float TOP = -12;
    static final float SHOULDER_DROP = 1.7f;
    static final float ARMPIT = -5.2f;

    /** Front panel with a round or pointed neck. */
    Outline body(Neck neckline) {
        Outline shape = Outline.from(0, TOP + drop);
        neck(shape, neckline);
        float middle = (ARMPIT + bottom) / 2;
        return shape.to(shoulder, TOP + SHOULDER_DROP)
                .bend(shoulder - 1.1, -8, chest, ARMPIT)
                .curve(waist, middle - 2, waist, middle + 2, hem, bottom)
                .bend(hem / 2, bottom + 0.5, 0, bottom + 0.5)
                .mirrored();
    }

    /** The edge of the neck opening from the left shoulder to the right one. */
    Outline neckEdge(Neck neckline) {
        Outline right = Outline.from(0, TOP + drop);
        neck(right, neckline);
        Outline left = right.flipped();
        Outline whole = Outline.from(left.x(left.size() - 1), left.y(left.size() - 1));
        for (int i = left.size() - 2; i >= 0; i--) {
            whole.to(left.x(i), left.y(i));
        }
        for (int i = 1; i < right.size(); i++) {
            whole.to(right.x(i), right.y(i));
        }
        return whole;
    }

    /** The inside of the back, seen through the neck opening. */
    Outline backOfNeck() {
        return Outline.from(-neck, TOP)
                .bend(0, TOP + 1.6, neck, TOP)
                .bend(neck * 0.8, TOP + drop + 0.6, 0, TOP + drop + 0.6)
                .bend(-neck * 0.8, TOP + drop + 0.6, -neck, TOP);
    }

    private void neck(Outline shape, Neck neckline) {
        switch (neckline) {
            case ROUND -> shape.bend(neck * 0.85, TOP + drop, neck, TOP);
            case POINTED -> shape.to(neck, TOP);
        }
    }

    /** Form of the neck opening. */
    enum Neck {
        ROUND,
        POINTED
    }
}

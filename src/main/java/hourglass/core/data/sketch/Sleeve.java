package hourglass.core.data.sketch;

/**
 * A sleeve of the right arm; flip it for the left.
 *
 * @param length from shoulder to cuff
 * @param spread sideways share of its direction, 0 (straight down) to 1
 * @param cuff width at the end
 * @param bow how far the elbow stands out
 */
record Sleeve(float length, float spread, float cuff, float bow) {

    /** Cut to fit a torso. */
    Outline shape(Torso torso) {
        float down = down();
        float x0 = torso.shoulder() - 1.2f;
        float y0 = Torso.TOP + Torso.SHOULDER_DROP - 0.5f;
        float endX = endX(torso);
        float endY = endY();
        float halfX = cuff / 2 * down;
        float halfY = cuff / 2 * spread;
        float midX = (x0 + endX) / 2 + bow;
        float midY = (y0 + endY) / 2;
        return Outline.from(x0, y0)
                .curve(torso.shoulder() + 0.9 + bow, y0 + 0.9, midX + cuff * 0.55, midY - 1, endX + halfX, endY - halfY)
                .to(endX - halfX, endY + halfY)
                .bend(midX - cuff * 0.45, midY + 1.2, torso.chest() - 0.6, Torso.ARMPIT + 0.4);
    }

    /** The line across the sleeve a little before its end, for cuffs. */
    Outline cuffLine(Torso torso, double before) {
        double x = endX(torso) - spread * before;
        double y = endY() - down() * before;
        double reach = cuff / 2 + 0.3;
        return Outline.from(x - reach * down(), y + reach * spread).to(x + reach * down(), y - reach * spread);
    }

    private float down() {
        return (float) Math.sqrt(1 - spread * spread);
    }

    private float endX(Torso torso) {
        return torso.shoulder() - 0.6f + length * spread;
    }

    private float endY() {
        return Torso.TOP + Torso.SHOULDER_DROP + 0.8f + length * down();
    }
}

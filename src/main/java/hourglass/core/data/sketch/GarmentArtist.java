package hourglass.core.data.sketch;

/**
 * Draws one garment as a grey picture of 28 × 28 pixels, bright on black.
 *
 * <p>The picture depends on the garment and the seed alone, never on what was drawn before. Only IEEE arithmetic and
 * {@link StrictMath} are used, so every machine draws the same bytes. Not safe for use by two threads at once.
 */
public final class GarmentArtist {
    /** Rows and columns of a picture. */
    public static final int SIDE = Raster.SIDE;

    /** Number of garments, in Fashion-MNIST's order. */
    public static final int GARMENTS = 10;

    private final Sketch sketch = new Sketch();

    /**
     * Draws a garment into {@code target[offset … offset + 783]}, row by row, 0 (black) to 255 (white).
     *
     * @param garment 0 T-shirt, 1 trouser, 2 pullover, 3 dress, 4 coat, 5 sandal, 6 shirt, 7 sneaker, 8 bag, 9 ankle boot
     * @param seed all its random choices
     * @throws IllegalArgumentException if there is no such garment
     */
    public void draw(int garment, long seed, byte[] target, int offset) {
        Dice dice = new Dice(seed);
        sketch.begin(Pose.random(dice, garment == 8 || garment < 5 ? 4 : 5));
        switch (garment) {
            case 0 -> Tops.tShirt(sketch, dice);
            case 1 -> LongClothes.trouser(sketch, dice);
            case 2 -> Tops.pullover(sketch, dice);
            case 3 -> LongClothes.dress(sketch, dice);
            case 4 -> Coats.coat(sketch, dice);
            case 5 -> Shoes.sandal(sketch, dice);
            case 6 -> Tops.shirt(sketch, dice);
            case 7 -> Shoes.sneaker(sketch, dice);
            case 8 -> Bags.bag(sketch, dice);
            case 9 -> Shoes.boot(sketch, dice);
            default -> throw new IllegalArgumentException("expected a garment from 0 to 9, got " + garment);
        }
        sketch.finish(dice, target, offset);
    }
}

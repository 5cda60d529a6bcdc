package hourglass.core.spec;

/**
 * A block of feature maps. In memory it is {@code [height × width × channels]}, channels last.
 *
 * @param channels feature maps
 * @param height rows of each
 * @param width columns of each
 */
public record Volume(int channels, int height, int width) {
    /** Numbers in it. */
    public int size() {
        return Math.multiplyExact(Math.multiplyExact(channels, height), width);
    }

    /** Such as "8×14×14": channels, height, width. */
    public String words() {
        return channels + "×" + height + "×" + width;
    }
}

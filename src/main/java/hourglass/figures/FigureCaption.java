package hourglass.figures;

/**
 * What a figure must say about its origin.
 *
 * @param model in words or a preset's name
 * @param epoch epochs trained
 * @param seed of the run
 * @param data name of the data set
 */
public record FigureCaption(String model, int epoch, long seed, String data) {
    /** All four in one line. */
    public String line() {
        return model + " · epoch " + epoch + " · seed " + seed + " · " + data;
    }
}

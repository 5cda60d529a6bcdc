package hourglass.figures;

import hourglass.core.color.GreyMap;
import hourglass.core.color.Ground;
import hourglass.core.color.SignedErrorMap;
import hourglass.core.metric.Errors;
import java.util.Arrays;
import java.util.List;

/** A labelled row of images of a {@link ReconstructionFigure}. */
public final class FigureRow {
    private final String label;
    private final float[] images;
    private final float[] originals;
    /** Range of the signed error; 0 for a row that shows the images themselves. */
    private final double errorRange;

    private FigureRow(String label, float[] images, float[] originals, double errorRange) {
        if (originals.length != 0 && originals.length != images.length) {
            throw new IllegalArgumentException(
                    "expected as many original pixels as " + images.length + ", got " + originals.length);
        }
        this.label = label;
        this.images = images.clone();
        this.originals = originals.clone();
        this.errorRange = errorRange;
    }

    /** Images as they are, {@code [n × pixels]}. */
    public static FigureRow plain(String label, float[] images) {
        return new FigureRow(label, images, new float[0], 0);
    }

    /** Images with their squared error to the originals in numbers below. */
    public static FigureRow compared(String label, float[] images, float[] originals) {
        return new FigureRow(label, images, originals, 0);
    }

    /** The signed error {@code image − original} in colour, over a fixed range. */
    public static FigureRow signedError(String label, float[] images, float[] originals, double range) {
        return new FigureRow(
                label, images, originals, SignedErrorMap.on(Ground.LIGHT, range).range());
    }

    String label() {
        return label;
    }

    int pixelCount() {
        return images.length;
    }

    boolean isError() {
        return errorRange > 0;
    }

    double errorRange() {
        return errorRange;
    }

    /** One number per image, or none. */
    List<String> numbers(int pixelsPerImage) {
        if (isError() || originals.length == 0) {
            return List.of();
        }
        return Arrays.stream(Errors.perImage(images, originals, pixelsPerImage))
                .mapToObj(FigureNumbers::error)
                .toList();
    }

    /** Second line of the label; empty if there is nothing to say. */
    String summary() {
        return isError() || originals.length == 0
                ? ""
                : "MSE " + FigureNumbers.error(Errors.meanSquaredError(images, originals));
    }

    int[] argb(int image, int pixelsPerImage, Ground ground) {
        int[] result = new int[pixelsPerImage];
        int from = image * pixelsPerImage;
        if (isError()) {
            SignedErrorMap.on(ground, errorRange).fill(originals, images, from, pixelsPerImage, result);
        } else {
            GreyMap.fill(images, from, pixelsPerImage, result, 0);
        }
        return result;
    }
}

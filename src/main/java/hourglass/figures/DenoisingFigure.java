package hourglass.figures;

import java.util.ArrayList;
import java.util.List;

/** The strip of a denoiser: original, noisy, denoised, median filter, each but the first with its error in numbers. */
public final class DenoisingFigure {
    private final int width;
    private final int height;
    private final float[] originals;
    private final List<FigureRow> rows = new ArrayList<>();

    /**
     * Beginning with the originals and what they were spoilt to.
     *
     * @param width of one image in its own pixels
     * @param height of one image in its own pixels
     * @param originals {@code [n × height · width]} in {@code [0, 1]}
     * @param noisy of the same length
     * @param noiseWords what was done to them, such as "Gaussian 0.2"
     * @throws IllegalArgumentException if both differ in length
     */
    public DenoisingFigure(int width, int height, float[] originals, float[] noisy, String noiseWords) {
        this.width = width;
        this.height = height;
        this.originals = originals.clone();
        rows.add(FigureRow.plain("Original", originals));
        rows.add(FigureRow.compared("Noisy, " + noiseWords, noisy, originals));
    }

    /**
     * With one more way to repair them below.
     *
     * @throws IllegalArgumentException if there are not as many pixels as originals
     */
    public DenoisingFigure with(String label, float[] repaired) {
        rows.add(FigureRow.compared(label, repaired, originals));
        return this;
    }

    /**
     * The finished strip.
     *
     * @throws IllegalArgumentException if the rows are not of whole images
     */
    public Figure strip(String caption) {
        return new ReconstructionFigure(width, height, rows, caption);
    }
}

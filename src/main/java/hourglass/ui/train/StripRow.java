package hourglass.ui.train;

import hourglass.core.spec.NoiseSpec;
import hourglass.ui.kit.Messages;
import java.util.List;

/** What a row of test images shows. */
enum StripRow {
    ORIGINAL,
    NOISY,
    NETWORK,
    DENOISED,
    PCA,
    MEDIAN;

    private static final List<StripRow> PLAIN = List.of(ORIGINAL, NETWORK, PCA);
    private static final List<StripRow> DENOISER = List.of(ORIGINAL, NOISY, DENOISED, MEDIAN);

    /** A denoiser is shown its noisy input, and what a median filter makes of the same. */
    static List<StripRow> of(NoiseSpec noise) {
        return noise.isNoisy() ? DENOISER : PLAIN;
    }

    String words() {
        return switch (this) {
            case ORIGINAL -> Messages.text("train.strip.original");
            case NOISY -> Messages.text("train.strip.noisy");
            case NETWORK -> Messages.text("train.strip.network");
            case DENOISED -> Messages.text("train.strip.denoised");
            case PCA -> Messages.text("train.strip.pca");
            case MEDIAN -> Messages.text("train.strip.median");
        };
    }
}

package hourglass.ui.reconstruct;

import hourglass.core.data.ImageBlock;
import hourglass.figures.Attribution;
import hourglass.figures.ImageRowsFigure;
import hourglass.figures.Table;
import hourglass.figures.Tables;
import hourglass.session.look.Look;
import hourglass.session.measure.ImageErrors;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The figures of this view as files. */
final class ReconstructExports {
    private ReconstructExports() {}

    static List<Exportable> of(ReconstructModel model) {
        return List.of(
                new Exportable(
                        Messages.text("reconstruct.export.picture"),
                        "reconstructions.png",
                        () -> model.picturesProperty()
                                .get()
                                .filter(all -> all.columns() > 0)
                                .map(ReconstructExports::rows)),
                new Exportable(
                        Messages.text("reconstruct.export.table"), "reconstruction-errors.csv", () -> errors(model)));
    }

    private static Attribution origin(Look look) {
        return Attribution.of(look.snapshot(), look.data());
    }

    private static ImageRowsFigure rows(Pictures all) {
        List<Comparison> shown = all.inGrid();
        List<String> names = shown.stream()
                .map(each -> all.look().test().classNames().get(each.label()))
                .toList();
        ImageBlock network = block(all, Comparison::network);
        ImageRowsFigure figure = ImageRowsFigure.of(
                block(all, Comparison::original), names, origin(all.look()).line());
        if (all.input().isNoisy()) {
            String label = "Noisy, " + all.input().noise().describe();
            figure = figure.compared(label, block(all, Comparison::input));
        }
        figure = figure.compared("Reconstruction", network);
        if (shown.stream().allMatch(each -> each.pca().isPresent())) {
            String label =
                    String.format(Locale.ROOT, "PCA, %d numbers", all.look().codeSize());
            figure = figure.compared(label, block(all, each -> each.pca().orElseThrow()));
        }
        return figure.signedError("Signed error", network, ReconstructModel.ERROR_RANGE);
    }

    private static ImageBlock block(Pictures all, Function<Comparison, float[]> part) {
        int each = all.look().test().pixelsPerImage();
        float[] pixels = new float[all.columns() * each];
        for (int i = 0; i < all.columns(); i++) {
            System.arraycopy(part.apply(all.inGrid().get(i)), 0, pixels, i * each, each);
        }
        return ImageBlock.copyOf(all.look().test().width(), all.look().test().height(), pixels);
    }

    /** An error not known yet is left empty. */
    static Optional<Table> errors(ReconstructModel model) {
        Optional<ImageErrors> pca = model.errors().pca();
        return model.errors()
                .ranking()
                .map(ranking -> Tables.errors(
                        ranking.look().test(),
                        ranking.errors()::of,
                        image -> pca.map(known -> known.of(image)).orElse(Double.NaN),
                        origin(ranking.look())));
    }
}

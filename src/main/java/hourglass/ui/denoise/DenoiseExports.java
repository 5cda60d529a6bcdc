package hourglass.ui.denoise;

import hourglass.figures.Attribution;
import hourglass.figures.CurveFigure;
import hourglass.figures.ImageRowsFigure;
import hourglass.figures.Tables;
import hourglass.session.look.Look;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The figures of this view as files. */
final class DenoiseExports {
    private DenoiseExports() {}

    static List<Exportable> of(DenoiseModel model) {
        return List.of(
                new Exportable(Messages.text("denoise.export.strip"), "denoising.png", () -> model.picturesProperty()
                        .get()
                        .filter(all -> all.columns() > 0)
                        .map(DenoiseExports::rows)),
                new Exportable(Messages.text("denoise.export.curve"), "error-over-noise.png", () -> curve(model)),
                new Exportable(Messages.text("denoise.export.table"), "error-over-noise.csv", () -> measured(model)
                        .map(Tables::noise)));
    }

    private static Attribution origin(Look look) {
        return Attribution.of(look.snapshot(), look.data());
    }

    private static ImageRowsFigure rows(DenoisePictures all) {
        DenoiseQuestion asked = all.question();
        Compared compared = all.compared();
        List<String> names =
                IntStream.range(0, all.columns()).mapToObj(all::name).toList();
        String caption = origin(compared.look()).line("noise seed " + asked.seed());
        ImageRowsFigure figure = ImageRowsFigure.of(all.block(PictureRow.ORIGINAL), names, caption)
                .compared("Noisy, " + asked.noise().describe(), all.block(PictureRow.NOISY))
                .compared("Denoised", all.block(PictureRow.DENOISED))
                .compared("3×3 median", all.block(PictureRow.MEDIAN));
        return all.has(PictureRow.RIVAL)
                ? figure.compared(compared.rival().map(Words::rivalRow).orElse(""), all.block(PictureRow.RIVAL))
                : figure;
    }

    private static Optional<CurveFigure> curve(DenoiseModel model) {
        return LevelCurve.curve(model)
                .flatMap(
                        curve -> model.comparedProperty().get().map(compared -> curve.figure(origin(compared.look()))));
    }

    /** The network looked at first, then the one held against it. */
    private static Optional<List<Tables.Measured>> measured(DenoiseModel model) {
        Curves curves = model.curvesProperty().get();
        return model.comparedProperty().get().flatMap(compared -> curves.network()
                .map(own -> {
                    List<Tables.Measured> all = new ArrayList<>();
                    all.add(new Tables.Measured(own, origin(compared.look())));
                    curves.rival().ifPresent(curve -> compared.rival()
                            .ifPresent(rival -> all.add(new Tables.Measured(curve, origin(rival)))));
                    return List.copyOf(all);
                }));
    }
}

package hourglass.ui.oddities;

import hourglass.figures.Attribution;
import hourglass.figures.OddityFigure;
import hourglass.figures.Saved;
import hourglass.figures.Tables;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The figures of this view as files, the same as from the command line. */
final class OdditiesExports {
    private OdditiesExports() {}

    static List<Exportable> of(OdditiesModel model) {
        return List.of(
                of(model, "oddities.export.picture", "oddities.png", found -> figure(model, found)),
                of(
                        model,
                        "oddities.export.scores",
                        "scores.csv",
                        found -> Tables.oddities(found.scores(), origin(found))),
                of(model, "oddities.export.roc", "roc.csv", found -> Tables.roc(found.scores(), origin(found))),
                of(
                        model,
                        "oddities.export.pr",
                        "pr.csv",
                        found -> Tables.precisionRecall(found.scores(), origin(found))));
    }

    private static Exportable of(
            OdditiesModel model, String title, String file, Function<Found, ? extends Saved> figure) {
        return new Exportable(
                Messages.text(title), file, () -> model.foundProperty().get().map(figure));
    }

    private static Attribution origin(Found found) {
        return Attribution.of(found.look().snapshot(), found.look().data());
    }

    private static OddityFigure figure(OdditiesModel model, Found found) {
        double threshold = model.thresholdProperty().get();
        return new OddityFigure(
                HistogramPane.content(
                        HistogramPane.bins(found, model.labelProperty().get()), found, threshold),
                new OddityFigure.Chart(
                        CurvesPane.roc(found, Optional.empty()),
                        Messages.text("oddities.roc.x"),
                        Messages.text("oddities.roc.y")),
                new OddityFigure.Chart(
                        CurvesPane.precisionRecall(found, Optional.empty()),
                        Messages.text("oddities.pr.x"),
                        Messages.text("oddities.pr.y")),
                origin(found).line(found.mixture().odd().toString()));
    }
}

package hourglass.ui.oddities;

import hourglass.core.color.Token;
import hourglass.figures.CurveContent;
import hourglass.figures.CurveContent.Style;
import hourglass.figures.CurvePainter;
import hourglass.figures.DetectionCurves;
import hourglass.figures.DetectionCurves.Named;
import hourglass.figures.DetectionCurves.Place;
import hourglass.session.measure.OddityScore;
import hourglass.ui.chart.CurveChart;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** How well all thresholds together find what is odd: ROC, or precision over recall, with the rival that learnt nothing. */
final class CurvesPane {
    private final OdditiesModel model;
    private final CurveChart roc;
    private final CurveChart precision;
    private final VBox pane;

    /** Which of both is shown. */
    private enum Kind {
        ROC,
        PRECISION
    }

    CurvesPane(OdditiesModel model, Appearance appearance) {
        this.model = model;
        roc = chart(appearance, Messages.text("oddities.roc.x"));
        precision = chart(appearance, Messages.text("oddities.pr.x"));
        roc.setId("oddities-roc");
        precision.setId("oddities-pr");
        SegmentedChoice<Kind> kind = new SegmentedChoice<>(List.of(Kind.values()), CurvesPane::words);
        kind.setId("oddities-curve");
        Tips.add(kind, Messages.text("oddities.curve.tip"));
        roc.visibleProperty().bind(kind.valueProperty().isEqualTo(Kind.ROC));
        precision.visibleProperty().bind(kind.valueProperty().isEqualTo(Kind.PRECISION));
        Label above = new Label();
        above.getStyleClass().add("soft");
        above.setWrapText(true);
        above.setMinHeight(Region.USE_PREF_SIZE);
        above.textProperty()
                .bind(kind.valueProperty()
                        .map(now -> Messages.text(now == Kind.ROC ? "oddities.roc.y" : "oddities.pr.y")));
        StackPane charts = new StackPane(roc, precision);
        VBox.setVgrow(charts, Priority.ALWAYS);
        pane = new VBox(8, kind, above, charts);
        InvalidationListener show = changed -> show();
        model.foundProperty().addListener(show);
        model.thresholdProperty().addListener(show);
        show();
    }

    Region node() {
        return pane;
    }

    private static CurveChart chart(Appearance appearance, String xTitle) {
        CurveChart chart = new CurveChart(appearance, xTitle);
        chart.setPrefSize(360, 320);
        chart.setMinWidth(240);
        chart.minHeightProperty()
                .bind(appearance.textSizeProperty().map(size -> CurvePainter.leastHeight(appearance.em())));
        return chart;
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case ROC -> Messages.text("oddities.roc");
            case PRECISION -> Messages.text("oddities.pr");
        };
    }

    private void show() {
        Optional<Found> found = model.foundProperty().get();
        double threshold = model.thresholdProperty().get();
        Optional<Place> place = found.map(all -> new Place(
                Messages.text("oddities.threshold-name"),
                Words.value(threshold),
                all.detection().from(threshold)));
        roc.show(found.map(all -> roc(all, place)).orElse(CurveContent.empty()));
        precision.show(found.map(all -> precisionRecall(all, place)).orElse(CurveContent.empty()));
    }

    static CurveContent roc(Found found, Optional<Place> place) {
        return DetectionCurves.roc(named(found), place, Messages.text("oddities.guessing"));
    }

    static CurveContent precisionRecall(Found found, Optional<Place> place) {
        return DetectionCurves.precisionRecall(named(found), place, Messages.text("oddities.guessing"));
    }

    /** The score that is looked at, and the rivals that are known. */
    private static List<Named> named(Found found) {
        List<Named> all = new ArrayList<>();
        all.add(new Named(Words.score(found.score()), Token.CURVE_VALIDATION, Style.LINE, found.detection()));
        if (found.score() != OddityScore.SQUARED_ERROR && found.score() != OddityScore.BRIGHTNESS) {
            found.scores()
                    .by(OddityScore.SQUARED_ERROR)
                    .ifPresent(rival -> all.add(new Named(
                            Words.score(OddityScore.SQUARED_ERROR), Token.SECOND, Style.LINE, rival.detection())));
        }
        if (found.score() != OddityScore.BRIGHTNESS) {
            found.scores()
                    .by(OddityScore.BRIGHTNESS)
                    .ifPresent(rival -> all.add(new Named(
                            Words.score(OddityScore.BRIGHTNESS), Token.CURVE_PCA, Style.DASHED, rival.detection())));
        }
        return all;
    }
}

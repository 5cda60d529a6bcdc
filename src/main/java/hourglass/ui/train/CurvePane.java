package hourglass.ui.train;

import hourglass.core.spec.listing.Idea;
import hourglass.ui.chart.CurveChart;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Explain;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The curves with their axis switch. */
final class CurvePane {
    private final CurveModel model;
    private final CurveChart chart;
    private final Section section;

    CurvePane(Appearance appearance, CurveModel model, BestModel best) {
        this.model = model;
        chart = new CurveChart(appearance, Messages.text("train.axis"));
        chart.setId("train-curve");
        model.contentProperty().addListener((observed, before, now) -> chart.show(now));
        chart.show(model.contentProperty().get());
        section = new Section(Messages.text("train.error"), chart);
        section.detailProperty().bind(model.detailProperty());
        section.explain(Explain.button(Idea.SQUARED_ERROR, Idea.CROSS_ENTROPY, Idea.DIVERGENCE));
        section.tools(BestPane.node(best), withoutBaseline(), axis());
        Tips.follow(section.lookup(".section-detail"), section.detailProperty());
        Tips.add(section.lookup(".section-title"), Messages.text("train.error.tip"));
        VBox.setVgrow(section, Priority.ALWAYS);
    }

    /** Which vertical axis. */
    private enum Axis {
        LINEAR,
        LOG;

        String words() {
            return this == LINEAR ? Messages.text("train.linear") : Messages.text("train.log");
        }
    }

    private SegmentedChoice<Axis> axis() {
        SegmentedChoice<Axis> axis = new SegmentedChoice<>(List.of(Axis.values()), Axis::words);
        axis.setId("train-axis");
        axis.setMinWidth(Region.USE_PREF_SIZE);
        chart.logProperty().bind(axis.valueProperty().isEqualTo(Axis.LOG));
        axis.visibleProperty().bind(model.fittedProperty().not());
        axis.managedProperty().bind(axis.visibleProperty());
        Tips.add(axis, Messages.text("train.log.tip"));
        return axis;
    }

    private Label withoutBaseline() {
        Label label = new Label(Messages.text("train.no-pca"), Icons.INFO.node());
        label.getStyleClass().add("soft");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.visibleProperty().bind(model.withoutBaselineProperty());
        label.managedProperty().bind(label.visibleProperty());
        Tips.add(label, Messages.text("train.no-pca.tip"));
        return label;
    }

    Section section() {
        return section;
    }

    List<Exportable> exports() {
        return List.of(
                new Exportable(Messages.text("train.export.curve"), "error-curve.png", () -> model.origin()
                        .map(origin -> chart.figure(model.quantity(), origin.line()))),
                new Exportable(Messages.text("train.export.numbers"), "error-curve.csv", model::table));
    }
}

package hourglass.ui.denoise;

import hourglass.core.spec.listing.Idea;
import hourglass.session.measure.DenoisingErrors;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Explain;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import javafx.beans.binding.Bindings;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The curves and where the network begins to pay. */
final class CurvePane {
    private final LevelCurve drawing;
    private final VBox pane;

    CurvePane(DenoiseModel model, Appearance appearance) {
        drawing = new LevelCurve(model, appearance);
        drawing.setAccessibleText(Messages.text("denoise.curve.tip"));
        Tips.add(drawing, Messages.text("denoise.curve.tip"));
        VBox.setVgrow(drawing, Priority.ALWAYS);
        Label title = new Label(Messages.text("denoise.curve"));
        title.getStyleClass().add("headline");
        Label detail = new Label();
        detail.getStyleClass().add("soft");
        detail.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> measured(model.curvesProperty().get()), model.curvesProperty()));
        FlowPane head = new FlowPane(10, 0, title, Explain.button(Idea.SQUARED_ERROR), detail);
        head.setRowValignment(VPos.BASELINE);
        pane = new VBox(8, head, drawing, problem(model), crossing(model));
    }

    Region node() {
        return pane;
    }

    private static String measured(Curves curves) {
        return curves.network()
                .map(curve -> curve.isComplete()
                        ? Counts.testImages(curve.images())
                        : Messages.text("denoise.curve.progress", curve.known(), DenoisingErrors.LEVELS))
                .orElse("");
    }

    private static Node problem(DenoiseModel model) {
        Label words = new Label("", Icons.WARNING.node());
        words.setId("denoise-curve-problem");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> problem(model.curveProblemProperty().get()), model.curveProblemProperty()));
        words.visibleProperty().bind(words.textProperty().isNotEmpty());
        words.managedProperty().bind(words.visibleProperty());
        return words;
    }

    private static String problem(String sentence) {
        return sentence.isEmpty() ? "" : Messages.text("denoise.curve.problem", sentence);
    }

    private static Node crossing(DenoiseModel model) {
        Label words = new Label();
        words.getStyleClass().add("soft");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Words.crossing(model.curvesProperty().get()), model.curvesProperty()));
        Tips.add(words, Messages.text("denoise.crossing.tip"));
        return words;
    }
}

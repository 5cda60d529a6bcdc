package hourglass.ui.denoise;

import hourglass.session.measure.DenoisingErrors;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.Tips;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The curves and where the network begins to pay. */
final class CurvePane {
    private final LevelCurve drawing;
    private final Section section;

    CurvePane(DenoiseModel model, Appearance appearance) {
        drawing = new LevelCurve(model, appearance);
        drawing.setAccessibleText(Messages.text("denoise.curve.tip"));
        Tips.add(drawing, Messages.text("denoise.curve.tip"));
        VBox.setVgrow(drawing, Priority.ALWAYS);
        section = new Section(
                Messages.text("denoise.curve"), new VBox(8, drawing, problem(model), crossing(model, appearance)));
        section.detailProperty()
                .bind(Bindings.createStringBinding(
                        () -> measured(model.curvesProperty().get()), model.curvesProperty()));
        VBox.setVgrow(section, Priority.ALWAYS);
    }

    Node node() {
        return section;
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

    private static Node crossing(DenoiseModel model, Appearance appearance) {
        Label words = new Label();
        words.getStyleClass().addAll("soft", "small");
        words.setWrapText(true);
        words.setAlignment(Pos.TOP_LEFT);
        // Room for two lines also while there are none, or the drawing would jump each time it is measured anew.
        words.minHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.rint(appearance.em() * 2.3), appearance.textSizeProperty()));
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Words.crossing(model.curvesProperty().get()), model.curvesProperty()));
        Tips.add(words, Messages.text("denoise.crossing.tip"));
        return words;
    }
}

package hourglass.ui.reconstruct;

import hourglass.core.color.SignedErrorMap;
import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** The colours of the error pictures with the numbers they stand for. */
final class ErrorLegend extends FlowPane {
    ErrorLegend(Appearance appearance, ReconstructModel model) {
        super(6, 0);
        setAlignment(Pos.CENTER_LEFT);
        String most = String.format(Locale.ROOT, "%.1f", ReconstructModel.ERROR_RANGE);
        getChildren()
                .addAll(
                        label(Messages.text("reconstruct.legend.dark"), "words"),
                        label("−" + most, "numbers"),
                        new Strip(appearance, model),
                        label("+" + most, "numbers"),
                        label(Messages.text("reconstruct.legend.bright"), "words"));
        Tips.add(this, Messages.text("reconstruct.legend.tip"));
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().addAll("soft", style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** From the colour of the lowest error to that of the highest. */
    private static final class Strip extends CanvasPane {
        private final ReconstructModel model;

        Strip(Appearance appearance, ReconstructModel model) {
            super(appearance);
            this.model = model;
            appearance.textSizeProperty().addListener((observed, before, now) -> resize());
            model.groundProperty().addListener((observed, before, now) -> repaint());
            resize();
        }

        private void resize() {
            // An odd width has a middle.
            int wide = (int) (em() * 2) | 1;
            setMinSize(wide, Math.rint(em()));
            setMaxSize(wide, Math.rint(em()));
        }

        @Override
        protected void paint(Brush brush) {
            SignedErrorMap colors = SignedErrorMap.on(model.groundProperty().get(), ReconstructModel.ERROR_RANGE);
            brush.g().setFill(brush.color(Token.BORDER_STRONG));
            brush.g().fillRect(0, 0, brush.width(), brush.height());
            for (int x = 1; x < brush.width() - 1; x++) {
                int argb = colors.argb((2 * (x - 1) / (brush.width() - 3) - 1) * colors.range());
                brush.g().setFill(Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff));
                brush.g().fillRect(x, 1, 1, brush.height() - 2);
            }
        }
    }
}

package hourglass.ui.reconstruct;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.CodeBars;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The code of the chosen image as bars. */
final class CodePane {
    private final CodeBars bars;
    private final Label note = new Label();
    private final Section section;

    CodePane(ReconstructModel model, Appearance appearance) {
        bars = new CodeBars(appearance);
        bars.setMinHeight(60);
        bars.setAccessibleText(Messages.text("reconstruct.code.tip"));
        VBox.setVgrow(bars, Priority.ALWAYS);
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().addAll("soft", "small");
        Tips.add(note, Messages.text("reconstruct.code.tip"));
        section = new Section(Messages.text("reconstruct.code"), new VBox(8, bars, note));
        VBox.setVgrow(section, Priority.ALWAYS);
        model.selectedProperty().addListener((observed, before, now) -> show(now));
        show(model.selectedProperty().get());
    }

    Node node() {
        return section;
    }

    private void show(Optional<Comparison> chosen) {
        float[] code = chosen.map(Comparison::code).orElse(new float[0]);
        bars.show(code);
        section.detailProperty().set(chosen.isEmpty() ? "" : range(code));
        note.setText(chosen.map(now -> Messages.text(
                        "reconstruct.code.note", Integer.toString(now.original().length), Counts.numbers(code.length)))
                .orElse(""));
    }

    private static String range(float[] code) {
        float least = code[0];
        float most = code[0];
        for (float value : code) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return Messages.text("reconstruct.code.range", Counts.numbers(code.length), number(least), number(most));
    }

    private static String number(float value) {
        return String.format(Locale.ROOT, "%.1f", value).replace('-', '−');
    }
}

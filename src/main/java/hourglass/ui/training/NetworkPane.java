package hourglass.ui.training;

import hourglass.core.spec.Preset;
import hourglass.ui.common.Appearance;
import hourglass.ui.common.Counts;
import hourglass.ui.common.HourglassDiagram;
import hourglass.ui.common.Messages;
import hourglass.ui.common.Section;
import hourglass.ui.common.Tips;
import java.util.Arrays;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The hourglass with its preset and the number of its weights. */
final class NetworkPane {
    private NetworkPane() {}

    static Section section(Appearance appearance, DraftModel draft) {
        HourglassDiagram diagram = new HourglassDiagram(appearance, draft.hourglass());
        diagram.setId("train-hourglass");
        Section section = new Section(Messages.text("train.network"), diagram);
        section.detailProperty().bind(draft.weightsProperty().map(NetworkPane::words));
        section.tools(presets(draft));
        VBox.setVgrow(section, Priority.ALWAYS);
        return section;
    }

    private static String words(Number weights) {
        return Messages.text("train.weights", Counts.spaced(weights.longValue()));
    }

    private static ComboBox<String> presets(DraftModel draft) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("train-preset");
        box.getStyleClass().add("preset-box");
        box.getItems().setAll(Arrays.stream(Preset.values()).map(Preset::id).toList());
        box.setCellFactory(list -> new PurposeCell());
        box.setButtonCell(new TitleCell(draft));
        box.setConverter(titles());
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setAccessibleText(Messages.text("train.preset.tip"));
        box.valueProperty().bindBidirectional(draft.presetProperty());
        Tips.add(box, Messages.text("train.preset.tip"));
        return box;
    }

    private static StringConverter<String> titles() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable String id) {
                return id == null ? "" : PresetWords.title(id);
            }

            @Override
            public String fromString(String words) {
                throw new UnsupportedOperationException("The box is not for typing.");
            }
        };
    }

    /** The name alone, for the closed box; also of a network that is no preset and so is not among the items. */
    private static final class TitleCell extends ListCell<String> {
        private final DraftModel draft;

        TitleCell(DraftModel draft) {
            this.draft = draft;
        }

        @Override
        protected void updateItem(@Nullable String id, boolean empty) {
            super.updateItem(id, empty);
            setText(PresetWords.title(id == null ? draft.presetProperty().get() : id));
        }
    }

    /** The name and what the network is for. */
    private static final class PurposeCell extends ListCell<String> {
        private final Label title = new Label();
        private final Label purpose = new Label();
        private final VBox lines = new VBox(2, title, purpose);

        PurposeCell() {
            title.getStyleClass().add("strong");
            purpose.getStyleClass().addAll("soft", "small");
        }

        @Override
        protected void updateItem(@Nullable String id, boolean empty) {
            super.updateItem(id, empty);
            if (empty || id == null) {
                setGraphic(null);
                return;
            }
            title.setText(PresetWords.title(id));
            purpose.setText(PresetWords.purpose(id));
            setGraphic(lines);
        }
    }
}

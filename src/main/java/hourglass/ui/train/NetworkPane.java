package hourglass.ui.train;

import hourglass.core.spec.Preset;
import hourglass.core.spec.edit.NetworkFamily;
import hourglass.core.spec.edit.NetworkFamily.Layers;
import hourglass.core.spec.edit.NetworkFamily.Waist;
import hourglass.core.spec.listing.Idea;
import hourglass.ui.hourglass.HourglassDiagram;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Explain;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The hourglass with its family and its preset. */
final class NetworkPane {
    private NetworkPane() {}

    static Section section(Appearance appearance, DraftModel draft) {
        HourglassDiagram diagram = new HourglassDiagram(appearance, draft.hourglass());
        diagram.setId("train-hourglass");
        VBox.setVgrow(diagram, Priority.ALWAYS);
        Section section =
                new Section(Messages.text("train.network"), new VBox(8, families(draft), diagram, problem(draft)));
        section.explain(Explain.button(Idea.TRANSPOSED_CONVOLUTION, Idea.REPARAMETRISATION, Idea.DIVERGENCE));
        section.tools(presets(draft));
        VBox.setVgrow(section, Priority.ALWAYS);
        return section;
    }

    /** The four families as two questions. */
    private static Node families(DraftModel draft) {
        SegmentedChoice<Layers> layers = new SegmentedChoice<>(
                List.of(Layers.values()),
                each -> each == Layers.DENSE
                        ? Messages.text("train.family.dense")
                        : Messages.text("train.family.convolutional"));
        layers.setId("train-layers");
        Tips.add(layers, Messages.text("train.family.layers.tip"));
        SegmentedChoice<Waist> waist = new SegmentedChoice<>(
                List.of(Waist.values()),
                each -> each == Waist.PLAIN
                        ? Messages.text("train.family.plain")
                        : Messages.text("train.family.variational"));
        waist.setId("train-waist");
        Tips.add(waist, Messages.text("train.family.waist.tip"));
        ObjectProperty<NetworkFamily> family = draft.familyProperty();
        Runnable mark = () -> {
            layers.valueProperty().set(family.get().layers());
            waist.valueProperty().set(family.get().waist());
        };
        mark.run();
        family.addListener((observed, before, now) -> mark.run());
        layers.valueProperty().addListener((observed, before, now) -> {
            family.set(NetworkFamily.of(now, family.get().waist()));
            mark.run();
        });
        waist.valueProperty().addListener((observed, before, now) -> {
            family.set(NetworkFamily.of(family.get().layers(), now));
            mark.run();
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(layers, space, waist);
    }

    private static Node problem(DraftModel draft) {
        Label line = new Label();
        line.setId("train-problem");
        line.getStyleClass().add("field-error");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.textProperty().bind(draft.problemProperty());
        line.visibleProperty().bind(draft.problemProperty().isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private static ComboBox<String> presets(DraftModel draft) {
        ComboBox<String> box = Boxes.over(
                draft.presetProperty(),
                Arrays.stream(Preset.values()).map(Preset::id).toList(),
                PresetWords::title);
        box.setId("train-preset");
        box.getStyleClass().add("preset-box");
        box.setCellFactory(list -> new PurposeCell());
        box.setButtonCell(new TitleCell(draft));
        box.setVisibleRowCount(Preset.values().length + 1);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setAccessibleText(Messages.text("train.preset.tip"));
        Tips.add(box, Messages.text("train.preset.tip"));
        return box;
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

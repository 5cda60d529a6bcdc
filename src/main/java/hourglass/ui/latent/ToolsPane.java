package hourglass.ui.latent;

import hourglass.core.spec.listing.Idea;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Explain;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The tools, of which one is shown at a time. */
final class ToolsPane {
    private final SegmentedChoice<Tool> choice = new SegmentedChoice<>(List.of(Tool.values()), ToolsPane::words);
    private final PathPane path;
    private final PickPane pick;
    private final DirectionPane direction;
    private final NumbersPane numbers;
    private final DicePane dice;
    private final StackPane place = new StackPane();
    private final Section section;

    ToolsPane(LatentModel model, Appearance appearance, ObservableBooleanValue roomy) {
        path = new PathPane(model, appearance);
        pick = new PickPane(model, appearance);
        direction = new DirectionPane(model, appearance);
        numbers = new NumbersPane(model);
        dice = new DicePane(model, appearance);
        for (Label note : List.of(path.note(), pick.note(), direction.note(), numbers.note(), dice.note())) {
            note.visibleProperty().bind(roomy);
            note.managedProperty().bind(roomy);
        }
        Tips.add(choice, Messages.text("latent.tools.tip"));
        choice.getStyleClass().add("latent-tools");
        place.setAlignment(Pos.TOP_LEFT);
        place.setMinHeight(Region.USE_PREF_SIZE);
        Function<Idea, String> facts = idea -> idea == Idea.REPARAMETRISATION ? Words.draw(model.pick()) : "";
        section = new Section(Messages.text("latent.tools"), new VBox(12, choice, place))
                .explain(Explain.button(facts, Idea.REPARAMETRISATION, Idea.DIVERGENCE));
        VBox.setVgrow(section, Priority.ALWAYS);
        choice.valueProperty().bindBidirectional(model.toolProperty());
        choice.valueProperty().addListener((observed, before, now) -> show(now));
        show(choice.valueProperty().get());
    }

    Node node() {
        return section;
    }

    ObjectProperty<Tool> toolProperty() {
        return choice.valueProperty();
    }

    private static String words(Tool tool) {
        return switch (tool) {
            case PATH -> Messages.text("latent.tool.path");
            case IMAGE -> Messages.text("latent.tool.image");
            case DIRECTION -> Messages.text("latent.tool.direction");
            case DICE -> Messages.text("latent.tool.dice");
            case NUMBERS -> Messages.text("latent.tool.numbers");
        };
    }

    private void show(Tool tool) {
        place.getChildren()
                .setAll(
                        switch (tool) {
                            case PATH -> path.node();
                            case IMAGE -> pick.node();
                            case DIRECTION -> direction.node();
                            case DICE -> dice.node();
                            case NUMBERS -> numbers.node();
                        });
    }
}

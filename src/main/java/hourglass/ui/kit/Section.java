package hourglass.ui.kit;

import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A titled card: the title on the left, controls that belong to it on the right, the content below. */
public final class Section extends VBox {
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label below = new Label();
    private final HBox head = new HBox();

    /** Called {@code words}; {@code content} takes the remaining height. */
    public Section(String words, Node content) {
        getStyleClass().add("section");
        title.setText(words);
        title.getStyleClass().add("section-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().add("section-detail");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        head.getStyleClass().add("section-head");
        head.setAlignment(Pos.CENTER_LEFT);
        head.getChildren().addAll(title, detail, space);
        below.getStyleClass().add("section-detail");
        below.textProperty().bind(detail.textProperty());
        below.setWrapText(true);
        below.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(head, below, content);
        Stream.of(widthProperty(), detail.textProperty(), detail.fontProperty(), title.textProperty())
                .forEach((Observable each) -> each.addListener(changed -> place()));
        place();
    }

    /** The quiet words stand behind the title, or below it where they would be cut. */
    private void place() {
        double gaps = head.getSpacing() * head.getChildren().size();
        double need = head.getChildren().stream()
                .filter(node -> node != detail)
                .mapToDouble(node -> node.prefWidth(-1))
                .sum();
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        boolean fits = need + gaps + detail.prefWidth(-1) <= room || getWidth() == 0;
        show(detail, fits);
        show(below, !fits && !detail.getText().isEmpty());
    }

    private static void show(Node node, Boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** What it is called. */
    public StringProperty titleProperty() {
        return title.textProperty();
    }

    /** Quiet words behind the title. */
    public StringProperty detailProperty() {
        return detail.textProperty();
    }

    /** With a question mark behind the title that explains what the section shows. */
    public Section explain(Button question) {
        head.getChildren().add(1, question);
        place();
        return this;
    }

    /** Puts controls at the right end of the title line. */
    public Section tools(Node... controls) {
        head.getChildren().addAll(controls);
        place();
        return this;
    }
}

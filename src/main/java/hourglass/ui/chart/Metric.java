package hourglass.ui.chart;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A large number with its name above and its unit in words below. */
public final class Metric extends VBox {
    private final Label name = new Label();
    private final Label number = new Label();
    private final Label unit = new Label();

    /** Called {@code title}, measured in {@code unitWords}, which may be empty. */
    public Metric(String title, String unitWords) {
        getStyleClass().add("metric");
        name.setText(title);
        unit.setText(unitWords);
        name.getStyleClass().add("metric-name");
        number.getStyleClass().add("metric-number");
        unit.getStyleClass().add("metric-unit");
        number.setMinWidth(Region.USE_PREF_SIZE);
        unit.setWrapText(true);
        getChildren().addAll(name, number);
        if (!unitWords.isEmpty()) {
            getChildren().add(unit);
        }
    }

    /** Shows {@code text} as the number. */
    public Metric show(String text) {
        number.setText(text);
        return this;
    }

    /** Marks the number with the colour of its curve or kind, a style class such as {@code train} or {@code pca}. */
    public Metric kind(String styleClass) {
        getStyleClass().add(styleClass);
        return this;
    }
}

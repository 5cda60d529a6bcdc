package hourglass.ui.kit;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** A line that says less rather than being cut: of its wordings, longest first, the longest that has room. */
public final class FittingLabel extends Label {
    private final ObjectProperty<List<String>> wordings = new SimpleObjectProperty<>(this, "wordings", List.of(""));

    /** Saying nothing yet. */
    public FittingLabel() {
        setMaxWidth(Double.MAX_VALUE);
        wordings.addListener((observed, before, now) -> {
            choose();
            requestLayout();
        });
        widthProperty().addListener((observed, before, now) -> choose());
        fontProperty().addListener((observed, before, now) -> choose());
    }

    /** What it may say, longest first; at least one. */
    public ObjectProperty<List<String>> wordingsProperty() {
        return wordings;
    }

    private void choose() {
        List<String> all = wordings.get();
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        setText(all.stream().filter(words -> wide(words) <= room).findFirst().orElse(all.get(all.size() - 1)));
    }

    private double wide(String words) {
        Text text = new Text(words);
        text.setFont(getFont());
        return Math.ceil(text.getLayoutBounds().getWidth());
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + wide(wordings.get().get(0)) + snappedRightInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}

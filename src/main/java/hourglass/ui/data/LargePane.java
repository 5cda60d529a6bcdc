package hourglass.ui.data;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.Tips;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One image large, its class and number above, one of its pixels as a number below. */
final class LargePane {
    private final SampleBrowser samples;
    private final PixelView view;
    private final Label value = new Label();
    private final Label place = new Label();
    private final Label unit = new Label();
    private final Section section;

    LargePane(Appearance appearance, SampleBrowser samples) {
        this.samples = samples;
        view = new PixelView(appearance, samples.shownProperty().get());
        section = new Section("", new VBox(view, readout()));
        ((VBox) view.getParent()).getStyleClass().add("column");
        samples.shownProperty().addListener((observed, before, now) -> show(now));
        view.pixelProperty().addListener((observed, before, now) -> showPixel());
        show(samples.shownProperty().get());
    }

    Node node() {
        return section;
    }

    private Node readout() {
        value.getStyleClass().addAll("metric-number", "pixel-number");
        value.setMinWidth(Region.USE_PREF_SIZE);
        place.getStyleClass().add("soft");
        unit.getStyleClass().addAll("soft", "small");
        HBox line = new HBox(value, new VBox(place, unit));
        line.getStyleClass().add("wide-row");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(Region.USE_PREF_SIZE);
        // Not on the image, where it would cover the pixels one points at.
        Tips.add(line, Messages.text("data.large.tip"));
        return line;
    }

    private void show(Sample sample) {
        view.show(sample);
        section.titleProperty().set(sample.className());
        String number = DataWords.number(sample.index());
        section.detailProperty()
                .set(
                        sample.part() == Part.TEST
                                ? Messages.text("data.large.test", number)
                                : Messages.text("data.large.training", number));
        showPixel();
    }

    private void showPixel() {
        Sample sample = samples.shownProperty().get();
        PixelView.Pixel at = view.pixelProperty().get();
        int level = sample.pixel(at.row(), at.column());
        value.setText(Integer.toString(level));
        place.setText(
                Messages.text("data.pixel.place", Integer.toString(at.row() + 1), Integer.toString(at.column() + 1)));
        unit.setText(Messages.text("data.pixel.unit", DataWords.decimals(level / 255.0, 2)));
    }
}

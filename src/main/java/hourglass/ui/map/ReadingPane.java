package hourglass.ui.map;

import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What may not be read off a map, and two clicks that show why. */
final class ReadingPane extends VBox {
    ReadingPane(Consumer<SeriesKind> show) {
        getStyleClass().add("map-reading");
        Label title = new Label(Messages.text("map.reading"));
        title.getStyleClass().add("strong");
        Tips.add(title, Messages.text("map.reading.tip"));
        getChildren().add(title);
        for (String rule : rules()) {
            getChildren().add(rule(rule));
        }
        Button perplexities = button(Messages.text("map.board.perplexity"), Messages.text("map.board.perplexity.tip"));
        perplexities.setOnAction(event -> show.accept(SeriesKind.PERPLEXITY));
        Button seeds = button(Messages.text("map.board.seed"), Messages.text("map.board.seed.tip"));
        seeds.setOnAction(event -> show.accept(SeriesKind.SEED));
        HBox row = new HBox(perplexities, seeds);
        row.getStyleClass().add("row");
        getChildren().add(row);
    }

    static List<String> rules() {
        return List.of(
                Messages.text("map.reading.sizes"),
                Messages.text("map.reading.distances"),
                Messages.text("map.reading.noise"),
                Messages.text("map.reading.perplexity"),
                Messages.text("map.reading.seeds"));
    }

    private static Label rule(String words) {
        Label rule = new Label(words);
        rule.setWrapText(true);
        rule.getStyleClass().addAll("soft", "small");
        rule.setMinHeight(Region.USE_PREF_SIZE);
        return rule;
    }

    private static Button button(String words, String tip) {
        Button button = new Button(words);
        button.getStyleClass().addAll("small", "map-tight");
        button.setMinWidth(Region.USE_PREF_SIZE);
        Tips.add(button, tip);
        return button;
    }
}

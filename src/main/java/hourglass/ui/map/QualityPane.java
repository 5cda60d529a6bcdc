package hourglass.ui.map;

import hourglass.core.spec.listing.Idea;
import hourglass.session.map.EmbeddingQuality;
import hourglass.session.map.EmbeddingQuality.Fidelity;
import hourglass.ui.kit.Explain;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.Tips;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How far the map may be believed, in numbers, beside PCA and the codes themselves. */
final class QualityPane {
    private final MapModel model;
    private final Label[][] numbers = new Label[3][3];
    private final Label verdict = new Label();
    private final Section section;

    QualityPane(MapModel model) {
        this.model = model;
        GridPane table = new GridPane();
        table.getStyleClass().add("map-quality");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().add(names);
        for (int i = 0; i < 3; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(HPos.RIGHT);
            column.setMinWidth(Region.USE_PREF_SIZE);
            table.getColumnConstraints().add(column);
        }
        table.addRow(
                0,
                new Region(),
                head(Messages.text("map.column.codes")),
                head(Messages.text("map.column.map")),
                head(Messages.text("map.column.pca")));
        row(table, 0, Messages.text("map.trustworthiness"), Messages.text("map.trustworthiness.tip"));
        row(table, 1, Messages.text("map.continuity"), Messages.text("map.continuity.tip"));
        row(table, 2, Messages.text("map.accuracy"), Messages.text("map.accuracy.tip"));
        verdict.getStyleClass().addAll("soft", "small", "map-verdict");
        verdict.setWrapText(true);
        verdict.managedProperty().bind(verdict.visibleProperty());
        VBox content = new VBox(table, verdict);
        content.getStyleClass().add("column");
        section = new Section(Messages.text("map.quality"), content).explain(Explain.button(Idea.PERPLEXITY));
        VBox.setVgrow(section, Priority.ALWAYS);
        section.setMinHeight(Region.USE_PREF_SIZE);
        model.mapProperty().addListener((observed, before, now) -> show());
        model.progressProperty().addListener((observed, before, now) -> show());
        show();
    }

    Node node() {
        return section;
    }

    /** The sentence below the numbers gives way first where there is little room. */
    BooleanProperty verdictVisibleProperty() {
        return verdict.visibleProperty();
    }

    private static Label head(String words) {
        Label head = new Label(words);
        head.getStyleClass().addAll("soft", "small");
        head.setMinWidth(Region.USE_PREF_SIZE);
        return head;
    }

    private void row(GridPane table, int row, String name, String tip) {
        Label words = new Label(name);
        words.setMinWidth(Region.USE_PREF_SIZE);
        Tips.add(words, tip);
        table.add(words, 0, row + 1);
        for (int i = 0; i < 3; i++) {
            Label number = new Label();
            number.getStyleClass().add("numbers");
            number.setMinWidth(Region.USE_PREF_SIZE);
            Tips.add(number, tip);
            numbers[row][i] = number;
            table.add(number, i + 1, row + 1);
        }
    }

    private void show() {
        Optional<ShownMap> map = model.mapProperty().get();
        Optional<EmbeddingQuality> quality = map.flatMap(ShownMap::quality);
        String missing =
                switch (model.progressProperty().get().phase()) {
                    case PREPARING, RUNNING, PAUSED, COMPLETED -> Numbers.COMING;
                    case IDLE, CANCELLED, FAILED -> Numbers.NONE;
                };
        row(0, missing, quality, Fidelity::trustworthiness);
        row(1, missing, quality, Fidelity::continuity);
        boolean flat = map.filter(all -> all.pictures().code().isPresent()).isPresent();
        verdict.setText(quality.map(known -> flat ? flatVerdict(known) : verdict(known))
                .orElseGet(() -> Messages.text("map.verdict.coming")));
        numbers[2][0].setText(
                map.map(all -> Numbers.percent(all.sample().codeAccuracy())).orElse(missing));
        numbers[2][1].setText(
                quality.map(q -> Numbers.percent(q.map().accuracy())).orElse(missing));
        numbers[2][2].setText(
                quality.map(q -> Numbers.percent(q.pca().accuracy())).orElse(missing));
    }

    private static String verdict(EmbeddingQuality quality) {
        return Messages.text(
                "map.verdict",
                Numbers.about(quality.codeAccuracy()),
                Numbers.about(quality.map().accuracy()),
                Numbers.about(quality.pca().accuracy()));
    }

    /** Codes of two numbers are a map already. */
    private static String flatVerdict(EmbeddingQuality quality) {
        return Messages.text(
                "map.verdict.flat",
                Numbers.about(quality.codeAccuracy()),
                Numbers.about(quality.map().accuracy()));
    }

    /** Of the codes themselves there is nothing to compare. */
    private void row(int row, String missing, Optional<EmbeddingQuality> quality, ToDoubleFunction<Fidelity> share) {
        numbers[row][0].setText(Numbers.NONE);
        numbers[row][1].setText(
                quality.map(q -> Numbers.share(share.applyAsDouble(q.map()))).orElse(missing));
        numbers[row][2].setText(
                quality.map(q -> Numbers.share(share.applyAsDouble(q.pca()))).orElse(missing));
    }
}

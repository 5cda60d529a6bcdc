package hourglass.ui.map;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.OwnImageModel;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Map: the settings and the quality of a t-SNE map at the side, the map itself large, or five small ones. */
public final class MapView extends HBox {
    /** Windows at least this high, in text sizes, have room for sentences. */
    private static final double ROOMY = 54;

    private final MapModel model;
    private final SegmentedChoice<Board> board = new SegmentedChoice<>(List.of(Board.values()), Board::words);
    private final MapBoard map;
    private final SeriesBoard series;
    private final Section section;

    /** Shows {@code model}; {@code own} makes images of one's own. */
    public MapView(MapModel model, Appearance appearance, OwnImageModel own) {
        this.model = model;
        getStyleClass().addAll("view", "map-view");
        map = new MapBoard(model, appearance, own, kind -> board.valueProperty().set(Board.of(kind)));
        series = new SeriesBoard(
                model, appearance, () -> board.valueProperty().get().kind());
        section = new Section(Messages.text("map.title.section"), new StackPane(map, series));
        section.tools(board);
        section.detailProperty()
                .bind(Bindings.when(board.valueProperty().isEqualTo(Board.MAP))
                        .then(model.titleProperty())
                        .otherwise(""));
        Tips.add(board, Messages.text("map.board.tip"));
        board.valueProperty().addListener((observed, before, now) -> turn());
        VBox.setVgrow(section, Priority.ALWAYS);
        VBox wide = new VBox(section);
        wide.getStyleClass().add("wide-column");
        HBox.setHgrow(wide, Priority.ALWAYS);
        QualityPane quality = new QualityPane(model);
        quality.verdictVisibleProperty()
                .bind(sceneProperty()
                        .flatMap(Scene::heightProperty)
                        .map(height -> height.doubleValue() >= ROOMY * appearance.em())
                        .orElse(true));
        VBox side = new VBox(new ControlsPane(model).node(), quality.node());
        side.getStyleClass().add("side-panel");
        getChildren().addAll(side, wide);
        turn();
    }

    private void turn() {
        Board now = board.valueProperty().get();
        show(map, now == Board.MAP);
        show(series, now != Board.MAP);
        if (now != Board.MAP) {
            model.showSeries(now.kind());
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** What can be saved from this view. */
    public List<Exportable> exports() {
        return MapExports.of(model);
    }
}

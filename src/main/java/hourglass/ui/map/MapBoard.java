package hourglass.ui.map;

import hourglass.session.map.EmbeddingFrame;
import hourglass.session.map.EmbeddingPhase;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.ClassChips;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.OwnImageModel;
import hourglass.ui.pictures.OwnImagePane;
import hourglass.ui.scatter.PointLook;
import hourglass.ui.scatter.SelectionMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One map large, another picture of the same points small beside it, and what is selected or how to read it. */
final class MapBoard extends VBox {
    /** Narrower than this in text sizes there is room for one picture only. */
    private static final double NARROW = 46;

    private final MapModel model;
    private final Appearance appearance;
    private final MapPane large;
    private final MapPane small;
    private final Label smallTitle = new Label();
    private final SegmentedChoice<Picture> picture = new SegmentedChoice<>(List.of(Picture.values()), Picture::words);
    private final VBox side;
    private final SelectionPane selection;
    private final ReadingPane reading;
    private final OwnImageModel ownImage;

    MapBoard(MapModel model, Appearance appearance, OwnImageModel ownImage, Consumer<SeriesKind> showSeries) {
        this.ownImage = ownImage;
        this.model = model;
        this.appearance = appearance;
        getStyleClass().add("map-board");
        large = new MapPane(model, appearance, MapPane.Card.SHOWN);
        large.setId("map-large");
        small = new MapPane(model, appearance, MapPane.Card.ELSEWHERE);
        selection = new SelectionPane(model, appearance);
        reading = new ReadingPane(showSeries);
        side = side();
        HBox pictures = new HBox(framed(large), side);
        pictures.getStyleClass().add("map-pictures");
        VBox.setVgrow(pictures, Priority.ALWAYS);
        getChildren().addAll(legend(model), pictures, foot());
        model.mapProperty().addListener((observed, before, now) -> changed(before, now));
        model.progressProperty().addListener((observed, before, now) -> show());
        picture.valueProperty().addListener((observed, before, now) -> switchTo());
        model.points().selectionProperty().addListener((observed, before, now) -> turnSide());
        widthProperty().addListener((observed, before, now) -> fitSide());
        appearance.textSizeProperty().addListener((observed, before, now) -> fitSide());
        show();
        turnSide();
    }

    /** The large picture. */
    MapPane large() {
        return large;
    }

    /** What the large picture is. */
    Picture shown() {
        return picture.valueProperty().get();
    }

    private StackPane framed(MapPane pane) {
        StackPane frame = new StackPane(pane);
        frame.getStyleClass().add("map-frame");
        frame.setMinSize(0, 0);
        HBox.setHgrow(frame, Priority.ALWAYS);
        return frame;
    }

    private VBox side() {
        smallTitle.getStyleClass().addAll("soft", "small");
        StackPane frame = framed(small);
        frame.getStyleClass().add("map-small");
        VBox box = new VBox(smallTitle, frame, selection, reading);
        VBox.setVgrow(selection, Priority.ALWAYS);
        box.getStyleClass().add("map-side");
        return box;
    }

    private void turnSide() {
        boolean any = !model.points().selectionProperty().get().isEmpty();
        selection.setVisible(any);
        selection.setManaged(any);
        reading.setVisible(!any);
        reading.setManaged(!any);
        fitSide();
    }

    private void fitSide() {
        boolean any = !model.points().selectionProperty().get().isEmpty();
        boolean room = any || getWidth() >= NARROW * appearance.em();
        side.setVisible(room);
        side.setManaged(room);
    }

    private FlowPane foot() {
        Tips.add(picture, Messages.text("map.picture.tip"));
        Node code = picture.getChildren().get(List.of(Picture.values()).indexOf(Picture.CODE));
        // Only a code of two numbers can be drawn as it is.
        code.visibleProperty().bind(model.mapProperty().map(map -> map.filter(
                        all -> all.pictures().code().isPresent())
                .isPresent()));
        code.managedProperty().bind(code.visibleProperty());
        SegmentedChoice<PointLook> look = new SegmentedChoice<>(
                List.of(PointLook.values()),
                each -> each == PointLook.DOTS ? Messages.text("map.dots") : Messages.text("map.images"));
        look.valueProperty().bindBidirectional(model.lookProperty());
        Tips.add(look, Messages.text("map.look.tip"));
        SegmentedChoice<SelectionMode> mode = new SegmentedChoice<>(List.of(SelectionMode.values()), MapBoard::words);
        Bindings.bindBidirectional(mode.valueProperty(), large.selectionModeProperty());
        Bindings.bindBidirectional(small.selectionModeProperty(), large.selectionModeProperty());
        Tips.add(mode, Messages.text("map.mode.tip"));
        Button fit = new Button("", Icons.FIT.node());
        fit.getStyleClass().addAll("button-icon", "flat");
        fit.setMinWidth(Region.USE_PREF_SIZE);
        fit.setAccessibleText(Messages.text("map.fit"));
        fit.setOnAction(event -> {
            large.fit();
            small.fit();
        });
        Tips.add(fit, Messages.text("map.fit.tip"), "0");
        Button own = OwnImagePane.button(ownImage);
        own.getStyleClass().add("flat");
        FlowPane foot = new FlowPane(12, 8, picture, look, mode, own, rules(), fit);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("row");
        foot.setMinHeight(Region.USE_PREF_SIZE);
        return foot;
    }

    /** Where there is no room for the rules they wait behind a mark. */
    private Label rules() {
        Label mark = new Label("", Icons.INFO.node());
        mark.setAccessibleText(Messages.text("map.reading"));
        mark.setFocusTraversable(true);
        mark.visibleProperty().bind(side.visibleProperty().not());
        mark.managedProperty().bind(mark.visibleProperty());
        Tips.add(mark, Messages.text("map.reading") + "\n\n" + String.join("\n\n", ReadingPane.rules()));
        return mark;
    }

    private static String words(SelectionMode mode) {
        return switch (mode) {
            case PAN -> Messages.text("map.mode.pan");
            case BOX -> Messages.text("map.mode.box");
            case LASSO -> Messages.text("map.mode.lasso");
        };
    }

    private void switchTo() {
        show();
        large.fit();
        small.fit();
    }

    /** Where somebody zoomed into the map before, the next one would not be seen. */
    private void changed(Optional<ShownMap> before, Optional<ShownMap> now) {
        if (before.map(ShownMap::sample).equals(now.map(ShownMap::sample))) {
            show();
        } else {
            switchTo();
        }
    }

    /** While points fly, the view does not follow the farthest one, and moves gently. */
    private MapPane.Pace pace(Picture which, ShownMap map) {
        boolean moves = which == Picture.MAP && model.progressProperty().get().phase() == EmbeddingPhase.RUNNING;
        if (!moves) {
            return MapPane.Pace.STILL;
        }
        boolean wild = map.frame()
                .filter(frame -> frame.stage() == EmbeddingFrame.Stage.EXAGGERATION)
                .isPresent();
        return wild ? MapPane.Pace.WILD : MapPane.Pace.CALM;
    }

    private void show() {
        Optional<ShownMap> map = model.mapProperty().get();
        if (map.filter(all -> all.pictures().code().isPresent()).isEmpty()
                && picture.valueProperty().get() == Picture.CODE) {
            picture.valueProperty().set(Picture.MAP);
        }
        Picture shown = picture.valueProperty().get();
        Picture companion = shown.companion(map);
        smallTitle.setText(companion.title());
        map.ifPresent(all -> {
            large.show(shown.of(all), pace(shown, all));
            small.show(companion.of(all), pace(companion, all));
        });
    }

    /** The classes in their colours; a click shows one alone. */
    static ClassChips legend(MapModel model) {
        return ClassChips.legend(
                model.classNamesProperty(),
                model.points().isolatedProperty(),
                name -> Messages.text("map.class.tip", name));
    }
}

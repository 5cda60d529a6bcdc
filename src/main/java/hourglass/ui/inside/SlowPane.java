package hourglass.ui.inside;

import hourglass.core.color.GreyMap;
import hourglass.core.color.SignedErrorMap;
import hourglass.core.metric.Errors;
import hourglass.engine.train.WatchedStep;
import hourglass.engine.train.WatchedStep.Change;
import hourglass.session.measure.Walk;
import hourglass.ui.inside.InsideModel.Inside;
import hourglass.ui.inside.SlowModel.Stage;
import hourglass.ui.inside.SlowModel.Watched;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageTiles;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Slow motion: the four stages of one batch, its first image in the walk, and the sizes of every layer's numbers. */
final class SlowPane {
    /** Keys of the shell leave Space to nodes of this style. */
    private static final String TAKES_SPACE = "takes-space";

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double RANGE = 0.3;
    /** Stands for what a later stage computes. */
    private static final String NOT_YET = "·";

    private final SlowModel model;
    private final Appearance appearance;
    private final WalkPane walk;
    private final Label sentence = new Label();
    private final GridPane table = new GridPane();
    private final ImageGridView pictures;
    private final Map<Stage, Label> names = new EnumMap<>(Stage.class);
    private final VBox pane;

    SlowPane(InsideModel inside, Appearance appearance) {
        this.appearance = appearance;
        model = inside.slow();
        walk = new WalkPane(appearance);
        walk.setId("inside-slow");
        walk.getStyleClass().add(TAKES_SPACE);
        walk.setMinHeight(240);
        walk.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        pictures = new ImageGridView(appearance).columns(3).scale(3).gap(8);
        pictures.setAccessibleText(Messages.text("inside.slow.pictures.tip"));
        Tips.add(pictures, Messages.text("inside.slow.pictures.tip"));
        sentence.setId("inside-slow-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        table.setId("inside-slow-table");
        table.setHgap(24);
        table.setVgap(2);
        Tips.add(table, Messages.text("inside.slow.table.tip"));
        VBox.setVgrow(walk, Priority.ALWAYS);
        FlowPane below = new FlowPane(28, 12, table, pictures);
        below.setMinHeight(Region.USE_PREF_SIZE);
        pane = new VBox(8, head(), sentence, walk, below);
        model.watchedProperty().addListener((observed, before, now) -> show());
        model.stageProperty().addListener((observed, before, now) -> show());
        model.problemProperty().addListener((observed, before, now) -> show());
        appearance.themeProperty().addListener((observed, before, now) -> show());
        inside.modeProperty().addListener((observed, before, now) -> focus(now));
        show();
    }

    /** So that Space steps. */
    private void focus(InsideModel.Mode mode) {
        if (mode == InsideModel.Mode.SLOW_MOTION) {
            walk.requestFocus();
        }
    }

    Node node() {
        return pane;
    }

    /** The way of a batch, and what moves it on. */
    private Node head() {
        FlowPane head = new FlowPane(12, 8);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(Region.USE_PREF_SIZE);
        for (Stage stage : Stage.values()) {
            Label name = new Label(stage(stage));
            name.getStyleClass().add("inside-stage");
            names.put(stage, name);
            head.getChildren().add(name);
        }
        Button step = button("inside-slow-step", Messages.text("inside.slow.step"), Icons.STEP);
        step.setOnAction(event -> model.step());
        Tips.add(step, Messages.text("inside.slow.step.tip"), "Space");
        Button play = button("inside-slow-play", "", Icons.PLAY);
        play.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.text(model.playingProperty().get() ? "inside.slow.stop" : "inside.slow.play"),
                        model.playingProperty()));
        play.getStyleClass().add("accent");
        play.setOnAction(event -> model.play());
        Tips.add(play, Messages.text("inside.slow.play.tip"));
        Button next = button("inside-slow-next", Messages.text("inside.slow.next"), Icons.NEXT);
        next.setOnAction(event -> model.next());
        Tips.add(next, Messages.text("inside.slow.next.tip"));
        for (Button each : List.of(step, play, next)) {
            each.disableProperty().bind(model.watchedProperty().map(Optional::isEmpty));
        }
        head.getChildren().addAll(play, step, next);
        return head;
    }

    private static Button button(String id, String words, Icons icon) {
        Button button = new Button(words, icon.node());
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void show() {
        Stage stage = model.stageProperty().get();
        names.forEach((each, name) -> name.pseudoClassStateChanged(CURRENT, each == stage));
        Optional<Watched> now = model.watchedProperty().get();
        walk.show(now.map(Watched::first));
        sentence.setText(now.map(made -> slow(stage, made.step()))
                .orElseGet(() -> model.problemProperty().get().isEmpty()
                        ? Messages.text("inside.slow.loading")
                        : model.problemProperty().get()));
        pictures.setVisible(stage != Stage.FORWARD && now.isPresent());
        table.getChildren().clear();
        now.ifPresent(made -> {
            table(made, stage);
            pictures.show(pictures(made));
        });
    }

    /** Target, output and error of the first image. */
    private ImageTiles pictures(Watched made) {
        Walk first = made.first().walk();
        float[] target = first.original();
        float[] output = first.output();
        List<int[]> tiles = new ArrayList<>();
        for (float[] pixels : List.of(target, output)) {
            int[] argb = new int[pixels.length];
            GreyMap.fill(pixels, 0, pixels.length, argb, 0);
            tiles.add(argb);
        }
        int[] error = new int[target.length];
        SignedErrorMap.on(appearance.ground(), RANGE).fill(target, output, 0, error.length, error);
        tiles.add(error);
        return ImageTiles.of(
                tiles,
                made.first().look().test().width(),
                made.first().look().test().height());
    }

    /** A row for each layer, a column for what has been computed so far. */
    private void table(Watched made, Stage stage) {
        List<String> heads = List.of(
                Messages.text("inside.slow.layer"),
                Messages.text("inside.slow.activation"),
                Messages.text("inside.slow.gradient"),
                Messages.text("inside.slow.weights"),
                Messages.text("inside.slow.update"),
                Messages.text("inside.slow.share"));
        int known = stage == Stage.UPDATE ? heads.size() : stage == Stage.BACKWARD ? 3 : 2;
        for (int column = 0; column < heads.size(); column++) {
            cell(heads.get(column), "soft", column, 0);
        }
        WatchedStep step = made.step();
        for (int row = 0; row < step.changes().size(); row++) {
            Change change = step.changes().get(row);
            List<String> cells = List.of(
                    layerName(made.first(), change.layer()),
                    Words.size(Errors.rootMeanSquare(made.first().walk().outOf(change.layer()))),
                    Words.size(change.gradient()),
                    Words.size(change.weights()),
                    Words.size(change.update()),
                    Words.percent(change.share()));
            for (int column = 0; column < heads.size(); column++) {
                cell(column < known ? cells.get(column) : NOT_YET, column == 0 ? "" : "numbers", column, row + 1);
            }
        }
    }

    private void cell(String words, String style, int column, int row) {
        Label label = new Label(words);
        label.setMinWidth(Region.USE_PREF_SIZE);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        if (column > 0) {
            GridPane.setHalignment(label, HPos.RIGHT);
        }
        table.add(label, column, row);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            model.step();
            event.consume();
        }
    }

    static String stage(Stage stage) {
        return switch (stage) {
            case FORWARD -> Messages.text("inside.slow.forward");
            case ERROR -> Messages.text("inside.slow.error");
            case BACKWARD -> Messages.text("inside.slow.backward");
            case UPDATE -> Messages.text("inside.slow.updating");
        };
    }

    /** What happens in a stage, with the numbers of this batch. */
    static String slow(Stage stage, WatchedStep watched) {
        String images = Counts.trainingImages(watched.step().samples());
        String number = Counts.spaced(watched.step().iteration());
        return switch (stage) {
            case FORWARD -> Messages.text("inside.slow.forward.text", number, images);
            case ERROR ->
                watched.step().kl() == 0
                        ? Messages.text(
                                "inside.slow.error.text",
                                images,
                                Words.size(watched.step().loss()))
                        : Messages.text(
                                "inside.slow.error.kl",
                                images,
                                Words.size(watched.step().loss()),
                                Words.number(watched.step().kl()));
            case BACKWARD -> Messages.text("inside.slow.backward.text");
            case UPDATE ->
                Messages.text(
                        "inside.slow.update.text",
                        Counts.spaced(watched.before().parameters().size()),
                        BigDecimal.valueOf(
                                        watched.before().experiment().training().learningRate())
                                .stripTrailingZeros()
                                .toPlainString());
        };
    }

    /** A layer by its operation and its place in the network. */
    static String layerName(Inside inside, int layer) {
        return Messages.text(
                "inside.slow.name",
                Integer.toString(layer + 1),
                Words.operation(inside.walk().spec().layers().get(layer)).get(0));
    }
}

package hourglass.ui.shell;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Banner;
import hourglass.ui.kit.Explain;
import hourglass.ui.kit.ExplainPane;
import hourglass.ui.kit.Notice;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The frame of the window: rail left, top bar and banners above, status line below, one view in the middle. */
public final class ShellView extends BorderPane {
    private static final String TRAIN = "train";
    private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");
    private static final double TOAST_MARGIN = 16;
    private static final long MESSAGE_NANOS = 8_000_000_000L;

    private final ShellModel model;
    private final Appearance appearance;
    private final List<ViewEntry> views;
    private final Map<String, Node> made = new HashMap<>();
    private final ScrollPane stage = new ScrollPane();
    private final VBox banners = new VBox();
    private final Spotlight spotlight = new Spotlight();
    private final InputEcho echo;
    private final ExplainPane explanation;
    private final VBox foot = new VBox();
    private final StackPane middle = new StackPane();
    private Predicate<KeyEvent> moreKeys = event -> false;
    private String said = "";
    private long saidAt;

    /** Around {@code views}, the first of which is shown first. */
    public ShellView(ShellModel model, Appearance appearance, List<ViewEntry> views) {
        this.model = model;
        this.appearance = appearance;
        this.views = List.copyOf(views);
        getStyleClass().add("shell");
        stage.getStyleClass().add("view-stage");
        // A view fills the window; where the window is too small for it, one scrolls down rather than losing the end.
        stage.setFitToWidth(true);
        stage.setFitToHeight(true);
        stage.setFocusTraversable(false);
        banners.getStyleClass().add("banners");
        setLeft(new Rail(model, this.views, appearance));
        VBox above = new VBox(new TopBar(model), banners, new KeptPane(model, appearance));
        explanation = new ExplainPane(appearance, model::look);
        addEventHandler(Explain.ASKED, explanation::show);
        middle.getChildren()
                .addAll(
                        stage,
                        toast(),
                        new KeysPane(model, this.views),
                        new FindPane(model, this.views, appearance),
                        explanation);
        foot.getChildren().add(new StatusLine(model));
        setCenter(new BorderPane(middle, above, null, foot, null));
        echo = new InputEcho(model);
        getChildren().addAll(spotlight, echo, new FrozenFrame(model));
        switched(ShellCommand.PRESENT, model.presentingProperty());
        switched(ShellCommand.FREEZE, model.frozenProperty());
        switched(ShellCommand.SHOW_INPUT, model.inputShownProperty());
        model.on(ShellCommand.EXPLAIN, this::explain);
        switched(ShellCommand.FIND, model.findShownProperty());
        switched(ShellCommand.SHOW_KEYS, model.keysShownProperty());
        model.explainShownProperty().bindBidirectional(explanation.shownProperty());
        appearance.presentingProperty().bind(model.presentingProperty());
        model.presentingProperty().addListener((observed, before, now) -> pseudoClassStateChanged(PRESENTING, now));
        model.emProperty().bind(appearance.textSizeProperty());
        model.roomProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> getWidth() * Appearance.BASE_SIZE / appearance.em(),
                        widthProperty(),
                        appearance.textSizeProperty()));
        model.viewProperty().addListener((observed, before, now) -> showView());
        model.notices().addListener((ListChangeListener<Notice>) change -> showNotices());
        showView();
        showNotices();
    }

    private void switched(ShellCommand command, BooleanProperty on) {
        model.on(command, () -> on.set(!on.get()));
    }

    /** Makes a styled scene of this shell in which the keys work. */
    public Scene scene(double width, double height) {
        Scene scene = new Scene(this, width, height);
        // The ground from the first moment, before anything is laid out.
        scene.setFill(appearance.colors().of(Token.GROUND));
        appearance.apply(scene);
        spotlight.attach(scene);
        echo.attach(scene);
        new ShellKeys(model, appearance, views.stream().map(ViewEntry::key).toList(), event -> moreKeys.test(event))
                .attach(scene);
        return scene;
    }

    /** Decides what keys do before they mean what they always mean; true where they mean something else for now. */
    public void onKeys(Predicate<KeyEvent> keys) {
        moreKeys = keys;
    }

    /** Decides what becomes of files of these kinds that are dropped anywhere on the window. */
    public void onDrop(Predicate<Path> ours, Consumer<Path> open) {
        addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (dropped(event).anyMatch(ours)) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        addEventFilter(DragEvent.DRAG_DROPPED, event -> {
            List<Path> files = dropped(event).filter(ours).toList();
            if (!files.isEmpty()) {
                files.forEach(open);
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private static Stream<Path> dropped(DragEvent event) {
        return event.getDragboard().getFiles().stream().map(File::toPath);
    }

    /** Puts something below the views that stays where it is when they change. */
    public void below(Node strip) {
        foot.getChildren().add(strip);
    }

    /** Puts something over the views that is hidden until it is wanted. */
    public void overViews(Node pane) {
        middle.getChildren().add(pane);
    }

    /** Puts something over the whole window that has its own place and lets the mouse through. */
    public void over(Node sign) {
        getChildren().add(sign);
    }

    /** A part of the view that is shown, by its id; the whole view where there is none. */
    public Node part(String id) {
        Node found = id.isEmpty() ? null : stage.getContent().lookup("#" + id);
        if (found == null) {
            return stage;
        }
        scrollTo(found);
        return found;
    }

    /** Scrolls the view so that a part of it can be seen, where it is longer than the window. */
    private void scrollTo(Node part) {
        Bounds all = stage.getContent().getLayoutBounds();
        Bounds there = stage.getContent().sceneToLocal(part.localToScene(part.getLayoutBounds()));
        double room = stage.getViewportBounds().getHeight();
        double beyond = all.getHeight() - room;
        if (beyond > 0) {
            double middle = there.getCenterY() - room / 2;
            stage.setVvalue(Math.max(0, Math.min(1, middle / beyond)));
            stage.layout();
        }
    }

    /** The panel the keyboard is in, or the first one of the view; a second time puts the explanation away. */
    private void explain() {
        if (explanation.shownProperty().get()) {
            explanation.shownProperty().set(false);
        } else if (!Explain.around(getScene().getFocusOwner())) {
            Explain.around(stage.getContent());
        }
    }

    /** Lets the last message fade and the spotlight go out; with every tick, at {@code now} in nanoseconds. */
    public void tick(long now) {
        spotlight.tick(now);
        echo.tick(now);
        explanation.tick(now);
        String message = model.messageProperty().get();
        if (!message.equals(said)) {
            said = message;
            saidAt = now;
        } else if (!message.isEmpty() && now - saidAt > MESSAGE_NANOS) {
            model.messageProperty().set("");
        }
    }

    /** The last message where there is no status line. */
    private Label toast() {
        Label toast = new Label();
        toast.getStyleClass().add("toast");
        toast.setWrapText(true);
        toast.setMouseTransparent(true);
        // Passing words make no room for themselves.
        toast.setMinHeight(0);
        toast.textProperty().bind(model.messageProperty());
        toast.visibleProperty()
                .bind(model.isNarrow().and(model.messageProperty().isNotEmpty()));
        StackPane.setAlignment(toast, Pos.BOTTOM_LEFT);
        StackPane.setMargin(toast, new Insets(TOAST_MARGIN));
        return toast;
    }

    private void showView() {
        ViewEntry entry = views.get(model.viewProperty().get());
        model.atTrainProperty().set(entry.id().equals(TRAIN));
        stage.setContent(made.computeIfAbsent(entry.id(), id -> entry.node().get()));
        stage.setVvalue(0);
    }

    private void showNotices() {
        banners.getChildren()
                .setAll(model.notices().stream()
                        .map(notice -> new Banner(notice, () -> model.notices().remove(notice)))
                        .toList());
    }
}

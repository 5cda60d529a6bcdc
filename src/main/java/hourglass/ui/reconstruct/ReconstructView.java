package hourglass.ui.reconstruct;

import hourglass.core.spec.listing.Idea;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Explain;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Theme;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.OwnImageModel;
import hourglass.ui.reconstruct.Comparison.Via;
import java.util.List;
import java.util.Optional;
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

/** Reconstruct: one test image large on its way through the code and back, and the test images to pick it from. */
public final class ReconstructView extends VBox {
    private final ReconstructModel model;

    /** Shows {@code model}, which computes only while this is in a window; {@code own} makes images of one's own. */
    public ReconstructView(ReconstructModel model, Appearance appearance, OwnImageModel own) {
        this.model = model;
        getStyleClass().addAll("view", "reconstruct-view");
        model.groundProperty().bind(appearance.themeProperty().map(Theme::ground));
        model.shownProperty().bind(sceneProperty().isNotNull());
        Node hero = new HeroPane(model, appearance).node();
        hero.visibleProperty().bind(model.problemProperty().isEmpty());
        getChildren()
                .addAll(
                        bar(),
                        new StackPane(hero, problem()),
                        more(appearance),
                        new GalleryPane(model, appearance, own).node());
    }

    private Node bar() {
        Label name = new Label();
        name.getStyleClass().add("headline");
        name.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Words.chosen(model), model.selectedProperty(), model.picturesProperty()));
        SegmentedChoice<Via> via = new SegmentedChoice<>(List.of(Via.values()), ReconstructView::words);
        via.valueProperty().bindBidirectional(model.viaProperty());
        Tips.add(via, Messages.text("reconstruct.via.tip"));
        FlowPane left = new FlowPane(
                16, 8, name, Explain.button(Idea.SQUARED_ERROR, Idea.TRANSPOSED_CONVOLUTION), via, given());
        left.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox bar = new HBox(16, left, again());
        bar.setMinHeight(Region.USE_PREF_SIZE);
        return bar;
    }

    private Button again() {
        Button again = new Button(Messages.text("reconstruct.again"), Icons.RESTART.node());
        again.setId("reconstruct-again");
        again.getStyleClass().add("accent");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.disableProperty().bind(model.selectedProperty().map(Optional::isEmpty));
        again.setOnAction(event -> model.film().play());
        Tips.add(again, Messages.text("reconstruct.again.tip"));
        return again;
    }

    /** Film and meter side by side where there is room, else one below the other. */
    private Node more(Appearance appearance) {
        Region meter = new CompressionPane(model.compression(), appearance).node();
        FilmPane film = new FilmPane(model.film(), appearance);
        FlowPane more = new FlowPane(44, 16, film.node(), meter);
        more.getStyleClass().add("reconstruct-more");
        more.setMinHeight(Region.USE_PREF_SIZE);
        more.widthProperty()
                .addListener((observed, before, now) -> film.fit(now.doubleValue(), 44 + meter.prefWidth(-1)));
        return more;
    }

    private static String words(Via via) {
        return switch (via) {
            case NETWORK -> Messages.text("reconstruct.row.network");
            case PCA -> Messages.text("reconstruct.row.pca");
        };
    }

    /** Offered where there is a choice: a network that never saw noise is given none. */
    private Node given() {
        SegmentedChoice<Boolean> given = new SegmentedChoice<>(List.of(true, false), ReconstructView::words);
        given.valueProperty().set(model.spoilingProperty().get());
        given.valueProperty()
                .addListener((observed, before, now) -> model.spoilingProperty().set(now));
        model.spoilingProperty()
                .addListener((observed, before, now) -> given.valueProperty().set(now));
        given.setId("reconstruct-given");
        given.visibleProperty().bind(model.denoiserProperty());
        given.managedProperty().bind(given.visibleProperty());
        Tips.add(given, Messages.text("reconstruct.given.tip"));
        return given;
    }

    private static String words(boolean noisy) {
        return Messages.text(noisy ? "reconstruct.given.noisy" : "reconstruct.given.clean");
    }

    private Node problem() {
        Label words = new Label("", Icons.WARNING.node());
        words.textProperty().bind(model.problemProperty());
        words.setWrapText(true);
        words.visibleProperty().bind(words.textProperty().isNotEmpty());
        return words;
    }

    /** What can be saved from this view. */
    public List<Exportable> exports() {
        return ReconstructExports.of(model);
    }
}

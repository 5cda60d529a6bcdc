package hourglass.ui.inside;

import hourglass.core.color.GreyMap;
import hourglass.core.color.SignedErrorMap;
import hourglass.ui.inside.SurgeryModel.Operated;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageTiles;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Code surgery: the bars of the code to drag, and beside the output as it was the output as it is. */
final class SurgeryPane {
    private static final int SCALE = 9;
    /** Signed differences beyond this have the colour of this, as in Reconstruct. */
    private static final double RANGE = 0.3;

    private final InsideModel model;
    private final SurgeryModel surgery;
    private final Appearance appearance;
    private final Tile original;
    private final Tile before;
    private final Tile now;
    private final Tile change;
    private final Label speed = new Label();
    private final VBox pane;
    private long unpainted;

    /** A picture with a title above and a line below. */
    private static final class Tile {
        private final ImageGridView picture;
        private final Label title;
        private final Label below = new Label();

        Tile(Appearance appearance, String name, String id) {
            picture = new ImageGridView(appearance)
                    .columns(1)
                    .rows(1)
                    .scale(SCALE)
                    .gap(0);
            title = new Label(name);
            title.getStyleClass().add("strong");
            below.setId(id);
            below.getStyleClass().add("soft");
        }

        Node node() {
            return new VBox(4, title, picture, below);
        }
    }

    SurgeryPane(InsideModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
        surgery = model.surgery();
        original = new Tile(appearance, Messages.text("inside.surgery.original"), "inside-surgery-original");
        before = new Tile(appearance, Messages.text("inside.surgery.before"), "inside-surgery-before");
        now = new Tile(appearance, Messages.text("inside.surgery.now"), "inside-surgery-now");
        change = new Tile(appearance, Messages.text("inside.surgery.change"), "inside-surgery-change");
        Tips.add(now.below, Messages.text("inside.surgery.error.tip"));
        Tips.add(before.below, Messages.text("inside.surgery.error.tip"));
        FlowPane pictures = new FlowPane(28, 12, original.node(), before.node(), now.node(), change.node());
        pictures.setMinHeight(Region.USE_PREF_SIZE);
        KnifePane knife = new KnifePane(surgery, appearance);
        Tips.add(knife, Messages.text("inside.knife.tip"));
        VBox.setVgrow(knife, Priority.ALWAYS);
        pane = new VBox(12, pictures, tools(), knife);
        surgery.operatedProperty().addListener((observed, old, fresh) -> show(fresh));
        appearance
                .themeProperty()
                .addListener((observed, old, fresh) ->
                        show(surgery.operatedProperty().get()));
        pane.sceneProperty().addListener((observed, old, scene) -> follow(scene));
        show(surgery.operatedProperty().get());
    }

    Node node() {
        return pane;
    }

    private Node tools() {
        Button silence = button("inside-silence", Messages.text("inside.surgery.silence"));
        silence.setOnAction(event -> surgery.silence(surgery.selectedProperty().get()));
        silence.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.text(
                                surgery.isSilenced(surgery.selectedProperty().get())
                                        ? "inside.surgery.wake"
                                        : "inside.surgery.silence"),
                        surgery.codeProperty(),
                        surgery.selectedProperty()));
        Tips.add(silence, Messages.text("inside.surgery.silence.tip"));
        Button back = button("inside-restore", Messages.text("inside.surgery.restore"));
        back.getStyleClass().add("accent");
        back.setGraphic(Icons.RESTART.node());
        back.setOnAction(event -> surgery.restoreAll());
        back.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> surgery.changed() == 0, surgery.codeProperty()));
        Tips.add(back, Messages.text("inside.surgery.restore.tip"));
        Label count = new Label();
        count.setId("inside-changed");
        count.getStyleClass().add("soft");
        count.textProperty()
                .bind(Bindings.createStringBinding(() -> Words.changed(surgery.changed()), surgery.codeProperty()));
        speed.getStyleClass().addAll("soft", "small", "numbers");
        speed.visibleProperty().bind(model.measuringProperty());
        speed.managedProperty().bind(speed.visibleProperty());
        FlowPane tools = new FlowPane(12, 8, silence, back, count, speed);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.setMinHeight(Region.USE_PREF_SIZE);
        return tools;
    }

    private static Button button(String id, String words) {
        Button button = new Button(words);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void show(Optional<Operated> made) {
        made.ifPresent(result -> {
            grey(original, result.original());
            grey(before, result.before());
            grey(now, result.now());
            SignedErrorMap colors = SignedErrorMap.on(appearance.ground(), RANGE);
            int[] argb = new int[result.now().length];
            colors.fill(result.before(), result.now(), 0, argb.length, argb);
            picture(change, argb);
            before.below.setText(Messages.text("inside.surgery.error", Words.error(result.errorBefore())));
            now.below.setText(Words.changedError(result.errorBefore(), result.errorNow()));
            change.below.setText(Messages.text("inside.surgery.legend"));
            unpainted = result.movedAt();
        });
    }

    private void grey(Tile tile, float[] pixels) {
        int[] argb = new int[pixels.length];
        GreyMap.fill(pixels, 0, pixels.length, argb, 0);
        picture(tile, argb);
    }

    private void picture(Tile tile, int[] argb) {
        model.insideProperty()
                .get()
                .ifPresent(inside -> tile.picture.show(ImageTiles.ofPacked(
                        argb, inside.look().test().width(), inside.look().test().height())));
    }

    /** Drawings are painted while they are laid out, so that at the end of that every picture is on its canvas. */
    private void follow(Scene scene) {
        if (scene != null) {
            scene.addPostLayoutPulseListener(this::painted);
        }
    }

    private void painted() {
        if (unpainted != 0 && model.measuringProperty().get()) {
            surgery.meter().painted(unpainted, System.nanoTime());
            speed.setText(surgery.meter().inWords());
        }
        unpainted = 0;
    }
}

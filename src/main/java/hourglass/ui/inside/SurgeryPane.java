package hourglass.ui.inside;

import hourglass.core.color.GreyMap;
import hourglass.core.color.SignedErrorMap;
import hourglass.core.color.Token;
import hourglass.ui.inside.SurgeryModel.Operated;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Fonts;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageTiles;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

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

    /** The numbers of the code as bars that are dragged; behind each as it was. */
    private static final class KnifePane extends CanvasPane {
        private static final double PAD = 12;
        private static final double WIDEST = 56;
        /** Beyond the largest number there is still room to drag to. */
        private static final double ROOM = 1.4;

        private final SurgeryModel model;
        private double reach = 1;

        KnifePane(SurgeryModel model, Appearance appearance) {
            super(appearance);
            this.model = model;
            setId("inside-knife");
            getStyleClass().add("inside-walk");
            setFocusTraversable(true);
            setCursor(Cursor.V_RESIZE);
            setAccessibleText(Messages.text("inside.knife.tip"));
            setMinHeight(160);
            setPrefHeight(220);
            setOnMousePressed(this::pressed);
            setOnMouseDragged(this::drag);
            setOnMouseReleased(event -> fit());
            setOnKeyPressed(this::typed);
            model.codeProperty().addListener((observed, before, now) -> follow(before, now));
            model.selectedProperty().addListener((observed, before, now) -> repaint());
            fit();
        }

        private void follow(float[] before, float[] now) {
            if (before.length != now.length) {
                fit();
            }
            repaint();
        }

        /** The scale stands still while a bar is dragged. */
        private void fit() {
            double most = 0;
            float[] code = model.codeProperty().get();
            for (int i = 0; i < code.length; i++) {
                most = Math.max(most, Math.max(Math.abs(code[i]), Math.abs(model.own(i))));
            }
            reach = most > 0 ? ROOM * most : 1;
            repaint();
        }

        private double step() {
            return Math.min(
                    WIDEST, paintWidth() / Math.max(1, model.codeProperty().get().length));
        }

        private double left() {
            return (paintWidth() - step() * model.codeProperty().get().length) / 2;
        }

        private boolean isSigned() {
            float[] code = model.codeProperty().get();
            for (int i = 0; i < code.length; i++) {
                if (code[i] < 0 || model.own(i) < 0) {
                    return true;
                }
            }
            return false;
        }

        private double zero(double height) {
            double bottom = height - 1.6 * em();
            return isSigned() ? Math.round((PAD + bottom) / 2) : bottom;
        }

        private double unit(double height) {
            return (zero(height) - PAD) / reach;
        }

        @Override
        protected void paint(Brush brush) {
            float[] code = model.codeProperty().get();
            double zero = zero(brush.height());
            for (int i = 0; i < code.length; i++) {
                bar(brush, i, code[i], zero);
            }
            brush.g().setStroke(brush.color(Token.BORDER_STRONG));
            brush.hairline(0, zero, brush.width(), zero);
            int chosen = model.selectedProperty().get();
            if (chosen < code.length) {
                chosen(brush, chosen, code[chosen], zero);
            }
        }

        private void bar(Brush brush, int index, float value, double zero) {
            double x = left() + index * step();
            double wide = Math.max(1, step() - (step() >= 6 ? 3 : step() >= 3 ? 1 : 0));
            double was = model.own(index) * unit(brush.height());
            double is = value * unit(brush.height());
            brush.g().setFill(brush.color(value < 0 ? Token.NEGATIVE : Token.ACCENT));
            brush.g().fillRect(x, Math.min(zero, zero - is), wide, Math.abs(is));
            if (value != model.own(index)) {
                brush.g().setStroke(brush.color(Token.INK_SOFT));
                brush.g().setLineWidth(1);
                brush.g().strokeRect(x + 0.5, Math.min(zero, zero - was) + 0.5, Math.max(1, wide - 1), Math.abs(was));
            }
        }

        /** A handle at the end of the bar, and its number. */
        private void chosen(Brush brush, int index, float value, double zero) {
            double x = left() + index * step();
            double wide = Math.max(3, step() - 3);
            double end = zero - value * unit(brush.height());
            brush.g().setFill(brush.color(Token.SELECTION));
            brush.roundRect(x - 3, end - 3, wide + 6, 6, 3);
            brush.g().setFill(brush.color(Token.INK));
            double middle = Math.max(4 * em(), Math.min(brush.width() - 4 * em(), x + wide / 2));
            brush.text(
                    Messages.text("inside.knife.number", Integer.toString(index + 1), Words.number(value)),
                    middle,
                    brush.height() - 0.7 * em(),
                    Fonts.words(em()),
                    TextAlignment.CENTER);
        }

        private void pressed(MouseEvent event) {
            requestFocus();
            Point2D point = sheet().sceneToLocal(event.getSceneX(), event.getSceneY());
            int index = (int) Math.floor((point.getX() - left()) / step());
            if (index < 0 || index >= model.codeProperty().get().length) {
                return;
            }
            model.selectedProperty().set(index);
            if (event.getButton() == MouseButton.SECONDARY || event.getClickCount() == 2) {
                model.silence(index);
            }
        }

        private void drag(MouseEvent event) {
            if (event.getButton() != MouseButton.PRIMARY) {
                return;
            }
            Point2D point = sheet().sceneToLocal(event.getSceneX(), event.getSceneY());
            double value = (zero(paintHeight()) - point.getY()) / unit(paintHeight());
            model.set(model.selectedProperty().get(), (float)
                    Math.max(isSigned() ? -reach : -0.2 * reach, Math.min(reach, value)));
        }

        private void typed(KeyEvent event) {
            int chosen = model.selectedProperty().get();
            int count = model.codeProperty().get().length;
            if (count == 0) {
                return;
            }
            float now = model.codeProperty().get()[chosen];
            switch (event.getCode()) {
                case LEFT -> model.selectedProperty().set(Math.max(0, chosen - 1));
                case RIGHT -> model.selectedProperty().set(Math.min(count - 1, chosen + 1));
                case HOME -> model.selectedProperty().set(0);
                case END -> model.selectedProperty().set(count - 1);
                case UP -> model.set(chosen, (float) (now + reach / 40));
                case DOWN -> model.set(chosen, (float) (now - reach / 40));
                case DELETE -> model.silence(chosen);
                case BACK_SPACE -> model.restore(chosen);
                default -> {
                    return;
                }
            }
            event.consume();
        }
    }
}

package hourglass.ui.oddities;

import hourglass.core.color.GreyMap;
import hourglass.core.color.Token;
import hourglass.session.measure.Mixture;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.HoverImage;
import hourglass.ui.pictures.ImageCard;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageTiles;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Images just under and just over the threshold and the most suspect of all; odd ones are framed. */
final class SuspectsPane {
    private static final int FEW = 4;
    private static final int MORE = 4;
    private static final int AMONG = 24;
    private static final int SCALE = 2;
    private static final int SIDE = 28;

    private final OdditiesModel model;
    private final Group under;
    private final Group over;
    private final Group top;
    private final Label odd = new Label();
    private final HoverImage hover;
    private Optional<Group> hovered = Optional.empty();
    private final FlowPane pane;

    SuspectsPane(OdditiesModel model, Appearance appearance) {
        this.model = model;
        hover = new HoverImage(appearance);
        hover.setId("oddities-hover");
        under = new Group("under", FEW, appearance);
        over = new Group("over", FEW, appearance);
        top = new Group("top", MORE, appearance);
        odd.getStyleClass().addAll("soft");
        odd.setId("oddities-top");
        top.box.getChildren().add(odd);
        pane = new FlowPane(32, 12, under.box, over.box, top.box);
        pane.setMinHeight(Region.USE_PREF_SIZE);
        InvalidationListener show = changed -> show();
        model.foundProperty().addListener(show);
        model.thresholdProperty().addListener(show);
        model.portraitProperty().addListener(changed -> hovered.ifPresent(Group::showCard));
        show();
    }

    Node node() {
        return pane;
    }

    /** The card of the image under the pointer, for the view to put over everything. */
    HoverImage hover() {
        return hover;
    }

    private void show() {
        Optional<Found> found = model.foundProperty().get();
        double threshold = model.thresholdProperty().get();
        under.show(found, found.map(all -> all.under(threshold, FEW)).orElse(List.of()));
        over.show(found, found.map(all -> all.over(threshold, FEW)).orElse(List.of()));
        top.show(found, found.map(all -> all.top(MORE)).orElse(List.of()));
        odd.setText(found.map(all -> Words.top(all, AMONG)).orElse(""));
    }

    /** Some images side by side. */
    private final class Group {
        private final ImageGridView strip;
        private final VBox box;
        private final int columns;
        private List<Integer> images = List.of();
        private int tile = -1;
        private double pointerX;

        Group(String id, int columns, Appearance appearance) {
            this.columns = columns;
            strip = new ImageGridView(appearance)
                    .columns(columns)
                    .scale(SCALE)
                    .gap(12)
                    .onHover(this::hovered)
                    .onClick(this::clicked);
            strip.setId("oddities-" + id);
            strip.addEventFilter(MouseEvent.MOUSE_MOVED, event -> pointerX = event.getSceneX());
            strip.getStyleClass().add("image-table");
            strip.setFocusTraversable(true);
            strip.setAccessibleText(Messages.text("oddities.suspects.tip"));
            strip.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
                    move(event.getCode() == KeyCode.LEFT ? -1 : 1);
                    event.consume();
                }
            });
            Label title = new Label(title(id));
            title.getStyleClass().add("strong");
            title.setMinWidth(Region.USE_PREF_SIZE);
            // Not on the pictures: there the card speaks.
            Tips.add(title, Messages.text("oddities.suspects.tip"));
            box = new VBox(8, title, strip);
        }

        private static String title(String id) {
            return switch (id) {
                case "under" -> Messages.text("oddities.suspects.under");
                case "over" -> Messages.text("oddities.suspects.over");
                default -> Messages.text("oddities.suspects.top");
            };
        }

        void show(Optional<Found> found, List<Integer> now) {
            if (found.isEmpty()) {
                images = List.of();
                // Room is kept, so that nothing moves when they come.
                strip.show(ImageTiles.ofPacked(new int[columns * SIDE * SIDE], SIDE, SIDE));
                strip.framed(Set.of(), Token.DANGER);
                return;
            }
            Mixture mixture = found.get().mixture();
            images = now;
            strip.show(tiles(mixture, now, columns));
            Set<Integer> framed = new HashSet<>();
            for (int i = 0; i < now.size(); i++) {
                if (mixture.isOdd(now.get(i))) {
                    framed.add(i);
                }
            }
            strip.framed(framed, Token.DANGER);
            strip.selectedProperty().set(-1);
        }

        private void move(int step) {
            int next = Math.max(
                    0, Math.min(images.size() - 1, strip.selectedProperty().get() + step));
            clicked(next);
        }

        private void clicked(int tile) {
            strip.requestFocus();
            if (tile < images.size()) {
                strip.selectedProperty().set(tile);
                point(tile);
            }
        }

        private void hovered(int now) {
            tile = now;
            hovered = now >= 0 && now < images.size() ? Optional.of(this) : Optional.empty();
            point(now);
            showCard();
        }

        /** At once as it is, and again with what the network makes of it. */
        private void showCard() {
            Optional<Found> found = model.foundProperty().get();
            boolean any = found.isPresent() && tile >= 0 && tile < images.size();
            hover.show(
                    any ? Optional.of(card(found.get().mixture(), images.get(tile))) : Optional.empty(),
                    strip,
                    pointerX);
        }

        private ImageCard card(Mixture mixture, int image) {
            float[] pixels = mixture.images(image, 1);
            ImageCard card = ImageCard.alone(
                    image,
                    mixture.index(image),
                    mixture.className(image),
                    mixture.test().width(),
                    greys(pixels));
            return model.portraitProperty()
                    .get()
                    .filter(portrait ->
                            portrait.image() == image && portrait.mixture().id().equals(mixture.id()))
                    .map(portrait -> card.with(
                            new ImageCard.Output(greys(portrait.pixels().image(2)), portrait.error())))
                    .orElse(card);
        }

        private void point(int tile) {
            if (tile >= 0 && tile < images.size()) {
                model.point(images.get(tile));
            }
        }
    }

    private static int[] greys(float[] pixels) {
        int[] argb = new int[pixels.length];
        GreyMap.fill(pixels, 0, pixels.length, argb, 0);
        return argb;
    }

    /** Always so many places, black where there are fewer images, so that nothing moves. */
    static ImageTiles tiles(Mixture mixture, List<Integer> images, int places) {
        int width = mixture.test().width();
        int height = mixture.test().height();
        int pixels = width * height;
        int[] argb = new int[places * pixels];
        for (int i = 0; i < images.size(); i++) {
            float[] one = mixture.images(images.get(i), 1);
            GreyMap.fill(one, 0, pixels, argb, i * pixels);
        }
        return ImageTiles.ofPacked(argb, width, height);
    }
}

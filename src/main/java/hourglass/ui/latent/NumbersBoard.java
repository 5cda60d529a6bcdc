package hourglass.ui.latent;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.latent.NumbersModel.Kl;
import hourglass.ui.latent.NumbersModel.Strips;
import hourglass.ui.pictures.ImageGridView;
import hourglass.ui.pictures.ImageTiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All numbers of a code at once: how much each says, its slider, and the strip of what it does alone. */
final class NumbersBoard {
    private final SpaceModel space;
    private final NumbersModel numbers;
    private final Label finding = new Label();
    private final Label place = new Label();
    private final HBox pages;
    private final List<Row> rows = new ArrayList<>();
    private final ScrollPane scroll;

    /** One number. */
    private static final class Row {
        private final NumberRow slider;
        private final ProgressBar bar = new ProgressBar(0);
        private final Label nats = new Label();
        private final ImageGridView strip;
        private final HBox node;

        Row(SpaceModel space, Appearance appearance) {
            slider = new NumberRow(space);
            bar.getStyleClass().add("kl-bar");
            nats.getStyleClass().addAll("numbers", "kl-nats");
            nats.setMinWidth(Region.USE_PREF_SIZE);
            strip = new ImageGridView(appearance)
                    .columns(NumbersModel.STEPS)
                    .scale(1)
                    .gap(2);
            strip.setAccessibleText(Messages.text("latent.board.strip"));
            strip.setMinWidth(NumbersModel.STEPS * 30);
            Tips.add(strip, Messages.text("latent.board.strip"));
            HBox.setHgrow(slider.node(), Priority.ALWAYS);
            node = new HBox(12, slider.node(), strip, bar, nats);
            node.setAlignment(Pos.CENTER_LEFT);
        }

        void visible(Boolean there) {
            node.setVisible(there);
            node.setManaged(there);
        }

        void kl(Optional<Kl> kl, int number) {
            bar.setVisible(kl.isPresent());
            bar.setManaged(kl.isPresent());
            nats.setVisible(kl.isPresent());
            nats.setManaged(kl.isPresent());
            kl.ifPresent(all -> {
                bar.setProgress(all.nats()[number] / Math.max(1e-9, all.most()));
                nats.setText(
                        all.isDead(number) ? Messages.text("latent.board.dead") : Words.number(all.nats()[number]));
            });
        }
    }

    NumbersBoard(LatentModel model, Appearance appearance) {
        space = model.space();
        numbers = model.numbers();
        finding.setWrapText(true);
        finding.setMinHeight(Region.USE_PREF_SIZE);
        finding.getStyleClass().add("strong");
        pages = pages();
        VBox list = new VBox(6, finding, pages);
        list.setId("latent-board");
        for (int i = 0; i < NumbersModel.PAGE; i++) {
            Row row = new Row(space, appearance);
            rows.add(row);
            list.getChildren().add(row.node);
        }
        scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("latent-board");
        space.mapProperty().addListener((observed, before, now) -> refresh());
        space.spotProperty().addListener((observed, before, now) -> refresh());
        space.cutProperty().addListener((observed, before, now) -> refresh());
        numbers.pageProperty().addListener((observed, before, now) -> refresh());
        numbers.klProperty().addListener((observed, before, now) -> refresh());
        numbers.stripsProperty().addListener((observed, before, now) -> draw(now));
        refresh();
    }

    Node node() {
        return scroll;
    }

    private HBox pages() {
        Button back = new Button(Messages.text("latent.numbers.back"));
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(event -> turn(-1));
        Button on = new Button(Messages.text("latent.numbers.on"));
        on.setId("latent-board-on");
        on.setMinWidth(Region.USE_PREF_SIZE);
        on.setOnAction(event -> turn(1));
        place.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, back, place, on);
        row.getStyleClass().add("row");
        return row;
    }

    private void turn(int by) {
        numbers.pageProperty().set(Math.floorMod(numbers.pageProperty().get() + by, numbers.pages()));
    }

    private void refresh() {
        LatentMap map = space.mapProperty().get().orElse(null);
        Optional<float[]> code = space.code();
        int[] shown = numbers.numbers();
        Optional<Kl> kl = numbers.klProperty().get();
        for (int i = 0; i < rows.size(); i++) {
            boolean there = map != null
                    && i < shown.length
                    && code.filter(all -> all.length == numbers.count()).isPresent();
            rows.get(i).visible(there);
            if (there && map != null) {
                rows.get(i).slider.show(shown[i], code.orElseThrow()[shown[i]], map);
                rows.get(i).kl(kl.filter(all -> all.nats().length == numbers.count()), shown[i]);
            }
        }
        pages.setVisible(numbers.pages() > 1);
        pages.setManaged(numbers.pages() > 1);
        int from = numbers.pageProperty().get() * NumbersModel.PAGE;
        place.setText(Messages.text(
                "latent.numbers.page",
                Integer.toString(Math.min(numbers.count(), from + 1)),
                Integer.toString(from + shown.length),
                Integer.toString(numbers.count())));
        finding.setText(
                kl.map(NumbersBoard::finding).orElse(map == null || map.look().isVariational() ? "" : plain()));
    }

    private static String plain() {
        return Messages.text("latent.board.plain");
    }

    /** "KL per number in nats; numbers 3 and 7 are dead." */
    private static String finding(Kl kl) {
        int[] dead = kl.dead();
        return switch (dead.length) {
            case 0 -> Messages.text("latent.board.alive");
            case 1 -> Messages.text("latent.board.dead-one", Integer.toString(dead[0]));
            default ->
                Messages.text(
                        "latent.board.dead-some",
                        Arrays.stream(dead).mapToObj(Integer::toString).collect(Collectors.joining(", ")));
        };
    }

    private void draw(Optional<Strips> strips) {
        strips.ifPresent(all -> {
            for (int row = 0; row < all.numbers().length && row < rows.size(); row++) {
                rows.get(row).strip.show(part(all.images(), row));
            }
        });
    }

    private static ImageTiles part(ImageTiles all, int row) {
        int w = all.imageWidth();
        int h = all.imageHeight();
        int[] argb = new int[NumbersModel.STEPS * w * h];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = all.argb(row * NumbersModel.STEPS + i / (w * h), i % w, i / w % h);
        }
        return ImageTiles.ofPacked(argb, w, h);
    }
}

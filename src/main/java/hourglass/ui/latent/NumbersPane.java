package hourglass.ui.latent;

import hourglass.core.latent.PlaneChoice;
import hourglass.session.look.Look;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The numbers of the code as sliders, those that vary most first, and which of them make the plane. */
final class NumbersPane {
    private static final int PAGE = 6;

    private final SpaceModel space;
    private final List<NumberRow> rows = new ArrayList<>();
    private final Label note = new Label();
    private final ComboBox<Integer> pageChoice = new ComboBox<>();
    private final HBox planeRow;
    private final HBox pageRow;
    private final ComboBox<Integer> first = new ComboBox<>();
    private final ComboBox<Integer> second = new ComboBox<>();
    private final SegmentedChoice<PlaneChoice.Kind> kind =
            new SegmentedChoice<>(List.of(PlaneChoice.Kind.values()), NumbersPane::words);
    private final VBox content;
    private int[] order = new int[0];
    private @Nullable Look shown;
    private int page;

    NumbersPane(LatentModel model) {
        space = model.space();
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().addAll("soft", "small");
        planeRow = new HBox(8, kind, first, second);
        planeRow.getStyleClass().add("row");
        pageRow = pages();
        VBox sliders = new VBox(4);
        for (int i = 0; i < PAGE; i++) {
            NumberRow row = new NumberRow(space);
            rows.add(row);
            sliders.getChildren().add(row.node());
        }
        content = new VBox(12, planeRow, sliders, pageRow, note);
        connect();
        space.mapProperty().addListener((observed, before, now) -> follow(now));
        space.spotProperty().addListener((observed, before, now) -> refresh());
        space.cutProperty().addListener((observed, before, now) -> refresh());
        follow(space.mapProperty().get());
    }

    Node node() {
        return content;
    }

    Label note() {
        return note;
    }

    private static String words(PlaneChoice.Kind kind) {
        return switch (kind) {
            case PRINCIPAL -> Messages.text("latent.plane.principal");
            case DIMENSIONS -> Messages.text("latent.plane.dimensions");
        };
    }

    private void connect() {
        Tips.add(kind, Messages.text("latent.plane.tip"));
        Tips.add(first, Messages.text("latent.plane.first.tip"));
        Tips.add(second, Messages.text("latent.plane.second.tip"));
        first.setAccessibleText(Messages.text("latent.plane.first.tip"));
        second.setAccessibleText(Messages.text("latent.plane.second.tip"));
        for (ComboBox<Integer> box : List.of(first, second)) {
            box.visibleProperty().bind(kind.valueProperty().isEqualTo(PlaneChoice.Kind.DIMENSIONS));
            box.managedProperty().bind(box.visibleProperty());
            box.valueProperty().addListener((observed, before, now) -> choose());
        }
        kind.valueProperty().addListener((observed, before, now) -> choose());
    }

    private HBox pages() {
        Button back = new Button(Messages.text("latent.numbers.back"));
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(event -> turn(-1));
        Tips.add(back, Messages.text("latent.numbers.page.tip"));
        Button on = new Button(Messages.text("latent.numbers.on"));
        on.setMinWidth(Region.USE_PREF_SIZE);
        on.setOnAction(event -> turn(1));
        Tips.add(on, Messages.text("latent.numbers.page.tip"));
        back.setId("latent-numbers-back");
        on.setId("latent-numbers-on");
        pageChoice.setId("latent-numbers-page");
        pageChoice.setCellFactory(list -> pageCell());
        pageChoice.setButtonCell(pageCell());
        pageChoice.setAccessibleText(Messages.text("latent.numbers.page.tip"));
        pageChoice.valueProperty().addListener((observed, before, now) -> {
            if (now != null && now != page) {
                page = now;
                refresh();
            }
        });
        Tips.add(pageChoice, Messages.text("latent.numbers.page.tip"));
        HBox row = new HBox(8, back, pageChoice, on);
        row.getStyleClass().add("row");
        return row;
    }

    private void turn(int step) {
        pageChoice.setValue(Math.floorMod(page + step, pageCount()));
    }

    private int pageCount() {
        return Math.max(1, (order.length + PAGE - 1) / PAGE);
    }

    private ListCell<Integer> pageCell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(Integer number, boolean empty) {
                super.updateItem(number, empty);
                setText(empty || number == null ? "" : pageWords(number));
            }
        };
    }

    private String pageWords(int number) {
        return Messages.text(
                "latent.numbers.page",
                Integer.toString(Math.min(order.length, number * PAGE + 1)),
                Integer.toString(Math.min(order.length, (number + 1) * PAGE)),
                Integer.toString(order.length));
    }

    private void choose() {
        Integer x = first.getValue();
        Integer y = second.getValue();
        boolean both = x != null && y != null && !x.equals(y);
        if (kind.valueProperty().get() == PlaneChoice.Kind.PRINCIPAL) {
            space.planeProperty().set(PlaneChoice.PRINCIPAL);
        } else if (both) {
            space.planeProperty().set(PlaneChoice.dimensions(x - 1, y - 1));
        }
    }

    private void follow(Optional<LatentMap> map) {
        int[] now = map.map(shown -> shown.codes().byVariance()).orElse(new int[0]);
        Look look = map.map(LatentMap::look).orElse(null);
        boolean otherSize = now.length != order.length;
        // While the network learns the rows keep their places, or one would slip from under the hand.
        if (otherSize || (look != null && !look.isSameRun(shown))) {
            order = now;
            page = 0;
        }
        shown = look;
        if (otherSize) {
            List<Integer> names = new ArrayList<>();
            for (int d = 1; d <= now.length; d++) {
                names.add(d);
            }
            first.setItems(FXCollections.observableArrayList(names));
            second.setItems(FXCollections.observableArrayList(names));
            pageChoice.setItems(FXCollections.observableArrayList(
                    IntStream.range(0, pageCount()).boxed().toList()));
            if (now.length > 1) {
                first.setValue(now[0] + 1);
                second.setValue(now[1] + 1);
            }
        }
        boolean many = now.length > 2;
        planeRow.setVisible(many);
        planeRow.setManaged(many);
        pageRow.setVisible(now.length > PAGE);
        pageRow.setManaged(now.length > PAGE);
        note.setText(
                many
                        ? Messages.text("latent.numbers.many", Integer.toString(now.length))
                        : Messages.text("latent.numbers.two"));
        refresh();
    }

    private void refresh() {
        LatentMap map = space.mapProperty().get().orElse(null);
        Optional<float[]> code = space.code();
        for (int i = 0; i < PAGE; i++) {
            int place = page * PAGE + i;
            boolean there =
                    map != null && place < order.length && code.isPresent() && code.get().length == order.length;
            rows.get(i).node().setVisible(there);
            rows.get(i).node().setManaged(there);
            if (there && map != null) {
                rows.get(i).show(order[place], code.orElseThrow()[order[place]], map);
            }
        }
        pageChoice.setValue(page);
    }
}

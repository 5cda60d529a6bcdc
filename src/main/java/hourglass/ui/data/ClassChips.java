package hourglass.ui.data;

import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** One chip per class with its colour, word and number of images; pressing them decides which classes are shown. */
final class ClassChips {
    private static final int MOST_WITHOUT_SCROLLING = 24;

    private final DataModel model;
    private final FlowPane flow = new FlowPane();
    private final StackPane place = new StackPane();
    private final List<ToggleButton> chips = new ArrayList<>();
    private final List<Label> numbers = new ArrayList<>();

    ClassChips(DataModel model) {
        this.model = model;
        flow.getStyleClass().add("chips");
        flow.setMinHeight(Region.USE_PREF_SIZE);
        place.setMinHeight(Region.USE_PREF_SIZE);
        model.factsProperty().addListener((observed, before, now) -> {
            if (!before.classNames().equals(now.classNames())) {
                build(now);
            } else if (!before.counts().equals(now.counts())) {
                showCounts(now);
            }
        });
        model.samples().classes().addListener((SetChangeListener<Integer>) change -> mark());
        build(model.factsProperty().get());
    }

    /** So many classes as to fill the view get a place in which they scroll. */
    Node node() {
        return place;
    }

    private void build(PartFacts facts) {
        List<String> names = facts.classNames();
        chips.clear();
        numbers.clear();
        chips.add(all());
        for (int c = 0; c < names.size(); c++) {
            chips.add(ofClass(c, names.get(c), names.size()));
        }
        flow.getChildren().setAll(chips);
        showCounts(facts);
        place.getChildren().setAll(names.size() > MOST_WITHOUT_SCROLLING ? scrolling() : flow);
        mark();
    }

    private Node scrolling() {
        ScrollPane scroll = new ScrollPane(flow);
        scroll.getStyleClass().add("chip-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private ToggleButton all() {
        ToggleButton chip = chip(new HBox(new Label(Messages.text("data.chip.all")), number()));
        chip.setAccessibleText(Messages.text("data.chip.all"));
        Tips.add(chip, Messages.text("data.chip.all.tip"));
        chip.setOnAction(event -> {
            model.samples().showAllClasses();
            mark();
        });
        return chip;
    }

    private ToggleButton ofClass(int label, String name, int classes) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll(hourglass.ui.kit.ClassChips.swatch(label, classes));
        ToggleButton chip = chip(new HBox(swatch, new Label(name), number()));
        chip.setAccessibleText(name);
        Tips.add(chip, Messages.text("data.chip.tip", name));
        chip.setOnAction(event -> model.samples().toggle(label));
        return chip;
    }

    private static ToggleButton chip(HBox content) {
        content.getStyleClass().add("row");
        content.setAlignment(Pos.CENTER_LEFT);
        ToggleButton chip = new ToggleButton("", content);
        chip.getStyleClass().add("chip");
        return chip;
    }

    private Label number() {
        Label number = new Label();
        number.getStyleClass().addAll("numbers", "faint");
        numbers.add(number);
        return number;
    }

    private void showCounts(PartFacts facts) {
        numbers.get(0).setText(DataWords.number(facts.total()));
        for (int c = 0; c < facts.counts().size(); c++) {
            numbers.get(c + 1).setText(DataWords.number(facts.counts().get(c)));
            chips.get(c + 1).setDisable(facts.counts().get(c) == 0);
        }
    }

    private void mark() {
        chips.get(0).setSelected(model.samples().classes().isEmpty());
        for (int c = 1; c < chips.size(); c++) {
            chips.get(c).setSelected(model.samples().classes().contains(c - 1));
        }
    }
}

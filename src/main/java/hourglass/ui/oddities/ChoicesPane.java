package hourglass.ui.oddities;

import hourglass.core.noise.Damage;
import hourglass.session.look.Look;
import hourglass.session.measure.Odd;
import hourglass.session.measure.OddityScore;
import hourglass.ui.kit.ClassFilter;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What counts as odd, by which score it is looked for, and the training that leaves a class out. */
final class ChoicesPane {
    private static final int ROWS = 14;
    /** Data that one need not look for. */
    private static final List<String> SETS = List.of("sketchwear", "mnist", "kmnist", "fashion-mnist");

    private final OdditiesModel model;
    private final Supplier<Optional<Path>> chooseFolder;
    private final FlowPane pane;

    ChoicesPane(OdditiesModel model, Supplier<Optional<Path>> chooseFolder) {
        this.model = model;
        this.chooseFolder = chooseFolder;
        pane = new FlowPane(
                12,
                8,
                words("oddities.odd-is"),
                kind(),
                only(classes(), Odd.Kind.CLASS),
                only(damages(), Odd.Kind.DAMAGE),
                only(sets(), Odd.Kind.SET),
                only(folder(), Odd.Kind.SET),
                train(),
                trainWithAll(),
                words("oddities.by"),
                scores(),
                words("oddities.apart"),
                apart());
        pane.setAlignment(Pos.CENTER_LEFT);
        pane.setMinHeight(Region.USE_PREF_SIZE);
    }

    Node node() {
        return pane;
    }

    private static Label words(String key) {
        Label label = new Label(Messages.text(key));
        label.getStyleClass().add("soft");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Node kind() {
        SegmentedChoice<Odd.Kind> kind =
                new SegmentedChoice<>(List.of(Odd.Kind.CLASS, Odd.Kind.DAMAGE, Odd.Kind.SET), Words::kind);
        kind.setId("oddities-kind");
        kind.valueProperty().bindBidirectional(model.kindProperty());
        Tips.add(kind, Messages.text("oddities.kind.tip"));
        return kind;
    }

    private <N extends Node> N only(N node, Odd.Kind kind) {
        return shown(node, model.kindProperty().isEqualTo(kind));
    }

    private static <N extends Node> N shown(N node, ObservableBooleanValue when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    private Node classes() {
        ComboBox<String> box = box("oddities-class", "oddities.class.tip", Function.identity());
        follow(box, model.classNameProperty());
        model.classNamesProperty().addListener((observed, before, now) -> fill(box, now, model.classNameProperty()));
        fill(box, model.classNamesProperty().get(), model.classNameProperty());
        return box;
    }

    private Node damages() {
        ComboBox<Damage> box = box("oddities-damage", "oddities.damage.tip", Words::damage);
        box.getItems().setAll(Damage.values());
        follow(box, model.damageProperty());
        return box;
    }

    private Node sets() {
        ComboBox<String> box = box("oddities-set", "oddities.set.tip", ChoicesPane::setName);
        box.getItems().setAll(SETS);
        model.setProperty().addListener((observed, before, now) -> {
            // A folder is one of them from then on, or nothing would be said of it.
            if (!box.getItems().contains(now)) {
                box.getItems().add(now);
            }
        });
        follow(box, model.setProperty());
        return box;
    }

    private static String setName(String key) {
        return switch (key) {
            case "sketchwear" -> "Sketchwear";
            case "mnist" -> "MNIST";
            case "kmnist" -> "KMNIST";
            case "fashion-mnist" -> "Fashion-MNIST";
            default -> String.valueOf(Path.of(key).getFileName());
        };
    }

    private Node folder() {
        Button button = new Button(Messages.text("oddities.folder"), Icons.OPEN.node());
        button.setId("oddities-folder");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add("flat");
        button.setOnAction(event -> chooseFolder.get().map(Path::toString).ifPresent(model.setProperty()::set));
        Tips.add(button, Messages.text("oddities.folder.tip"));
        return button;
    }

    private Node scores() {
        ComboBox<OddityScore> box = box("oddities-score", "oddities.score.tip", Words::score);
        model.lookProperty().addListener((observed, before, now) -> fill(box, offered(now), model.scoreProperty()));
        fill(box, offered(model.lookProperty().get()), model.scoreProperty());
        follow(box, model.scoreProperty());
        return box;
    }

    private static List<OddityScore> offered(Optional<Look> look) {
        return look.map(now -> OddityScore.of(now.experiment().model())).orElse(List.of(OddityScore.SQUARED_ERROR));
    }

    private Node apart() {
        return ClassFilter.box(
                "oddities-apart",
                Messages.text("oddities.apart.tip"),
                model.classNamesProperty(),
                model.labelProperty());
    }

    private static <T> ComboBox<T> box(String id, String tip, Function<T, String> inWords) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setVisibleRowCount(ROWS);
        box.setAccessibleText(Messages.text(tip));
        Tips.add(box, Messages.text(tip));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : inWords.apply(value);
            }

            @Override
            public T fromString(String words) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        return box;
    }

    /** Both ways; a list that is filled anew chooses nothing for a moment, which is no choice by hand. */
    private static <T> void follow(ComboBox<T> box, Property<T> value) {
        box.setValue(value.getValue());
        value.addListener((observed, before, now) -> box.setValue(now));
        box.setOnAction(event -> {
            T chosen = box.getValue();
            if (chosen != null && box.getItems().contains(chosen)) {
                value.setValue(chosen);
            }
        });
    }

    private static <T> void fill(ComboBox<T> box, List<T> items, Property<T> value) {
        if (!items.equals(box.getItems())) {
            box.getItems().setAll(items);
        }
        box.setValue(value.getValue());
    }

    /** Back to all classes, where the network that is shown lacks one. */
    private Node trainWithAll() {
        Button button = new Button(Messages.text("oddities.train-all"));
        button.setId("oddities-train-all");
        button.getStyleClass().add("flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> model.trainWithAll());
        Tips.add(button, Messages.text("oddities.train-all.tip"));
        return shown(
                button,
                Bindings.createBooleanBinding(
                        () -> model.lookProperty()
                                .get()
                                .flatMap(look -> look.experiment().data().without())
                                .isPresent(),
                        model.lookProperty()));
    }

    private Node train() {
        Button button = new Button("", Icons.PLAY.node());
        button.setId("oddities-train");
        button.getStyleClass().add("accent");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty().bind(model.classNameProperty().map(name -> Messages.text("oddities.train", name)));
        button.setOnAction(event -> model.trainWithout());
        button.disableProperty()
                .bind(model.problemProperty()
                        .isNotEmpty()
                        .or(model.lookProperty().isEqualTo(Optional.empty())));
        Tips.add(button, Messages.text("oddities.train.tip"));
        return only(button, Odd.Kind.CLASS);
    }
}

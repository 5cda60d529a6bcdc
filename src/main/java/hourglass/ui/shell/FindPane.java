package hourglass.ui.shell;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Choice;
import hourglass.ui.kit.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Every view, network, command, data set and figure by name, over the view; what was found before stands first. */
final class FindPane extends StackPane {
    private static final int MOST = 8;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final ShellModel model;
    private final List<ViewEntry> views;
    private final Appearance appearance;
    private final TextField field = new TextField();
    private final VBox rows = new VBox();
    private final List<String> recent = new ArrayList<>();
    private List<Found> found = List.of();
    private int chosen;

    /** Something that can be found and done. */
    private record Found(String name, String detail, Runnable run) {
        boolean has(String[] words) {
            String all = (name + " " + detail).toLowerCase(Locale.ROOT);
            return Arrays.stream(words).allMatch(all::contains);
        }

        boolean begins(String words) {
            return name.toLowerCase(Locale.ROOT).startsWith(words);
        }
    }

    FindPane(ShellModel model, List<ViewEntry> views, Appearance appearance) {
        this.model = model;
        this.views = views;
        this.appearance = appearance;
        setId("find");
        getStyleClass().add("keys-pane");
        field.setId("find-words");
        field.setPromptText(Messages.text("find.prompt"));
        field.setAccessibleText(Messages.text("find.prompt"));
        field.textProperty().addListener((observed, before, now) -> fill());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        rows.getStyleClass().add("find-rows");
        VBox box = new VBox(field, rows);
        box.getStyleClass().addAll("keys-box", "find-box");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        box.setOnMouseClicked(event -> event.consume());
        setAlignment(box, Pos.TOP_CENTER);
        getChildren().add(box);
        setOnMouseClicked(event -> model.findShownProperty().set(false));
        visibleProperty().bind(model.findShownProperty());
        managedProperty().bind(visibleProperty());
        model.findShownProperty().addListener((observed, before, shown) -> opened(shown));
    }

    private void opened(Boolean shown) {
        if (shown) {
            field.clear();
            fill();
            field.requestFocus();
        } else {
            getScene().getRoot().requestFocus();
        }
    }

    private void fill() {
        String query = field.getText().strip().toLowerCase(Locale.ROOT);
        String[] words = query.split("\\s+");
        found = all().stream()
                .filter(each -> each.has(words))
                .sorted(Comparator.comparing((Found each) -> !each.begins(query))
                        .thenComparing(each -> recent.contains(each.name()) ? recent.indexOf(each.name()) : MOST))
                .limit(MOST)
                .toList();
        chosen = 0;
        rows.getChildren().setAll(found.stream().map(this::row).toList());
        if (found.isEmpty()) {
            Label nothing = new Label(Messages.text("find.nothing"));
            nothing.getStyleClass().add("soft");
            rows.getChildren().add(nothing);
        }
        mark();
    }

    private List<Found> all() {
        List<Found> all = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            int index = i;
            all.add(new Found(views.get(i).title(), views.get(i).tip(), () -> model.viewProperty()
                    .set(index)));
        }
        model.networkEntries()
                .forEach(each -> all.add(new Found(each.title(), each.line(), () -> model.pick(each.pick()))));
        all.addAll(commands());
        all.add(new Found(Messages.text("shell.theme"), Messages.text("shell.theme.tip"), appearance::switchTheme));
        all.add(new Found(Messages.text("shell.text-larger"), "Ctrl +", appearance::larger));
        all.add(new Found(Messages.text("shell.text-smaller"), "Ctrl −", appearance::smaller));
        all.add(new Found(Messages.text("shell.text-reset"), "Ctrl 0", appearance::resetTextSize));
        model.dataChoices().forEach(each -> all.add(choice(each, Messages.text("view.data"))));
        model.exportChoices().forEach(each -> all.add(choice(each, Messages.text("shell.export"))));
        return all;
    }

    private List<Found> commands() {
        List<Found> all = new ArrayList<>();
        all.add(command(ShellCommand.TOGGLE_TRAINING, Messages.text("keys.train"), Messages.text("key.space")));
        all.add(command(ShellCommand.STEP, Messages.text("shell.step"), Messages.text("shell.step.tip")));
        all.add(command(ShellCommand.STOP, Messages.text("shell.stop"), Messages.text("shell.stop.tip")));
        all.add(command(ShellCommand.RESTART_SAME, Messages.text("shell.restart"), Messages.text("shell.restart.tip")));
        all.add(command(
                ShellCommand.RESTART_NEW, Messages.text("shell.restart-new"), Messages.text("shell.restart-new.tip")));
        all.add(command(
                ShellCommand.UNDO, named("undo.undo", model.undoTextProperty().get()), "Ctrl Z"));
        all.add(command(
                ShellCommand.REDO, named("undo.redo", model.redoTextProperty().get()), "Ctrl Shift Z"));
        all.add(command(ShellCommand.OPEN, Messages.text("shell.open"), Messages.text("shell.open.detail")));
        all.add(command(ShellCommand.SAVE, Messages.text("shell.save"), Messages.text("shell.save.detail")));
        all.add(command(
                ShellCommand.SAVE_BEST, model.bestTextProperty().get(), Messages.text("shell.save.best.detail")));
        all.add(command(ShellCommand.OWN_IMAGE, Messages.text("keys.own"), Messages.text("own.open.tip")));
        all.add(command(
                ShellCommand.SAVE_SESSION, Messages.text("session.save"), Messages.text("session.save.detail")));
        all.add(command(ShellCommand.LESSON, Messages.text("shell.lesson"), Messages.text("shell.lesson.tip")));
        all.add(command(ShellCommand.PRESENT, Messages.text("keys.present"), "F11"));
        all.add(command(ShellCommand.FREEZE, Messages.text("keys.freeze"), "F8"));
        all.add(command(ShellCommand.SHOW_INPUT, Messages.text("keys.input"), "F9"));
        all.add(command(ShellCommand.EXPLAIN, Messages.text("keys.explain"), "F1"));
        all.add(command(ShellCommand.SHOW_KEYS, Messages.text("keys.title"), "?"));
        all.add(command(
                ShellCommand.TOGGLE_HEARTBEAT,
                Messages.text("status.heartbeat"),
                Messages.text("status.heartbeat.tip")));
        all.removeIf(each -> each.name().isEmpty());
        return all;
    }

    private static String named(String key, String step) {
        return step.isEmpty() ? "" : Messages.text(key, step);
    }

    private Found command(ShellCommand command, String name, String detail) {
        boolean possible = model.enabledProperty(command).get();
        return new Found(possible ? name : "", detail, () -> model.run(command));
    }

    private static Found choice(Choice choice, String detail) {
        return new Found(choice.text(), detail, choice.run());
    }

    private Node row(Found each) {
        Label name = new Label(each.name());
        name.getStyleClass().add("network-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label detail = new Label(each.detail());
        detail.getStyleClass().add("network-line");
        detail.setWrapText(true);
        HBox.setHgrow(detail, Priority.ALWAYS);
        HBox row = new HBox(name, detail);
        row.getStyleClass().add("find-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setOnMouseClicked(event -> run(each));
        return row;
    }

    private void mark() {
        for (int i = 0; i < rows.getChildren().size(); i++) {
            rows.getChildren().get(i).pseudoClassStateChanged(SELECTED, i == chosen && !found.isEmpty());
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case ENTER -> {
                if (!found.isEmpty()) {
                    run(found.get(chosen));
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        chosen = Math.floorMod(chosen + by, Math.max(1, found.size()));
        mark();
    }

    private void run(Found each) {
        recent.remove(each.name());
        recent.add(0, each.name());
        recent.subList(Math.min(MOST, recent.size()), recent.size()).clear();
        model.findShownProperty().set(false);
        each.run().run();
    }
}

package hourglass.ui.shell;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Menus;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Theme;
import hourglass.ui.kit.Tips;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;

/** The views on the left, each an icon and a word, and below them how the window looks. */
final class Rail extends VBox {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final ToggleGroup group = new ToggleGroup();
    private final BooleanBinding narrow;
    /** Whether there is no room for words, across or down. */
    private final BooleanBinding tight;

    Rail(ShellModel model, List<ViewEntry> views, Appearance appearance) {
        getStyleClass().add("rail");
        setAlignment(Pos.TOP_CENTER);
        narrow = model.isNarrow();
        // What all entries need with their words below their icons.
        tight = narrow.or(heightProperty()
                .lessThan(model.emProperty().multiply(5.5 + 3.8 * views.size()).add(170 + 4 * views.size())));
        getChildren().add(mark());
        for (int i = 0; i < views.size(); i++) {
            getChildren().add(viewButton(model, views.get(i), i));
        }
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        VBox foot = new VBox(lesson(model), export(model), textSizeMenu(appearance), themeButton(appearance));
        foot.setAlignment(Pos.CENTER);
        foot.getStyleClass().add("rail-foot");
        foot.visibleProperty().bind(model.presentingProperty().not());
        foot.managedProperty().bind(foot.visibleProperty());
        getChildren().addAll(space, foot);
        model.viewProperty().addListener((observed, before, now) -> mark(now.intValue()));
        mark(model.viewProperty().get());
        narrow.addListener((observed, before, now) -> pseudoClassStateChanged(NARROW, now));
        pseudoClassStateChanged(NARROW, narrow.get());
        tight.addListener((observed, before, now) -> pseudoClassStateChanged(TIGHT, now));
        pseudoClassStateChanged(TIGHT, tight.get());
    }

    /** An hourglass with the code in its waist. */
    private static Node mark() {
        Polygon in = new Polygon(4, 3, 28, 3, 20, 13, 12, 13);
        Polygon out = new Polygon(12, 19, 20, 19, 28, 29, 4, 29);
        in.getStyleClass().add("mark-flow");
        out.getStyleClass().add("mark-flow");
        Rectangle code = new Rectangle(12, 12, 8, 8);
        code.getStyleClass().add("mark-code");
        StackPane mark = new StackPane(new Group(in, out, code));
        mark.getStyleClass().add("mark");
        return mark;
    }

    private ToggleButton viewButton(ShellModel model, ViewEntry view, int index) {
        ToggleButton button = new ToggleButton(view.title(), view.icon().node());
        button.setId("view-" + view.id());
        button.contentDisplayProperty()
                .bind(tight.map(small -> small ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TOP));
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(view.title());
        button.setOnAction(event -> {
            model.viewProperty().set(index);
            mark(index);
        });
        Tips.add(button, Messages.text("view.tip", view.title(), view.tip()), Integer.toString(view.key()));
        return button;
    }

    private void mark(int index) {
        for (int i = 0; i < group.getToggles().size(); i++) {
            group.getToggles().get(i).setSelected(i == index);
        }
    }

    private static Button lesson(ShellModel model) {
        Button button = new Button("", Icons.LESSON.node());
        button.getStyleClass().addAll("button-icon", "flat");
        button.setId("open-lesson");
        button.setAccessibleText(Messages.text("shell.lesson"));
        Tips.add(button, Messages.text("shell.lesson.tip"), "L");
        button.setOnAction(event -> model.run(ShellCommand.LESSON));
        return button;
    }

    private static MenuButton export(ShellModel model) {
        MenuButton menu = new MenuButton("", Icons.EXPORT.node());
        menu.getStyleClass().addAll("button-icon", "flat", "no-arrow");
        menu.setId("export");
        menu.setAccessibleText(Messages.text("shell.export"));
        Tips.add(menu, Messages.text("shell.export.tip"));
        Menus.follow(menu, model.exportChoices());
        return menu;
    }

    private static MenuButton textSizeMenu(Appearance appearance) {
        MenuButton menu = new MenuButton("", Icons.TEXT_SIZE.node());
        menu.getStyleClass().addAll("button-icon", "flat", "no-arrow");
        menu.setId("text-size");
        menu.setAccessibleText(Messages.text("shell.text-size"));
        Tips.add(menu, Messages.text("shell.text-size.tip"));
        menu.getItems()
                .setAll(
                        item(Messages.text("shell.text-larger"), "Shortcut+PLUS", appearance::larger),
                        item(Messages.text("shell.text-smaller"), "Shortcut+MINUS", appearance::smaller),
                        item(Messages.text("shell.text-reset"), "Shortcut+0", appearance::resetTextSize));
        return menu;
    }

    /** The key is shown only; the shell's keys act on it. */
    private static MenuItem item(String words, String key, Runnable action) {
        MenuItem item = new MenuItem(words + "   " + KeyCombination.valueOf(key).getDisplayText());
        item.setOnAction(event -> action.run());
        return item;
    }

    private static Button themeButton(Appearance appearance) {
        Button button = new Button();
        button.getStyleClass().addAll("button-icon", "flat");
        button.setId("theme");
        button.setAccessibleText(Messages.text("shell.theme"));
        Tips.add(button, Messages.text("shell.theme.tip"));
        button.setOnAction(event -> appearance.switchTheme());
        button.graphicProperty()
                .bind(appearance.themeProperty().map(theme -> (theme == Theme.DARK ? Icons.TO_LIGHT : Icons.TO_DARK)
                        .node()));
        return button;
    }
}

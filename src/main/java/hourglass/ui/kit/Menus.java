package hourglass.ui.kit;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** Menus that follow a list of choices. */
public final class Menus {
    private Menus() {}

    /** Shows the choices, now and whenever they change. */
    public static void follow(MenuButton menu, ObservableList<Choice> choices) {
        choices.addListener((ListChangeListener<Choice>) change -> fill(menu, choices));
        fill(menu, choices);
    }

    /** Shows the choices. */
    public static void fill(MenuButton menu, List<Choice> choices) {
        menu.getItems().setAll(choices.stream().map(Menus::item).toList());
        menu.setDisable(choices.isEmpty());
    }

    private static MenuItem item(Choice choice) {
        MenuItem item = new MenuItem(choice.text());
        // Without this an underscore in a file name would be taken for a key.
        item.setMnemonicParsing(false);
        item.setOnAction(event -> choice.run().run());
        return item;
    }
}

package hourglass.ui.kit;

import hourglass.core.color.Ground;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/** How the window looks: its theme and the size of its text. */
public final class Appearance {
    /** Text size at the start, in pixels. */
    public static final int BASE_SIZE = 16;

    private static final double PRESENTER = 1.5;
    private static final List<Integer> SIZES = List.of(14, 16, 18, 20, 24, 28, 32);

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.DARK);
    private final IntegerProperty chosenSize = new SimpleIntegerProperty(this, "chosenSize", BASE_SIZE);
    private final BooleanProperty presenting = new SimpleBooleanProperty(this, "presenting", false);
    private final ReadOnlyIntegerWrapper textSize = new ReadOnlyIntegerWrapper(this, "textSize", BASE_SIZE);
    private final ReadOnlyObjectWrapper<ThemeColors> colors =
            new ReadOnlyObjectWrapper<>(this, "colors", ThemeColors.of(Theme.DARK));

    /** Dark, at the base size. */
    public Appearance() {
        theme.addListener((observed, before, now) -> colors.set(ThemeColors.of(now)));
        textSize.bind(Bindings.createIntegerBinding(
                () -> (int) Math.round(chosenSize.get() * (presenting.get() ? PRESENTER : 1)), chosenSize, presenting));
    }

    /** The theme; setting it restyles every scene it was applied to. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** Whether the window is shown to a room, with all text half as large again. */
    public BooleanProperty presentingProperty() {
        return presenting;
    }

    /** Size of plain text that was chosen, in pixels. */
    public ReadOnlyIntegerProperty chosenSizeProperty() {
        return chosenSize;
    }

    /** Size of plain text in pixels, as it is shown. */
    public ReadOnlyIntegerProperty textSizeProperty() {
        return textSize.getReadOnlyProperty();
    }

    /** What everything stands on right now. */
    public Ground ground() {
        return theme.get().ground();
    }

    /** The colours of the theme, for painting. */
    public ReadOnlyObjectProperty<ThemeColors> colorsProperty() {
        return colors.getReadOnlyProperty();
    }

    /** The colours right now. */
    public ThemeColors colors() {
        return colors.get();
    }

    /** Size of plain text right now, in pixels. */
    public double em() {
        return textSize.get();
    }

    /** Dark to light or back. */
    public void switchTheme() {
        theme.set(theme.get().other());
    }

    /** One step larger, if there is one. */
    public void larger() {
        SIZES.stream().filter(size -> size > chosenSize.get()).findFirst().ifPresent(chosenSize::set);
    }

    /** One step smaller, if there is one. */
    public void smaller() {
        SIZES.stream()
                .filter(size -> size < chosenSize.get())
                .reduce((first, second) -> second)
                .ifPresent(chosenSize::set);
    }

    /** Back to the base size. */
    public void resetTextSize() {
        chosenSize.set(BASE_SIZE);
    }

    /** Styles {@code scene} now and whenever something changes. */
    public void apply(Scene scene) {
        theme.addListener((observed, before, now) -> style(scene));
        textSize.addListener((observed, before, now) -> style(scene));
        style(scene);
    }

    private void style(Scene scene) {
        Application.setUserAgentStylesheet(theme.get().baseStylesheet());
        scene.getStylesheets()
                .setAll(
                        Resources.url(theme.get().ground().tokenFile()),
                        Resources.url("/css/hourglass.css"),
                        sizeStylesheet());
    }

    /**
     * A style sheet rather than a style of the root, because pop-up windows have roots of their own. Icons are sized here
     * too: an icon is a letter whose font size is its icon size, so that em units would feed on themselves.
     */
    private String sizeStylesheet() {
        int size = textSize.get();
        String css = ".root { -fx-font-size: " + size + "px; }"
                + " .ikonli-font-icon { -fx-icon-size: " + Math.round(size * 1.2) + "px; }"
                + " .rail > .toggle-button .ikonli-font-icon { -fx-icon-size: 24px; }"
                + " .rail-foot .ikonli-font-icon { -fx-icon-size: 20px; }"
                + " .stale-mark { -fx-icon-size: " + size + "px; }";
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}

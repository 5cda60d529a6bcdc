package hourglass.ui.kit;

import hourglass.core.color.ClassForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One chip per class, in its colour and in words, of which one at most is chosen; with one for all, or as a legend. */
public final class ClassChips extends FlowPane {
    private final IntegerProperty chosen;
    private final Optional<AllClasses> all;
    private final UnaryOperator<String> tipOf;
    private final List<ToggleButton> chips = new ArrayList<>();

    /**
     * The chip for all classes.
     *
     * @param words on it
     * @param tip what it does
     */
    public record AllClasses(String words, String tip) {}

    /** With a chip for all; {@code chosen} is −1 for all. */
    public static ClassChips withAll(
            ObservableValue<List<String>> names, IntegerProperty chosen, AllClasses all, UnaryOperator<String> tipOf) {
        return new ClassChips(names, chosen, Optional.of(all), tipOf);
    }

    /** A legend: a click on the chosen class frees it again; {@code chosen} is −1 for none. */
    public static ClassChips legend(
            ObservableValue<List<String>> names, IntegerProperty chosen, UnaryOperator<String> tipOf) {
        ClassChips legend = new ClassChips(names, chosen, Optional.empty(), tipOf);
        legend.setMinHeight(Region.USE_PREF_SIZE);
        return legend;
    }

    private ClassChips(
            ObservableValue<List<String>> names,
            IntegerProperty chosen,
            Optional<AllClasses> all,
            UnaryOperator<String> tipOf) {
        this.chosen = chosen;
        this.all = all;
        this.tipOf = tipOf;
        getStyleClass().add("class-chips");
        names.addListener((observed, before, now) -> fill(now));
        chosen.addListener((observed, before, now) -> mark());
        fill(names.getValue());
    }

    private void fill(List<String> names) {
        chips.clear();
        all.ifPresent(each -> chips.add(chip(each.words(), each.tip(), null, -1)));
        for (int i = 0; i < names.size(); i++) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll(swatch(i, names.size()));
            chips.add(chip(names.get(i), tipOf.apply(names.get(i)), swatch, i));
        }
        getChildren().setAll(chips);
        mark();
    }

    /** The style classes of the square that stands for a class; of more than ten each has the form of its points. */
    public static List<String> swatch(int label, int classes) {
        String color = "class-" + label % ClassForm.COLORS;
        return classes <= ClassForm.COLORS
                ? List.of("swatch", color)
                : List.of("swatch", color, "form-" + ClassForm.of(label).name().toLowerCase(Locale.ROOT));
    }

    private ToggleButton chip(String words, String tip, @Nullable Region swatch, int value) {
        ToggleButton chip = new ToggleButton(words, swatch);
        chip.setMnemonicParsing(false);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.getStyleClass().add("chip");
        chip.setUserData(value);
        chip.setOnAction(event -> {
            boolean frees = all.isEmpty() && chosen.get() == value;
            chosen.set(frees ? -1 : value);
            mark();
        });
        Tips.add(chip, tip);
        return chip;
    }

    private void mark() {
        for (ToggleButton chip : chips) {
            chip.setSelected(chip.getUserData().equals(chosen.get()));
        }
    }
}

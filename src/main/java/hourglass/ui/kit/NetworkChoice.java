package hourglass.ui.kit;

import hourglass.session.look.Chooser;
import hourglass.session.look.Look;
import hourglass.session.look.Pick;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The networks a view can show and the one it shows, in words that stay while a network learns on. */
public final class NetworkChoice {
    private final Chooser chooser;
    private final ReadOnlyObjectWrapper<List<Option>> options = new ReadOnlyObjectWrapper<>(this, "options", List.of());
    private final ReadOnlyObjectWrapper<@Nullable Option> shown = new ReadOnlyObjectWrapper<>(this, "shown", null);

    /** For the view of this chooser; {@link #tick} fills it. */
    public NetworkChoice(Chooser chooser) {
        this.chooser = chooser;
        tick();
    }

    /** A network on offer. */
    public record Option(Pick pick, String words) {
        static Option of(Look look) {
            return new Option(look.pick(), Messages.text("look.line", LookWords.name(look), origin(look)));
        }

        private static String origin(Look look) {
            return switch (look.origin()) {
                case TRAINING -> Messages.text("look.in-training");
                case TONIGHT ->
                    Messages.text(
                            "look.tonight",
                            LookWords.trained(look),
                            Long.toString(look.experiment().seed()));
                case SHIPPED, FILE -> LookWords.state(look);
            };
        }
    }

    /** Looks once; FX thread. */
    public void tick() {
        List<Option> now = chooser.offered().stream().map(Option::of).toList();
        if (!now.equals(options.get())) {
            options.set(now);
        }
        Option one = Option.of(chooser.look());
        if (!one.equals(shown.get())) {
            shown.set(one);
        }
    }

    /** Shows this one in the view. */
    public void pick(Option option) {
        chooser.pick(option.pick());
        tick();
    }

    /** All there is. */
    public ReadOnlyObjectProperty<List<Option>> optionsProperty() {
        return options.getReadOnlyProperty();
    }

    /** What the view shows. */
    public ReadOnlyObjectProperty<@Nullable Option> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}

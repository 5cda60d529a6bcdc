package hourglass.ui.oddities;

import hourglass.core.data.OfficialSets;
import hourglass.core.data.Sketchwear;
import hourglass.core.noise.Damage;
import hourglass.session.file.ViewStates;
import hourglass.session.measure.Odd;
import hourglass.session.measure.OddityScore;
import hourglass.ui.kit.FigureCommand;
import hourglass.ui.kit.ViewMemory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the Oddities view is set. */
public final class OdditiesMemory {
    private OdditiesMemory() {}

    /** Of this view. */
    public static ViewMemory<ViewStates.Oddities> of(OdditiesModel model) {
        return new ViewMemory<>(
                () -> state(model),
                () -> model.shownProperty().get() && model.lookProperty().get().isPresent(),
                state -> set(model, state),
                state -> place(model, state));
    }

    private static ViewStates.Oddities state(OdditiesModel model) {
        return new ViewStates.Oddities(
                ViewStates.word(model.kindProperty().get()),
                Optional.of(model.classNameProperty().get()),
                model.damageProperty().get().id(),
                named(model.setProperty().get()),
                model.scoreProperty().get().id(),
                model.labelProperty().get(),
                model.moved ? Optional.of(model.thresholdProperty().get()) : Optional.empty(),
                model.pointed);
    }

    /** What makes the figures again. */
    public static Optional<FigureCommand> command(OdditiesModel model) {
        return model.foundProperty()
                .get()
                .map(all -> FigureCommand.of(
                        all.look(),
                        List.of("oddities", "--odd", all.mixture().odd().toString())));
    }

    private static void set(OdditiesModel model, ViewStates.Oddities state) {
        ViewStates.setting(Odd.Kind.class, state.kind()).ifPresent(model.kindProperty()::set);
        state.className().filter(model.classNamesProperty().get()::contains).ifPresent(model.classNameProperty()::set);
        Damage.byId(state.damage()).ifPresent(model.damageProperty()::set);
        // A name from a file may be that of a set, and not of a folder of this machine.
        Optional.of(state.set()).filter(OdditiesMemory::isKnown).ifPresent(model.setProperty()::set);
        ViewStates.setting(OddityScore.class, state.score())
                .filter(score -> OddityScore.of(model.lookProperty()
                                .get()
                                .orElseThrow()
                                .experiment()
                                .model())
                        .contains(score))
                .ifPresent(model.scoreProperty()::set);
        if (state.label() < model.classNamesProperty().get().size()) {
            model.labelProperty().set(state.label());
        }
    }

    /** The name of a set; a folder of this machine is nobody else's business. */
    private static String named(String set) {
        return isKnown(set) ? set : "";
    }

    private static boolean isKnown(String set) {
        return set.equals(Sketchwear.NAME.toLowerCase(Locale.ROOT))
                || OfficialSets.ALL.stream().anyMatch(official -> official.key().equals(set));
    }

    /** The threshold and the image wait for the numbers. */
    private static boolean place(OdditiesModel model, ViewStates.Oddities state) {
        if (model.foundProperty().get().isEmpty()) {
            return false;
        }
        state.threshold().ifPresent(model::moveThreshold);
        model.point(state.image());
        return true;
    }
}

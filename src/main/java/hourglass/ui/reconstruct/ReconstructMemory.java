package hourglass.ui.reconstruct;

import hourglass.session.file.ViewStates;
import hourglass.session.measure.ImageChoice.Order;
import hourglass.ui.kit.ViewMemory;
import hourglass.ui.reconstruct.Comparison.Via;

/** How the Reconstruct view is set. */
public final class ReconstructMemory {
    private ReconstructMemory() {}

    /** Of this view. */
    public static ViewMemory<ViewStates.Reconstruct> of(ReconstructModel model) {
        return new ViewMemory<>(
                () -> state(model),
                () -> model.shownProperty().get()
                        && !model.classNamesProperty().get().isEmpty(),
                state -> set(model, state),
                state -> choose(model, state.image()));
    }

    private static ViewStates.Reconstruct state(ReconstructModel model) {
        return new ViewStates.Reconstruct(
                ViewStates.word(model.orderProperty().get()),
                model.labelProperty().get(),
                model.drawSeedProperty().get(),
                ViewStates.word(model.viaProperty().get()),
                model.spoilingProperty().get(),
                model.selectedProperty().get().map(Comparison::index).orElse(-1));
    }

    private static void set(ReconstructModel model, ViewStates.Reconstruct state) {
        ViewStates.setting(Order.class, state.order()).ifPresent(model.orderProperty()::set);
        if (state.label() < model.classNamesProperty().get().size()) {
            model.labelProperty().set(state.label());
        }
        model.drawSeedProperty().set(state.drawSeed());
        ViewStates.setting(Via.class, state.via()).ifPresent(model.viaProperty()::set);
        model.spoilingProperty().set(state.spoiling());
    }

    /** Once it is in the grid, which for the best and the worst takes a while. */
    private static boolean choose(ReconstructModel model, int image) {
        return image < 0
                || model.picturesProperty()
                        .get()
                        .filter(all -> !model.waitingProperty().get() && all.columnOf(image) >= 0)
                        .map(all -> {
                            model.select(all.columnOf(image));
                            return true;
                        })
                        .orElse(false);
    }
}

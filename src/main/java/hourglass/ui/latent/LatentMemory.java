package hourglass.ui.latent;

import hourglass.core.latent.PlaneChoice;
import hourglass.session.file.ViewStates;
import hourglass.ui.kit.ViewMemory;
import java.util.List;

/** How the Latent view is set: where the handle and the ends of the path are, and which image is looked at. */
public final class LatentMemory {
    private LatentMemory() {}

    /** Of this view. */
    public static ViewMemory<ViewStates.Latent> of(LatentModel model) {
        return new ViewMemory<>(
                () -> state(model),
                () -> model.shownProperty().get(),
                state -> set(model, state),
                state -> place(model, state));
    }

    private static ViewStates.Latent state(LatentModel model) {
        PlaneChoice plane = model.space().planeProperty().get();
        int target = model.direction().targetProperty().get();
        return new ViewStates.Latent(
                new ViewStates.Plane(
                        model.besideProperty().get(),
                        ViewStates.word(model.backdropProperty().get()),
                        ViewStates.word(model.toolProperty().get()),
                        ViewStates.word(plane.kind()),
                        plane.first(),
                        plane.second()),
                model.isolatedProperty().get(),
                model.space().code().map(Anchor::new).map(Anchor::numbers).orElse(List.of()),
                model.path().state(),
                model.pick().state().map(pick -> new ViewStates.Picked(pick.image(), pick.seed(), target)),
                model.direction().strengthProperty().get());
    }

    private static void set(LatentModel model, ViewStates.Latent state) {
        model.besideProperty().set(state.look().beside());
        ViewStates.setting(Backdrop.class, state.look().backdrop()).ifPresent(model.backdropProperty()::set);
        ViewStates.setting(Tool.class, state.look().tool()).ifPresent(model.toolProperty()::set);
        if (state.isolated() < model.classNamesProperty().get().size()) {
            model.isolatedProperty().set(state.isolated());
        }
    }

    /** What lies in the space of the network waits for that. */
    private static boolean place(LatentModel model, ViewStates.Latent state) {
        if (!model.isSettled()) {
            return false;
        }
        int size = model.space().cutProperty().get().map(Cut::dimension).orElse(0);
        ViewStates.setting(PlaneChoice.Kind.class, state.look().plane())
                .map(kind -> new PlaneChoice(
                        kind, state.look().across(), state.look().up()))
                .filter(plane -> plane.first() < size && plane.second() < size && plane.first() != plane.second())
                .ifPresent(model.space().planeProperty()::set);
        state.path().ifPresent(model.path()::restore);
        state.image().ifPresent(picked -> {
            model.pick().restore(new PickModel.Pick(picked.image(), picked.seed()));
            model.direction().targetProperty().set(Math.max(0, picked.target()));
        });
        model.direction().strengthProperty().set(state.strength());
        model.space().moveOnto(Anchor.of(state.handle()).code());
        return true;
    }
}

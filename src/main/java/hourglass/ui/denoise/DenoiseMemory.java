package hourglass.ui.denoise;

import hourglass.core.data.ImageSet;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.listing.TrainListing;
import hourglass.session.file.ViewStates;
import hourglass.session.look.ChosenImage;
import hourglass.ui.kit.FigureCommand;
import hourglass.ui.kit.ViewMemory;
import hourglass.ui.pictures.BrushTip;
import hourglass.ui.pictures.Drawing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How the Denoise view is set, and what was painted there. */
public final class DenoiseMemory {
    private DenoiseMemory() {}

    /** Of this view. */
    public static ViewMemory<ViewStates.Denoise> of(DenoiseModel model) {
        return new ViewMemory<>(
                () -> state(model),
                () -> model.shownProperty().get()
                        && model.comparedProperty().get().isPresent(),
                state -> set(model, state));
    }

    /** What makes the figures again: of the first images of all classes, with nothing painted over them. */
    public static Optional<FigureCommand> command(DenoiseModel model) {
        boolean usual = model.labelProperty().get() < 0
                && model.shuffleProperty().get() == 0
                && model.drawings.all().isEmpty();
        return model.comparedProperty().get().filter(all -> usual && all.fits()).map(all -> {
            List<String> words = new ArrayList<>(List.of("render", "--no-map"));
            words.addAll(TrainListing.noise(new NoiseSpec(
                    model.kindProperty().get(), model.levelProperty().get())));
            words.addAll(List.of(
                    "--noise-seed", Long.toString(model.noiseSeedProperty().get())));
            return FigureCommand.of(all.look(), words);
        });
    }

    private static ViewStates.Denoise state(DenoiseModel model) {
        BrushTip tip = model.brushProperty().get();
        return new ViewStates.Denoise(
                new ViewStates.Level(
                        model.kindProperty().get(), model.levelProperty().get()),
                model.noiseSeedProperty().get(),
                model.labelProperty().get(),
                model.shuffleProperty().get(),
                model.selectedProperty().get(),
                ViewStates.word(model.repairedByProperty().get()),
                new ViewStates.Brush(ViewStates.word(tip.ink()), tip.size()),
                painted(model.drawings));
    }

    private static List<ViewStates.Painting> painted(Drawings drawings) {
        return drawings.all().entrySet().stream()
                .filter(each -> !each.getKey().isOwn())
                .sorted(Comparator.comparingInt(each -> each.getKey().index()))
                .map(each -> new ViewStates.Painting(
                        each.getKey().index(),
                        each.getValue().width(),
                        each.getValue().height(),
                        each.getValue().text()))
                .toList();
    }

    private static void set(DenoiseModel model, ViewStates.Denoise state) {
        model.kindProperty().set(state.noise().kind());
        model.levelProperty().set(Math.min(DenoiseModel.HIGHEST, state.noise().level()));
        model.noiseSeedProperty().set(state.noiseSeed());
        ImageSet test = model.comparedProperty().get().orElseThrow().test();
        if (state.label() < test.classCount()) {
            model.labelProperty().set(state.label());
        }
        model.shuffleProperty().set(state.shuffle());
        model.select(state.column());
        ViewStates.setting(PictureRow.class, state.repairedBy()).ifPresent(model.repairedByProperty()::set);
        ViewStates.setting(BrushTip.Ink.class, state.brush().ink()).ifPresent(ink -> model.brushProperty()
                .set(new BrushTip(ink, state.brush().size())));
        model.drawings.all().keySet().stream().filter(image -> !image.isOwn()).forEach(model.drawings::clear);
        state.painted().stream()
                .filter(each -> each.width() == test.width() && each.height() == test.height())
                .filter(each -> each.image() < test.size())
                .forEach(each -> model.drawings.put(
                        ChosenImage.test(each.image()), Drawing.of(each.width(), each.height(), each.pixels())));
        model.ask(0);
    }
}

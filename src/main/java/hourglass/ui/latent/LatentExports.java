package hourglass.ui.latent;

import hourglass.core.data.ImageBlock;
import hourglass.core.latent.Lattice;
import hourglass.core.latent.PlaneChoice;
import hourglass.core.plot.NiceTicks;
import hourglass.engine.train.Posteriors.Divergence;
import hourglass.figures.Attribution;
import hourglass.figures.DiceFigure;
import hourglass.figures.FigureAxes;
import hourglass.figures.ManifoldFigure;
import hourglass.figures.PathAnimation;
import hourglass.figures.PathFigure;
import hourglass.figures.ScatterData;
import hourglass.figures.ScatterFigure;
import hourglass.figures.Table;
import hourglass.figures.Tables;
import hourglass.session.look.Look;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Messages;
import hourglass.ui.latent.DiceModel.Drawn;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The figures of this view as files. */
final class LatentExports {
    private LatentExports() {}

    static List<Exportable> of(LatentModel model) {
        return List.of(
                new Exportable(Messages.text("latent.export.plane"), "latent-codes.png", () -> map(model)
                        .map(LatentExports::plane)),
                new Exportable(Messages.text("latent.export.manifold"), "latent-manifold.png", () -> manifold(model)),
                new Exportable(Messages.text("latent.export.path"), "latent-path.png", () -> strip(model)
                        .map(LatentExports::path)),
                new Exportable(Messages.text("latent.export.path"), "latent-path.gif", () -> strip(model)
                        .map(LatentExports::animation)),
                new Exportable(Messages.text("latent.export.table"), "latent-codes.csv", () -> map(model)
                        .map(LatentExports::table)),
                new Exportable(Messages.text("latent.export.dice"), "latent-dice.png", () -> drawn(model)
                        .map(LatentExports::dice)),
                new Exportable(Messages.text("latent.export.dice-table"), "latent-dice.csv", () -> drawn(model)
                        .map(now ->
                                Tables.dice(now.thrown(), now.look().data().train(), now.seed(), origin(now.look())))),
                new Exportable(Messages.text("latent.export.kl"), "latent-kl.csv", () -> model.numbers()
                        .klProperty()
                        .get()
                        .map(kl -> Tables.kl(new Divergence(kl.nats()), origin(kl.look())))));
    }

    private static Optional<LatentMap> map(LatentModel model) {
        return model.space().mapProperty().get();
    }

    private static Optional<Strip> strip(LatentModel model) {
        return model.path().stripProperty().get();
    }

    private static Optional<Drawn> drawn(LatentModel model) {
        return model.dice().drawnProperty().get().filter(now -> now.thrown()
                .nearest()
                .isPresent());
    }

    private static DiceFigure dice(Drawn drawn) {
        String from = drawn.source() == DiceModel.Source.PRIOR
                ? "drawn from N(0, 1)"
                : "drawn from a normal distribution fitted to the codes";
        return new DiceFigure(
                drawn.thrown(),
                drawn.look().data().train(),
                origin(drawn.look())
                        .line(
                                from + ", seed " + drawn.seed() + ", temperature " + drawn.temperature()
                                        + "; below each the nearest training image and the mean squared error between the two"));
    }

    private static Attribution origin(Look look) {
        return Attribution.of(look.snapshot(), look.data());
    }

    private static ScatterFigure plane(LatentMap map) {
        ScatterData points = new ScatterData(
                map.codes().places(),
                map.codes().sample().labels(),
                map.look().test().classNames());
        ScatterFigure figure = ScatterFigure.of(points, axes(map), origin(map.look()));
        return map.codes().dimension() == 2 && map.look().isVariational() ? figure.withPrior() : figure;
    }

    private static FigureAxes axes(LatentMap map) {
        if (map.codes().dimension() == 2) {
            return FigureAxes.CODE;
        }
        PlaneChoice choice = map.codes().choice();
        return choice.kind() == PlaneChoice.Kind.PRINCIPAL
                ? FigureAxes.PRINCIPAL
                : FigureAxes.numbers(choice.first(), choice.second());
    }

    private static Optional<ManifoldFigure> manifold(LatentModel model) {
        return model.manifold()
                .pictureProperty()
                .get()
                .filter(shown ->
                        shown.lattice().columns() > 1 && shown.lattice().rows() > 1)
                .flatMap(shown -> map(model).map(map -> manifold(shown, axes(map))));
    }

    /** It may be of weights a little older than those of the codes. */
    private static ManifoldFigure manifold(Manifold shown, FigureAxes axes) {
        Lattice lattice = shown.lattice();
        double[] xs =
                IntStream.range(0, lattice.columns()).mapToDouble(lattice::x).toArray();
        double[] upwards = IntStream.range(0, lattice.rows())
                .mapToDouble(row -> lattice.y(lattice.rows() - 1 - row))
                .toArray();
        String caption = origin(shown.look()).line("decoded at the middle of each picture");
        return new ManifoldFigure(shown.images().greys(), xs, upwards, axes, caption);
    }

    private static PathFigure path(Strip strip) {
        ImageBlock frames = strip.frames().greys();
        List<String> steps = IntStream.range(0, frames.count())
                .mapToObj(step -> NiceTicks.format((double) step / (frames.count() - 1), 2))
                .toList();
        return new PathFigure(
                List.of(new PathFigure.Row("A → B", "straight between codes", frames)),
                "share of the way",
                steps,
                origin(strip.look()).line());
    }

    private static PathAnimation animation(Strip strip) {
        return new PathAnimation(
                strip.fine().greys(), "A", "B", origin(strip.look()).line("straight between codes"));
    }

    private static Table table(LatentMap map) {
        int[] images = IntStream.range(0, map.codes().sample().count())
                .map(map.codes().sample()::image)
                .toArray();
        return Tables.points(map.look().test(), images, map.codes().places(), origin(map.look()));
    }
}

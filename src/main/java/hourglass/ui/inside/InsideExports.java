package hourglass.ui.inside;

import hourglass.figures.Attribution;
import hourglass.figures.Tables;
import hourglass.figures.UnitsFigure;
import hourglass.figures.WalkFigure;
import hourglass.session.look.Look;
import hourglass.ui.inside.InsideModel.Inside;
import hourglass.ui.inside.UnitsModel.Found;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Messages;
import java.util.List;

/** The figures of this view as files. */
final class InsideExports {
    private InsideExports() {}

    static List<Exportable> of(InsideModel model) {
        UnitsModel units = model.units();
        return List.of(
                new Exportable(Messages.text("inside.export.walk"), "activations.png", () -> model.insideProperty()
                        .get()
                        .map(InsideExports::walk)),
                new Exportable(Messages.text("inside.export.units"), "units.png", () -> units.foundProperty()
                        .get()
                        .map(InsideExports::units)),
                new Exportable(Messages.text("inside.export.table"), "units.csv", () -> units.foundProperty()
                        .get()
                        .map(found -> Tables.units(found.units(), found.look().test(), origin(found.look())))));
    }

    private static Attribution origin(Look look) {
        return Attribution.of(look.snapshot(), look.data());
    }

    private static WalkFigure walk(Inside now) {
        String name = now.image().name(now.look().test());
        return new WalkFigure(
                now.walk(),
                now.stages(),
                now.input().isNoisy() ? "Noisy " + name : name,
                origin(now.look())
                        .line(
                                now.image().isOwn()
                                        ? name
                                        : "test image " + now.image().index() + " (" + name + ")"));
    }

    private static UnitsFigure units(Found found) {
        return new UnitsFigure(
                found.units(),
                found.look().test().width(),
                origin(found.look()).line(found.units().words()));
    }
}

package hourglass.ui.map;

import hourglass.figures.Attribution;
import hourglass.figures.MapFigure;
import hourglass.figures.ProjectorExport;
import hourglass.figures.Table;
import hourglass.figures.Tables;
import hourglass.session.map.EmbeddingFrame;
import hourglass.session.map.EmbeddingRequest;
import hourglass.session.map.EmbeddingResult;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Messages;
import java.util.List;
import java.util.Optional;

/** The map as files: a picture, a table, and the folder that TensorBoard's Embedding Projector opens. */
final class MapExports {
    private MapExports() {}

    static List<Exportable> of(MapModel model) {
        return List.of(
                new Exportable(Messages.text("map.export.picture"), "map.png", () -> map(model)
                        .flatMap(MapExports::picture)),
                new Exportable(Messages.text("map.export.series"), "maps.png", () -> series(model)),
                new Exportable(Messages.text("map.export.table"), "map.csv", () -> map(model)
                        .flatMap(MapExports::table)),
                new Exportable(Messages.text("map.export.projector"), "embedding-projector", () -> map(model)
                        .map(MapExports::projector)));
    }

    private static Optional<ShownMap> map(MapModel model) {
        return model.mapProperty().get();
    }

    private static EmbeddingRequest request(ShownMap map) {
        return new EmbeddingRequest(
                map.spec(),
                map.mapped().source(),
                map.mapped().snapshot(),
                map.mapped().data());
    }

    private static Optional<MapFigure> picture(ShownMap map) {
        return map.frame()
                .map(EmbeddingFrame::coordinates)
                .map(places -> MapFigure.of(request(map), map.sample(), places, map.iterations(), map.quality()));
    }

    static Optional<Table> table(ShownMap map) {
        return map.frame()
                .map(EmbeddingFrame::coordinates)
                .map(places -> Tables.map(request(map), map.sample(), places, map.iterations()));
    }

    private static Optional<MapFigure> series(MapModel model) {
        List<EmbeddingResult> made = model.series().panelsProperty().get().stream()
                .flatMap(panel -> panel.result().stream())
                .toList();
        return made.isEmpty() ? Optional.empty() : Optional.of(MapFigure.series(made));
    }

    private static ProjectorExport projector(ShownMap map) {
        return new ProjectorExport(
                map.sample().codes(),
                map.mapped().data().test(),
                map.sample().testIndices(),
                Attribution.of(request(map)).line());
    }
}

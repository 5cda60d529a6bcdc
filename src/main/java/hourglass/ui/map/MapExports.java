package hourglass.ui.map;

import hourglass.figures.CsvWord;
import hourglass.figures.ProjectorExport;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.NothingToSaveException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.WritableImage;

/** The map as files: a picture, a table, and the folder that TensorBoard's Embedding Projector opens. */
final class MapExports {
    private final MapModel model;
    private final Appearance appearance;
    private final MapBoard map;
    private final SeriesBoard series;

    MapExports(MapModel model, Appearance appearance, MapBoard map, SeriesBoard series) {
        this.model = model;
        this.appearance = appearance;
        this.map = map;
        this.series = series;
    }

    List<Exportable> all() {
        return List.of(
                new Exportable.Picture(Messages.text("map.export.picture"), "map.png", this::drawMap, this::caption),
                new Exportable.Picture(
                        Messages.text("map.export.series"), "maps.png", this::drawSeries, this::seriesCaption),
                new Exportable.Table(Messages.text("map.export.table"), "map.csv", () -> csv(made())),
                new Exportable.Folder(Messages.text("map.export.projector"), "embedding-projector", this::projector));
    }

    private Optional<ShownMap> current() {
        return model.mapProperty().get();
    }

    private ShownMap made() {
        return current().orElseThrow(() -> new NothingToSaveException("map"));
    }

    private String caption() {
        return current().map(all -> all.caption(map.shown())).orElse("");
    }

    private String seriesCaption() {
        return model.series().mapped().map(Words::mapped).orElse("");
    }

    private WritableImage drawMap(int scale) {
        made();
        model.points().hoveredProperty().set(-1);
        return MapPictures.withLegend(
                appearance, scale, model.classNamesProperty().get(), List.of(new SeriesBoard.Panel(map.large(), "")));
    }

    private WritableImage drawSeries(int scale) {
        List<SeriesBoard.Panel> panels = series.drawn();
        if (panels.isEmpty()) {
            throw new NothingToSaveException("series of maps");
        }
        return MapPictures.withLegend(
                appearance, scale, model.classNamesProperty().get(), panels);
    }

    /** One line per point. */
    static String csv(ShownMap map) {
        StringBuilder csv = new StringBuilder("# ").append(map.caption()).append("\nindex,class,x,y\n");
        for (int i = 0; i < map.sample().size(); i++) {
            int index = map.sample().testIndex(i);
            String name = map.mapped().data().test().className(index);
            csv.append(index).append(',').append(CsvWord.quoted(name));
            csv.append(',').append(map.pictures().map().x(i));
            csv.append(',').append(map.pictures().map().y(i)).append('\n');
        }
        return csv.toString();
    }

    private Exportable.FolderWriting projector() {
        ShownMap map = made();
        return folder -> write(map, folder);
    }

    private static void write(ShownMap map, Path folder) throws IOException {
        ProjectorExport.write(
                folder,
                map.sample().codes(),
                map.mapped().data().test(),
                map.sample().testIndices(),
                map.caption());
    }
}

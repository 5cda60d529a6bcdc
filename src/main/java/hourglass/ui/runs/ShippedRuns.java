package hourglass.ui.runs;

import hourglass.core.spec.Experiment;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.Report;
import hourglass.session.project.ShippedShelf;
import hourglass.session.runs.RunCard;
import hourglass.session.runs.RunRecord;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The networks that came with the program, as runs: with the curve that stands in their files, in no folder. */
final class ShippedRuns {
    private static final Path SHIPPED = Path.of("shipped");

    private ShippedRuns() {}

    /** What stands for the folder of one. */
    static Path folder(String name) {
        return SHIPPED.resolve(name);
    }

    /** All that are read, in the order of the lesson. */
    static Stream<RunRecord> of(ShippedShelf shelf) {
        return shelf.names().stream().flatMap(name -> shelf.model(name).stream()
                .map(model -> shipped(name, model, shelf.figures().getOrDefault(name, Map.of()))));
    }

    private static RunRecord shipped(String name, ModelSnapshot model, Map<String, Double> figures) {
        Experiment experiment = model.experiment();
        Report report = new Report(
                experiment,
                new Report.Data(experiment.data().name(), Map.of(), 60_000, 10_000),
                model.history(),
                new Report.Figures(quality(figures), Optional.empty(), Optional.empty()),
                model.history().stream()
                        .mapToDouble(EpochResult::samplesPerSecond)
                        .average()
                        .orElse(0),
                "completed",
                Report.Environment.current(""));
        return new RunRecord(folder(name), report, RunCard.BLANK, RunRecord.Weights.NONE, "");
    }

    private static Optional<Report.Quality> quality(Map<String, Double> figures) {
        Double mse = figures.get("test.mse");
        return mse == null
                ? Optional.empty()
                : Optional.of(new Report.Quality(mse, figures.getOrDefault("test.pcaMse", Double.NaN), Double.NaN));
    }

    /** Whether a run is one of them. */
    static boolean isOne(RunRecord run) {
        return run.folder().startsWith(SHIPPED);
    }
}

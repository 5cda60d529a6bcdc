package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.core.metric.PcaBasis;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Every figure that fits one network: what all have (samples, reconstructions, curve, noise), what those with a plane of
 * codes have, what variational ones have, and the map.
 */
final class ModelFigures {
    private final Path folder;
    private final Supplier<PcaBasis> baseline;
    private final FigureChoice choice;
    private final BooleanSupplier cancelled;
    private Optional<NoiseFigures.Spoiling> spoiling = Optional.empty();

    ModelFigures(Path folder, Supplier<PcaBasis> baseline, FigureChoice choice, BooleanSupplier cancelled) {
        this.folder = folder;
        this.baseline = baseline;
        this.choice = choice;
        this.cancelled = cancelled;
    }

    /** Has the figures about noise spoil their input like this. */
    void spoil(NoiseFigures.Spoiling wanted) {
        spoiling = Optional.of(wanted);
    }

    /** Draws all but the map; a {@link java.util.concurrent.CancellationException} where it was interrupted. */
    void write(ModelSnapshot snapshot, Network network, DataSet data, PrintWriter terminal) throws IOException {
        FigureSubject subject = new FigureSubject(snapshot, network, data, cancelled);
        FigureFolder figures = new FigureFolder(folder, choice, terminal);
        new CommonFigures(subject, baseline, figures).write();
        new NoiseFigures(subject, figures, spoiling).write();
        new LatentFigures(subject, figures).write();
    }

    /** Draws what the network is inside, which takes a minute for a code of many numbers. */
    void writeInside(ModelSnapshot snapshot, Network network, DataSet data, PrintWriter terminal) throws IOException {
        FigureSubject subject = new FigureSubject(snapshot, network, data, cancelled);
        new InsideFigures(subject, new FigureFolder(folder, choice, terminal)).write();
    }

    /** Draws the map, if it was chosen; it needs a network of its own. */
    void writeMap(ModelSnapshot snapshot, DataSet data, NetworkFactory networks, PrintWriter terminal)
            throws IOException {
        if (choice.map().isPresent()) {
            FigureFolder figures = new FigureFolder(folder, choice, terminal);
            new MapFigures(snapshot, data, figures).write(choice.map().get(), networks, cancelled);
        }
    }
}

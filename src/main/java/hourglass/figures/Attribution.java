package hourglass.figures;

import hourglass.core.data.DataSet;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.map.EmbeddingRequest;
import hourglass.session.map.MapSource;

/**
 * Where a figure or a table comes from: a line at the foot of the one, columns at the end of the other.
 *
 * @param model in words
 * @param epoch epochs trained, a part of one during a run; NaN where nothing was trained
 * @param seed of the run
 * @param data name of the data set
 */
public record Attribution(String model, double epoch, long seed, String data) {
    /** Of a network trained for so many epochs, on images of {@code data}. */
    public static Attribution of(Experiment experiment, double epoch, String data) {
        return new Attribution(experiment.describe(), epoch, experiment.seed(), data);
    }

    /** Of a network as it was saved or shown, on images of {@code data}. */
    public static Attribution of(ModelSnapshot snapshot, DataSet data) {
        return of(snapshot.experiment(), snapshot.progress().epochs(), data.name());
    }

    /** Of a map: of the network whose codes it is made of, or of pixels. */
    public static Attribution of(EmbeddingRequest request) {
        return request.source() == MapSource.CODES
                ? of(request.model(), request.data())
                : new Attribution(
                        "pixels",
                        Double.NaN,
                        request.spec().seed(),
                        request.data().name());
    }

    /** All in one line. */
    public String line() {
        String trained = Double.isNaN(epoch) ? "" : " · epoch " + Table.number(epoch);
        return model + trained + " · seed " + seed + " · " + data;
    }

    /** The same with something to add. */
    public String line(String more) {
        return line() + " · " + more;
    }
}

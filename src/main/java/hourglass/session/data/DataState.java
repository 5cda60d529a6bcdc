package hourglass.session.data;

import hourglass.core.data.DataSet;
import hourglass.session.data.download.DownloadProgress;
import org.jspecify.annotations.Nullable;

/**
 * Which data the program shows and what is being done about others. Immutable.
 *
 * @param data the data set in use
 * @param activity what goes on
 * @param progress of a download under way, else {@code null}
 * @param problem sentence for the user about the last thing that failed, else empty
 */
public record DataState(
        DataSet data, Activity activity, @Nullable DownloadProgress progress, String problem) {
    /** What goes on beside the data in use. */
    public enum Activity {
        /** Nothing. */
        NONE,
        /** A folder is being read or data drawn. */
        READING,
        /** Fashion-MNIST is being downloaded. */
        DOWNLOADING
    }
}

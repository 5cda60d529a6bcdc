package hourglass.session.data;

import hourglass.core.data.DataSet;
import hourglass.session.data.download.DownloadProgress;
import org.jspecify.annotations.Nullable;

/**
 * Which data the program shows and what is being done about others. Immutable.
 *
 * @param data the data set in use
 * @param activity what goes on
 * @param wanted what is being fetched, else empty
 * @param progress of a download under way, else {@code null}
 * @param problem sentence for the user about the last thing that failed, else empty
 */
public record DataState(
        DataSet data,
        Activity activity,
        String wanted,
        @Nullable DownloadProgress progress,
        String problem) {
    /** At rest. */
    static DataState of(DataSet data, String problem) {
        return new DataState(data, Activity.NONE, "", null, problem);
    }

    /** What goes on beside the data in use. */
    public enum Activity {
        /** Nothing. */
        NONE,
        /** A folder is being read or data drawn. */
        READING,
        /** An official set is being downloaded. */
        DOWNLOADING
    }
}

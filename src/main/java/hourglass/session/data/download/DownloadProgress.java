package hourglass.session.data.download;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a download is. Over one download, {@code bytesDone} never falls and ends at {@code bytesTotal}.
 *
 * @param file name of the file under way
 * @param fileIndex its place in the list, {@code 0 … fileCount − 1}
 * @param fileCount number of files
 * @param bytesDone bytes of all files that are here, those that were here before included
 * @param bytesTotal bytes of all files
 * @param bytesPerSecond rate over the last seconds; 0 while nothing arrives
 * @param remaining time left at that rate, or null while it is unknown
 */
public record DownloadProgress(
        String file,
        int fileIndex,
        int fileCount,
        long bytesDone,
        long bytesTotal,
        double bytesPerSecond,
        @Nullable Duration remaining) {

    /** The done share of all bytes, 0 … 1. */
    public double fraction() {
        return (double) bytesDone / bytesTotal;
    }
}

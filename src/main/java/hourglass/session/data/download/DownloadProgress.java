package hourglass.session.data.download;

import hourglass.core.data.OfficialSet.PackedFile;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
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

    /** Counts bytes and tells a listener some ten times a second. One thread uses it. */
    static final class Meter {
        private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
        private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(5);
        /** A rate over less time than this is noise and not turned into a remaining time. */
        private static final long SETTLED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

        private record Sample(long nanos, long received) {}

        private final List<PackedFile> files;
        private final Consumer<DownloadProgress> listener;
        private final LongSupplier nanoClock;
        private final long total;
        private final Deque<Sample> samples = new ArrayDeque<>();
        private long received;
        private int index;
        private long before;
        private long inFile;
        private long shown;
        private long lastShownNanos;

        Meter(List<PackedFile> files, Consumer<DownloadProgress> listener, LongSupplier nanoClock) {
            this.files = files;
            this.listener = listener;
            this.nanoClock = nanoClock;
            total = files.stream().mapToLong(PackedFile::length).sum();
            lastShownNanos = nanoClock.getAsLong() - INTERVAL_NANOS;
        }

        /** The file at {@code fileIndex} is next; all before it are here. */
        void begin(int fileIndex) {
            index = fileIndex;
            before = files.stream()
                    .limit(fileIndex)
                    .mapToLong(PackedFile::length)
                    .sum();
            restartFile();
            show();
        }

        /** The file is tried anew; what is shown waits until the bytes have caught up. */
        void restartFile() {
            inFile = 0;
        }

        /** So many bytes of this try have come over the network; shows them if the last time is a while ago. */
        void reached(long bytesOfFile) {
            received += bytesOfFile - inFile;
            inFile = bytesOfFile;
            tick();
        }

        /** The file is here. */
        void complete() {
            inFile = files.get(index).length();
            show();
        }

        /** Shows the state if the last time is a while ago. */
        void tick() {
            if (nanoClock.getAsLong() - lastShownNanos >= INTERVAL_NANOS) {
                show();
            }
        }

        private void show() {
            long now = nanoClock.getAsLong();
            lastShownNanos = now;
            shown = Math.max(shown, before + Math.min(inFile, files.get(index).length()));
            samples.addLast(new Sample(now, received));
            while (samples.size() > 2 && now - samples.getFirst().nanos() > WINDOW_NANOS) {
                samples.removeFirst();
            }
            Sample oldest = samples.getFirst();
            long span = now - oldest.nanos();
            double rate = span <= 0 ? 0 : (received - oldest.received()) / (span / 1e9);
            listener.accept(new DownloadProgress(
                    files.get(index).name(), index, files.size(), shown, total, rate, remaining(rate, span)));
        }

        private @Nullable Duration remaining(double rate, long span) {
            if (shown == total) {
                return Duration.ZERO;
            }
            if (rate <= 0 || span < SETTLED_NANOS) {
                return null;
            }
            return Duration.ofMillis(Math.round((total - shown) / rate * 1000));
        }
    }
}

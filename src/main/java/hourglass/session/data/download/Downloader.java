package hourglass.session.data.download;

import hourglass.core.data.OfficialSet.PackedFile;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.data.download.Transfer.MirrorFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Fetches a list of files into a folder, each from the first mirror that has a good copy. Immutable; {@link #download}
 * works on the calling thread and may run on several at once.
 *
 * <p>A file is given its name only when its length and SHA-256 were right and it was forced to the disk. Files that are
 * there and right are not fetched again; a wrong file of an expected name is replaced, but only by a right one.
 */
public final class Downloader {
    /** No wait outlives a cancel by more than this. */
    static final Duration SLICE = Duration.ofMillis(50);

    /**
     * How patient and how stubborn a download is.
     *
     * @param connectTimeout longest wait for a connection
     * @param readTimeout longest silence of a server, before its answer or within it
     * @param attemptsPerMirror how often one mirror is asked for one file, at least 1
     * @param backoff wait before the second attempt at a mirror; doubles with each further one
     */
    public record Policy(Duration connectTimeout, Duration readTimeout, int attemptsPerMirror, Duration backoff) {
        /** Ten seconds to connect, thirty to stay silent, three attempts, one second between the first two. */
        public static final Policy DEFAULT =
                new Policy(Duration.ofSeconds(10), Duration.ofSeconds(30), 3, Duration.ofSeconds(1));

        /** Checks the ranges. */
        public Policy {
            requirePositive("connect time-out", connectTimeout);
            requirePositive("read time-out", readTimeout);
            if (attemptsPerMirror < 1 || attemptsPerMirror > 10) {
                throw new IllegalArgumentException("expected 1 to 10 attempts per mirror, got " + attemptsPerMirror);
            }
            if (backoff.isNegative()) {
                throw new IllegalArgumentException("expected a back-off of at least 0 s, got " + backoff);
            }
        }

        private static void requirePositive(String name, Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException("expected a positive " + name + ", got " + value);
            }
        }
    }

    /** Waits, and throws {@link CancellationException} when the work was cancelled meanwhile. */
    @FunctionalInterface
    interface Pause {
        void pause(Duration time);
    }

    private final String name;
    private final List<URI> mirrors;
    private final List<PackedFile> files;
    private final Policy policy;

    /**
     * With the mirrors in order of preference.
     *
     * @param name what the files are together, for messages
     * @throws IllegalArgumentException if a list is empty, or a mirror is no {@code http} or {@code https} address that
     *     ends with a slash
     */
    public Downloader(String name, List<URI> mirrors, List<PackedFile> files, Policy policy) {
        this.name = name;
        this.mirrors = List.copyOf(mirrors);
        this.files = List.copyOf(files);
        this.policy = policy;
        if (this.mirrors.isEmpty() || this.files.isEmpty()) {
            throw new IllegalArgumentException("expected at least one mirror and one file");
        }
        this.mirrors.forEach(Downloader::checkMirror);
    }

    private static void checkMirror(URI mirror) {
        String scheme = String.valueOf(mirror.getScheme()).toLowerCase(Locale.ROOT);
        boolean http = scheme.equals("http") || scheme.equals("https");
        if (!http || mirror.getHost() == null || !mirror.getPath().endsWith("/")) {
            throw new IllegalArgumentException(
                    "expected a mirror like https://host/folder/ with a slash at its end, got " + mirror);
        }
    }

    /**
     * Returns when all files are in {@code targetFolder}, which is made if need be. While another download into the same
     * folder is under way, here or in another program, it waits for that one and then looks what is left to do.
     *
     * @param cancel ends the work within half a second, whatever the server does
     * @param progress hears some ten times a second, on the calling thread
     * @throws DownloadException if a file could not be had from any mirror, or not be saved
     * @throws CancellationException if cancelled, or the calling thread was interrupted
     */
    public void download(Path targetFolder, CancelToken cancel, Consumer<DownloadProgress> progress)
            throws DownloadException {
        DownloadProgress.Meter meter = new DownloadProgress.Meter(files, progress, System::nanoTime);
        TargetFolder folder = new TargetFolder(targetFolder, time -> pause(time, cancel::throwIfCancelled));
        if (files.stream().allMatch(folder::has)) {
            meter.begin(files.size() - 1);
            meter.complete();
            return;
        }
        cancel.throwIfCancelled();
        try {
            Files.createDirectories(targetFolder);
            fetchAlone(folder, cancel, meter);
        } catch (DownloadException told) {
            throw told;
        } catch (ClosedByInterruptException interrupted) {
            throw cancelled(interrupted);
        } catch (IOException local) {
            throw new DownloadException(notSaved(folder, local), local);
        }
    }

    private void fetchAlone(TargetFolder folder, CancelToken cancel, DownloadProgress.Meter meter) throws IOException {
        FileChannel lock = folder.lock();
        try {
            folder.removeStaleParts(files);
            fetchMissing(folder, cancel, meter);
        } finally {
            lock.close();
        }
    }

    private void fetchMissing(TargetFolder folder, CancelToken cancel, DownloadProgress.Meter meter)
            throws IOException {
        Runnable beat = () -> {
            cancel.throwIfCancelled();
            meter.tick();
        };
        Transfer transfer = new Transfer(policy, folder, beat, meter);
        List<URI> order = new ArrayList<>(mirrors);
        for (int i = 0; i < files.size(); i++) {
            meter.begin(i);
            if (!folder.has(files.get(i))) {
                fetch(files.get(i), order, transfer, folder, beat);
            }
            meter.complete();
        }
    }

    /** Tries the mirrors in turn and leaves the one that worked in front, so that a dead one costs its time once. */
    private void fetch(PackedFile file, List<URI> order, Transfer transfer, TargetFolder folder, Runnable beat)
            throws IOException {
        List<String> failures = new ArrayList<>();
        List<MirrorFailure> causes = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            URI mirror = order.get(i);
            try {
                fetchFrom(mirror, file, transfer, beat);
                Collections.rotate(order, -i);
                return;
            } catch (MirrorFailure failure) {
                failures.add(host(mirror) + " " + failure.getMessage());
                causes.add(failure);
            }
        }
        DownloadException exception = new DownloadException(noMirror(file, failures, folder), causes.get(0));
        causes.stream().skip(1).forEach(exception::addSuppressed);
        throw exception;
    }

    private void fetchFrom(URI mirror, PackedFile file, Transfer transfer, Runnable beat)
            throws MirrorFailure, IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                transfer.run(mirror, file);
                return;
            } catch (MirrorFailure failure) {
                if (!failure.mayPass() || attempt == policy.attemptsPerMirror()) {
                    throw failure;
                }
                pause(policy.backoff().multipliedBy(1L << (attempt - 1)), beat);
            }
        }
    }

    private static void pause(Duration time, Runnable beat) {
        long end = System.nanoTime() + time.toNanos();
        try {
            for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
                beat.run();
                TimeUnit.NANOSECONDS.sleep(Math.min(SLICE.toNanos(), left));
            }
            beat.run();
        } catch (InterruptedException interrupted) {
            throw cancelled(interrupted);
        }
    }

    /** An interrupt ends a download like a cancel. */
    static CancellationException cancelled(Exception interrupted) {
        Thread.currentThread().interrupt();
        return (CancellationException) new CancellationException("interrupted").initCause(interrupted);
    }

    private String noMirror(PackedFile file, List<String> failures, TargetFolder folder) {
        return name + " could not be downloaded, because for " + file.name() + " " + String.join(", and ", failures)
                + "; " + kept(folder) + ". Try again with ‘Download’, or put its files into " + folder.path() + ".";
    }

    String notSaved(TargetFolder folder, IOException cause) {
        return name + " could not be saved, because " + folder.why(cause) + "; " + kept(folder)
                + ". Put this right and try again with ‘Download’, or start Hourglass with --data"
                + " and a folder that has its files.";
    }

    private String kept(TargetFolder folder) {
        long complete = files.stream().filter(folder::has).count();
        String were = complete == 1 ? " files was kept" : " files were kept";
        return complete == 0 ? "nothing was kept" : complete + " of " + files.size() + were;
    }

    /** A mirror as people call it: its host, and its port if that is not the usual one. */
    private static String host(URI mirror) {
        return mirror.getPort() < 0 ? mirror.getHost() : mirror.getHost() + ":" + mirror.getPort();
    }
}

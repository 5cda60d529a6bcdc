package hourglass.session.data.download;

import hourglass.session.concurrent.CancelToken;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Fetches a list of files into a folder, each from the first mirror that has a good copy. Immutable; {@link #download}
 * works on the calling thread and may run on several at once.
 *
 * <p>A file is given its name only when its length and SHA-256 were right and it was forced to the disk. Files that are
 * there and right are not fetched again; a wrong file of an expected name is replaced, but only by a right one.
 */
public final class Downloader {
    private final List<URI> mirrors;
    private final List<RemoteFile> files;
    private final DownloadPolicy policy;

    /**
     * With the mirrors in order of preference.
     *
     * @throws IllegalArgumentException if a list is empty, or a mirror is no {@code http} or {@code https} address that
     *     ends with a slash
     */
    public Downloader(List<URI> mirrors, List<RemoteFile> files, DownloadPolicy policy) {
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
        ProgressMeter meter = new ProgressMeter(files, progress, System::nanoTime);
        Waiting quiet = new Waiting(cancel::throwIfCancelled);
        TargetFolder folder = new TargetFolder(targetFolder, quiet);
        if (files.stream().allMatch(folder::has)) {
            meter.begin(files.size() - 1);
            meter.complete();
            return;
        }
        try {
            Files.createDirectories(targetFolder);
            fetchAlone(folder, quiet, cancel, meter);
        } catch (DownloadException told) {
            throw told;
        } catch (ClosedByInterruptException interrupted) {
            throw (CancellationException) new CancellationException("interrupted").initCause(interrupted);
        } catch (IOException local) {
            throw new DownloadException(Words.notSaved(local, kept(folder), targetFolder), local);
        }
    }

    private void fetchAlone(TargetFolder folder, Waiting quiet, CancelToken cancel, ProgressMeter meter)
            throws IOException {
        FolderLock lock = FolderLock.acquire(folder.path(), quiet);
        try {
            folder.removeStaleParts(files);
            fetchMissing(folder, cancel, meter);
        } finally {
            lock.close();
        }
    }

    private void fetchMissing(TargetFolder folder, CancelToken cancel, ProgressMeter meter) throws IOException {
        Waiting waiting = new Waiting(() -> {
            cancel.throwIfCancelled();
            meter.tick();
        });
        HttpSource source = new HttpSource(policy, waiting);
        Transfer transfer = new Transfer(source, folder, policy.readTimeout(), waiting, meter);
        List<URI> order = new ArrayList<>(mirrors);
        for (int i = 0; i < files.size(); i++) {
            meter.begin(i);
            if (!folder.has(files.get(i))) {
                fetch(files.get(i), order, transfer, folder, waiting);
            }
            meter.complete();
        }
    }

    /** Tries the mirrors in turn and leaves the one that worked in front, so that a dead one costs its time once. */
    private void fetch(RemoteFile file, List<URI> order, Transfer transfer, TargetFolder folder, Waiting waiting)
            throws IOException {
        List<String> failures = new ArrayList<>();
        List<MirrorFailure> causes = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            URI mirror = order.get(i);
            try {
                fetchFrom(mirror, file, transfer, waiting);
                Collections.rotate(order, -i);
                return;
            } catch (MirrorFailure failure) {
                failures.add(Words.host(mirror) + " " + failure.whatItDid());
                causes.add(failure);
            }
        }
        String sentence = Words.noMirror(file, failures, kept(folder), folder.path());
        DownloadException exception = new DownloadException(sentence, causes.get(0));
        causes.stream().skip(1).forEach(exception::addSuppressed);
        throw exception;
    }

    private void fetchFrom(URI mirror, RemoteFile file, Transfer transfer, Waiting waiting)
            throws MirrorFailure, IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                transfer.run(mirror, file);
                return;
            } catch (MirrorFailure failure) {
                if (!failure.mayPass() || attempt == policy.attemptsPerMirror()) {
                    throw failure;
                }
                waiting.sleep(policy.waitAfter(attempt));
            }
        }
    }

    private String kept(TargetFolder folder) {
        int complete = (int) files.stream().filter(folder::has).count();
        return Words.kept(complete, files.size());
    }
}

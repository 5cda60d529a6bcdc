package hourglass.session.data.download;

import static hourglass.session.data.download.LyingServer.file;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.Checksums;
import hourglass.core.data.OfficialSet.PackedFile;
import hourglass.session.concurrent.CancelToken;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two mirrors that can lie, two small files, and an empty folder for them. */
@Timeout(20)
abstract class DownloadScene {
    static final String A = "images.gz";
    static final String B = "labels.gz";
    static final Downloader.Policy QUICK =
            new Downloader.Policy(Duration.ofSeconds(1), Duration.ofMillis(200), 2, Duration.ofMillis(5));
    static final Downloader.Policy PATIENT =
            new Downloader.Policy(Duration.ofSeconds(60), Duration.ofSeconds(60), 3, Duration.ofSeconds(60));

    final byte[] a = noise(7, 50_000);
    final byte[] b = noise(8, 900);
    final List<PackedFile> files = List.of(remote(A, a), remote(B, b));
    final CancelToken cancel = new CancelToken();
    final List<DownloadProgress> seen = new ArrayList<>();

    @TempDir
    Path temp;

    Path folder;
    LyingServer first;
    LyingServer second;

    @BeforeEach
    void start() throws IOException {
        folder = temp.resolve("not/yet/there");
        first = new LyingServer().on(A, file(a)).on(B, file(b));
        second = new LyingServer().on(A, file(a)).on(B, file(b));
    }

    @AfterEach
    void stop() throws IOException {
        first.close();
        second.close();
    }

    static byte[] noise(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static PackedFile remote(String name, byte[] bytes) {
        return new PackedFile(name, bytes.length, Checksums.ofBytes(bytes), null);
    }

    void download(Downloader.Policy policy, LyingServer... servers) throws DownloadException {
        List<URI> mirrors = Stream.of(servers).map(LyingServer::address).toList();
        new Downloader("Test set", mirrors, files, policy).download(folder, cancel, seen::add);
    }

    String failure(LyingServer... servers) {
        DownloadException failed = assertThrows(DownloadException.class, () -> download(QUICK, servers));
        return String.valueOf(failed.getMessage());
    }

    /** The first mirror's lie about the first file is found out, described, and leaves nothing behind. */
    void assertRefused(String description, int requests) throws IOException {
        String message = failure(first);
        assertTrue(message.contains(description), message);
        assertTrue(message.contains("nothing was kept"), message);
        assertEquals(List.of(), content());
        assertEquals(requests, first.requests().size());
    }

    void assertAllThere() throws IOException {
        assertEquals(List.of(A, B), content());
        assertArrayEquals(a, Files.readAllBytes(folder.resolve(A)));
        assertArrayEquals(b, Files.readAllBytes(folder.resolve(B)));
    }

    /** Everything in the folder but the lock. */
    List<String> content() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals(TargetFolder.LOCK))
                    .sorted()
                    .toList();
        }
    }

    static <T> FutureTask<T> inBackground(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "test-download");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    FutureTask<Boolean> downloadInBackground(CancelToken token, LyingServer... servers) {
        List<URI> mirrors = Stream.of(servers).map(LyingServer::address).toList();
        return inBackground(() -> {
            new Downloader("Test set", mirrors, files, PATIENT).download(folder, token, progress -> {});
            return true;
        });
    }

    static void assertCancelled(FutureTask<Boolean> task) {
        ExecutionException ended = assertThrows(ExecutionException.class, () -> task.get(10, TimeUnit.SECONDS));
        assertInstanceOf(CancellationException.class, ended.getCause());
    }
}

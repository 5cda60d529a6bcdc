package hourglass.session.data.download;

import static hourglass.session.data.download.LyingServer.file;
import static hourglass.session.data.download.LyingServer.fileAfter;
import static hourglass.session.data.download.LyingServer.silence;
import static hourglass.session.data.download.LyingServer.stalledAfter;
import static hourglass.session.data.download.LyingServer.status;
import static hourglass.session.data.download.LyingServer.undeclared;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.OfficialSet.PackedFile;
import hourglass.session.concurrent.CancelToken;
import hourglass.testing.Patience;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class DownloaderTest extends DownloadScene {
    @Test
    void honestMirrorGivesAllFiles() throws IOException {
        download(QUICK, first, second);
        assertAllThere();
        assertEquals(List.of("/data/" + A, "/data/" + B), first.requests());
        assertEquals(List.of(), second.requests());
    }

    @Test
    void honestMirrorWithoutADeclaredLengthIsGoodEnough() throws IOException {
        first.on(A, undeclared(a));
        download(QUICK, first);
        assertAllThere();
    }

    @Test
    void progressNeverFallsAndReachesTheTotalDespiteARetry() throws IOException {
        first.on(A, stalledAfter(40_000, a), file(a));
        download(QUICK, first);
        long total = (long) a.length + b.length;
        long before = 0;
        for (DownloadProgress progress : seen) {
            assertTrue(progress.bytesDone() >= before, seen::toString);
            assertEquals(total, progress.bytesTotal());
            assertEquals(2, progress.fileCount());
            before = progress.bytesDone();
        }
        DownloadProgress last = seen.get(seen.size() - 1);
        assertEquals(new DownloadProgress(B, 1, 2, total, total, last.bytesPerSecond(), Duration.ZERO), last);
        assertTrue(seen.stream().anyMatch(progress -> progress.bytesDone() == 40_000), seen::toString);
    }

    @Test
    void filesThatAreThereAndRightAreNotFetchedAgain() throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(A), a);
        download(QUICK, first);
        assertAllThere();
        assertEquals(List.of("/data/" + B), first.requests());
        download(QUICK, first);
        assertEquals(1, first.requests().size());
        assertEquals(1.0, seen.get(seen.size() - 1).fraction());
    }

    @Test
    void wrongFilesThatAreThereAreReplaced() throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(A), noise(9, a.length));
        Files.write(folder.resolve(B), noise(9, 3));
        download(QUICK, first);
        assertAllThere();
    }

    @Test
    void wrongFileStaysUntilARightOneIsThere() throws IOException {
        Files.createDirectories(folder);
        byte[] wrong = noise(9, 33);
        Files.write(folder.resolve(A), wrong);
        first.on(A, status(403));
        failure(first);
        assertEquals(List.of(A), content());
        assertArrayEquals(wrong, Files.readAllBytes(folder.resolve(A)));
    }

    @Test
    void filesThatCameBeforeTheFailureAreKept() throws IOException {
        first.on(B, status(403));
        String message = failure(first);
        assertTrue(message.contains("1 of 2 files was kept"), message);
        assertEquals(List.of(A), content());
    }

    @Test
    void cancelEndsAStallAndRemovesThePart() throws Exception {
        first.on(A, stalledAfter(20_000, a));
        FutureTask<Boolean> task = downloadInBackground(cancel, first, second);
        Patience patience = new Patience();
        while (!Files.isDirectory(folder) || content().isEmpty()) {
            patience.lasts();
            Thread.onSpinWait();
        }
        cancel.cancel();
        assertCancelled(task);
        assertEquals(List.of(), content());
        assertEquals(List.of(), second.requests());
    }

    @Test
    void cancelEndsTheWaitForAnAnswer() throws Exception {
        first.on(A, silence());
        FutureTask<Boolean> task = downloadInBackground(cancel, first);
        first.awaitFirstRequest();
        cancel.cancel();
        assertCancelled(task);
        assertEquals(List.of(), content());
    }

    @Test
    void cancelEndsTheBackOff() throws Exception {
        first.on(A, status(500));
        FutureTask<Boolean> task = downloadInBackground(cancel, first);
        first.awaitFirstRequest();
        cancel.cancel();
        assertCancelled(task);
    }

    @Test
    void interruptEndsItLikeCancel() throws Exception {
        first.on(A, stalledAfter(20_000, a));
        FutureTask<Thread> caller = new FutureTask<>(Thread::currentThread);
        FutureTask<Boolean> task = inBackground(() -> {
            caller.run();
            download(PATIENT, first);
            return true;
        });
        first.awaitFirstRequest();
        caller.get().interrupt();
        assertCancelled(task);
        assertEquals(List.of(), content());
    }

    @Test
    void cancelledBeforehandItDoesNotEvenAsk() {
        cancel.cancel();
        assertThrows(CancellationException.class, () -> download(QUICK, first));
        assertEquals(List.of(), first.requests());
    }

    @Test
    void fileInPlaceOfTheFolderIsOneClearSentence() throws IOException {
        folder = Files.write(temp.resolve("file"), new byte[1]);
        String message = failure(first);
        assertTrue(
                message.startsWith(
                        "Test set could not be saved, because " + folder + " is not a folder; nothing was kept. "),
                message);
        assertEquals(List.of(), first.requests());
    }

    @Test
    void folderBelowAFileIsOneClearSentence() throws IOException {
        folder = Files.write(temp.resolve("file"), new byte[1]).resolve("below");
        assertTrue(failure(first).startsWith("Test set could not be saved, because " + folder));
    }

    @Test
    void folderInPlaceOfTheFileStaysAndNoPartIsLeft() throws IOException {
        Files.createDirectories(folder.resolve(A).resolve("precious"));
        assertTrue(failure(first).startsWith("Test set could not be saved, because " + folder));
        assertEquals(List.of(A), content());
        assertTrue(Files.isDirectory(folder.resolve(A).resolve("precious")));
    }

    @Test
    void fullDiskIsSaidSo() throws IOException {
        Files.write(Files.createDirectories(folder).resolve(A), a);
        String message = new Downloader("Test set", List.of(first.address()), files, QUICK)
                .notSaved(new TargetFolder(folder, time -> {}), new IOException("No space left on device"));
        assertTrue(message.contains("the disk that holds " + folder + " is full; 1 of 2 files was kept"), message);
    }

    @Test
    void onlyStalePartsOfTheseFilesAreRemoved() throws IOException {
        Files.createDirectories(folder);
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
        for (String name : List.of(A + ".1-x-1.part", "other.gz.1-x-1.part", B + ".old")) {
            Files.setLastModifiedTime(Files.write(folder.resolve(name), new byte[1]), old);
        }
        Files.write(folder.resolve(A + ".2-x-1.part"), new byte[1]);
        download(QUICK, first);
        assertEquals(List.of(A, A + ".2-x-1.part", B, B + ".old", "other.gz.1-x-1.part"), content());
    }

    @Test
    void secondThreadWaitsForTheFirstAndFetchesNothing() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        first.on(A, fileAfter(open, a));
        FutureTask<Boolean> one = downloadInBackground(cancel, first);
        first.awaitFirstRequest();
        FutureTask<Boolean> two = downloadInBackground(cancel, second);
        Thread.sleep(300);
        assertFalse(two.isDone());
        open.countDown();
        assertTrue(one.get() && two.get());
        assertAllThere();
        assertEquals(2, first.requests().size());
        assertEquals(List.of(), second.requests());
    }

    @Test
    void theWaitForAnotherDownloadCanBeCancelled() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        first.on(A, fileAfter(open, a));
        FutureTask<Boolean> one = downloadInBackground(cancel, first);
        first.awaitFirstRequest();
        CancelToken other = new CancelToken();
        FutureTask<Boolean> two = downloadInBackground(other, second);
        other.cancel();
        assertCancelled(two);
        open.countDown();
        assertTrue(one.get());
        assertAllThere();
    }

    @Test
    void twoProgramsAtOnceFetchEachFileOnce() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        first.on(A, fileAfter(open, a));
        Process child = startChild();
        try {
            first.awaitFirstRequest();
            FutureTask<Boolean> here = downloadInBackground(cancel, second);
            Thread.sleep(300);
            assertFalse(here.isDone());
            open.countDown();
            assertTrue(here.get());
            assertAllThere();
            assertEquals(List.of(), second.requests());
            assertTrue(child.waitFor(10, TimeUnit.SECONDS), "the child's JVM must end");
            assertEquals(0, child.exitValue());
        } finally {
            child.destroyForcibly();
        }
    }

    private Process startChild() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DownloadInChild.class.getName(),
                first.address().toString(),
                folder.toString()));
        files.forEach(file -> command.addAll(List.of(file.name(), Long.toString(file.length()), file.sha256())));
        return new ProcessBuilder(command).inheritIO().start();
    }

    @Test
    void unusableMirrorsAndFilesAreRefused() {
        List<URI> good = List.of(first.address());
        assertThrows(IllegalArgumentException.class, () -> new Downloader("x", List.of(), files, QUICK));
        assertThrows(IllegalArgumentException.class, () -> new Downloader("x", good, List.of(), QUICK));
        for (String bad : List.of("ftp://host/data/", "http://host/data", "/data/", "mailto:a@b")) {
            List<URI> mirrors = List.of(URI.create(bad));
            assertThrows(IllegalArgumentException.class, () -> new Downloader("x", mirrors, files, QUICK), bad);
        }
        String hash = "0".repeat(64);
        for (String name : List.of("", "..", "a/b", "a\\b", ".hidden")) {
            assertThrows(IllegalArgumentException.class, () -> new PackedFile(name, 1, hash, null), name);
        }
        assertThrows(IllegalArgumentException.class, () -> new PackedFile("a", 0, hash, null));
        assertThrows(IllegalArgumentException.class, () -> new PackedFile("a", 1, "abc", null));
    }
}

package hourglass.session.data.download;

import static hourglass.session.data.download.LyingServer.declaring;
import static hourglass.session.data.download.LyingServer.endless;
import static hourglass.session.data.download.LyingServer.file;
import static hourglass.session.data.download.LyingServer.html;
import static hourglass.session.data.download.LyingServer.redirect;
import static hourglass.session.data.download.LyingServer.resetAfter;
import static hourglass.session.data.download.LyingServer.silence;
import static hourglass.session.data.download.LyingServer.stalledAfter;
import static hourglass.session.data.download.LyingServer.status;
import static hourglass.session.data.download.LyingServer.undeclared;
import static hourglass.session.data.download.LyingServer.undeclaredThenStalled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a mirror can do wrong, and that it does no harm. */
final class LyingMirrorTest extends DownloadScene {
    @Test
    void otherBytesOfTheSameLengthAreRefused() throws IOException {
        first.on(A, file(noise(9, a.length)));
        assertRefused("SHA-256 is wrong", 1);
    }

    @Test
    void otherFileOfAnotherLengthIsRefusedBeforeItIsRead() throws IOException {
        first.on(A, file(noise(9, a.length + 1)));
        assertRefused("offered a file of 50001 bytes instead of 50000", 1);
        first.on(A, file(noise(9, 10)));
        assertTrue(failure(first).contains("offered a file of 10 bytes"));
    }

    @Test
    void shorterBodyThanDeclaredIsRefusedAfterARetry() throws IOException {
        first.on(A, declaring(a.length, noise(7, a.length - 1)));
        assertRefused("broke off in the middle", 2);
    }

    @Test
    void shortBodyWithoutADeclaredLengthIsRefusedAfterARetry() throws IOException {
        first.on(A, undeclared(noise(7, 100)));
        assertRefused("sent only 100 of 50000 bytes", 2);
    }

    @Test
    void endlessBodyIsCutOffAtOnce() throws Exception {
        first.on(A, endless());
        assertRefused("sent more than the expected 50000 bytes", 1);
        assertTrue(first.sawAHangUp(), "the connection must not go on behind the scenes");
    }

    @Test
    void oneByteTooManyIsEnoughToGiveUp() throws IOException {
        first.on(A, undeclaredThenStalled(noise(7, a.length + 1)));
        assertRefused("sent more than the expected 50000 bytes", 1);
    }

    @Test
    void stallBeforeTheAnswerIsGivenUpAfterARetry() throws IOException {
        first.on(A, silence());
        assertRefused("did not answer within 1.2 s", 2);
    }

    @Test
    void stallWithinTheBodyIsGivenUpAfterARetry() throws IOException {
        first.on(A, stalledAfter(20_000, a));
        assertRefused("stopped sending for 0.2 s", 2);
    }

    @Test
    void statusThatWillNotChangeIsFinal() throws IOException {
        first.on(A, status(403));
        assertRefused("HTTP status 403", 1);
        first.on(A, status(404));
        assertTrue(failure(first).contains("HTTP status 404"));
        assertEquals(2, first.requests().size());
    }

    @Test
    void statusOfATroubledServerIsTriedAgain() throws IOException {
        first.on(A, status(500));
        assertRefused("HTTP status 500", 2);
    }

    @Test
    void troubleThatPassesIsForgotten() throws IOException {
        first.on(A, status(503), file(a)).on(B, resetAfter(450, b), file(b));
        download(QUICK, first);
        assertAllThere();
        assertEquals(4, first.requests().size());
    }

    @Test
    void webPageWithStatus200IsRefused() throws IOException {
        first.on(A, html(a.length));
        assertRefused("web page", 1);
    }

    @Test
    void webPageThatHidesItsTypeIsRefusedByItsBytes() throws IOException {
        byte[] page = "<!DOCTYPE html><title>Sign in to this network</title>".getBytes(StandardCharsets.US_ASCII);
        first.on(A, undeclared(page));
        assertRefused("sent only 53 of", 2);
    }

    @Test
    void resetHalfWayIsTriedAgainThenRefused() throws IOException {
        first.on(A, resetAfter(25_000, a));
        assertRefused("broke off in the middle", 2);
    }

    @Test
    void redirectsAreFollowed() throws IOException {
        first.on(A, redirect("elsewhere.gz")).on("elsewhere.gz", redirect(second.address() + A));
        download(QUICK, first);
        assertAllThere();
    }

    @Test
    void redirectLoopEnds() throws IOException {
        first.on(A, redirect("/data/" + A));
        assertRefused("redirected to \"/data/" + A + "\", where Hourglass does not follow", 5);
    }

    @Test
    void redirectsToOtherSchemesOrNowhereAreRefused() throws IOException {
        first.on(A, redirect("file:///etc/passwd"));
        assertRefused("where Hourglass does not follow", 1);
        first.on(A, redirect("ftp://127.0.0.1/data/" + A));
        assertTrue(failure(first).contains("where Hourglass does not follow"));
        first.on(A, redirect("http://in valid/"));
        assertTrue(failure(first).contains("redirected to something that is no address"));
    }

    @Test
    void redirectsNeverLeaveHttpsForHttp() {
        assertEquals(HttpClient.Redirect.NORMAL, Transfer.client(QUICK).followRedirects());
    }

    @Test
    void secondMirrorHelpsOutAndIsPreferredFromThenOn() throws IOException {
        first.on(A, file(noise(9, a.length)));
        download(QUICK, first, second);
        assertAllThere();
        assertEquals(List.of("/data/" + A), first.requests());
        assertEquals(List.of("/data/" + A, "/data/" + B), second.requests());
    }

    @Test
    void firstMirrorIsAskedAgainWhenThePreferredSecondFails() throws IOException {
        first.on(A, status(404));
        second.on(B, status(404));
        download(QUICK, first, second);
        assertAllThere();
    }

    @Test
    void failureNamesEveryMirrorAndWhatToDo() throws IOException {
        first.on(A, status(403));
        second.on(A, html(100));
        String message = failure(first, second);
        assertEquals(
                "Test set could not be downloaded, because for images.gz "
                        + first.address().getAuthority() + " answered with HTTP status 403, and "
                        + second.address().getAuthority() + " sent a web page instead of the file; nothing was kept."
                        + " Try again with ‘Download’, or put its files into "
                        + folder + ".",
                message);
        assertEquals(List.of(), content());
    }

    @Test
    void mirrorsThatAreDownAreNamed() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/");
        }
        URI unknown = URI.create("http://no-such-host.invalid/data/");
        Downloader downloader = new Downloader("Test set", List.of(nobody, unknown), files, QUICK);
        DownloadException failed =
                assertThrows(DownloadException.class, () -> downloader.download(folder, cancel, seen::add));
        String message = String.valueOf(failed.getMessage());
        assertTrue(message.contains("127.0.0.1:" + nobody.getPort() + " could not be reached"), message);
        assertTrue(message.contains("no-such-host.invalid could not be reached"), message);
        assertEquals(1, failed.getSuppressed().length);
        assertEquals(List.of(), content());
    }
}

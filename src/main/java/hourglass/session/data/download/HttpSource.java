package hourglass.session.data.download;

import hourglass.session.data.download.MirrorFailure.Verdict;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks for one file over HTTP and judges the answer's head; the body is left to the caller. */
final class HttpSource {
    private static final int MAX_REDIRECTS = 5;

    private final HttpClient client;
    private final DownloadPolicy policy;
    private final Waiting waiting;

    HttpSource(DownloadPolicy policy, Waiting waiting) {
        this.policy = policy;
        this.waiting = waiting;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(policy.connectTimeout());
        ProxySelector proxies = ProxySelector.getDefault();
        client = (proxies == null ? builder : builder.proxy(proxies)).build();
    }

    /** The body of a file that, as far as the head tells, is the expected one. The caller closes it. */
    BodyQueue open(URI address, long expectedLength) throws MirrorFailure {
        URI current = address;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            HttpResponse<BodyQueue> answer = ask(current);
            if (isRedirect(answer.statusCode())) {
                answer.body().close();
                current = redirected(current, answer);
            } else {
                return checked(answer, expectedLength);
            }
        }
        throw new MirrorFailure(Verdict.FINAL, "redirected more than " + MAX_REDIRECTS + " times");
    }

    private HttpResponse<BodyQueue> ask(URI address) throws MirrorFailure {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept-Encoding", "identity")
                .header("User-Agent", "Hourglass")
                .build();
        BodyQueue body = new BodyQueue();
        CompletableFuture<HttpResponse<BodyQueue>> answer = client.sendAsync(request, head -> body);
        boolean answered = false;
        try {
            HttpResponse<BodyQueue> got = await(answer);
            answered = true;
            return got;
        } finally {
            if (!answered) {
                answer.cancel(true);
                body.close();
            }
        }
    }

    private HttpResponse<BodyQueue> await(CompletableFuture<HttpResponse<BodyQueue>> answer) throws MirrorFailure {
        Duration patience = policy.connectTimeout().plus(policy.readTimeout());
        try {
            HttpResponse<BodyQueue> got = waiting.upTo(patience, nanos -> pollOnce(answer, nanos));
            if (got == null) {
                throw new MirrorFailure(Verdict.PASSING, "did not answer within " + Words.seconds(patience));
            }
            return got;
        } catch (ExecutionException failed) {
            throw unreachable(failed.getCause() == null ? failed : failed.getCause());
        }
    }

    private static @Nullable HttpResponse<BodyQueue> pollOnce(
            CompletableFuture<HttpResponse<BodyQueue>> answer, long nanos)
            throws ExecutionException, InterruptedException {
        try {
            return answer.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException notYet) {
            return null;
        }
    }

    private MirrorFailure unreachable(Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            String limit = Words.seconds(policy.connectTimeout());
            return new MirrorFailure(Verdict.PASSING, "could not be reached within " + limit, cause);
        }
        if (cause instanceof ConnectException || cause instanceof UnresolvedAddressException) {
            return new MirrorFailure(Verdict.PASSING, "could not be reached", cause);
        }
        return new MirrorFailure(Verdict.PASSING, "gave no proper answer", cause);
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static URI redirected(URI from, HttpResponse<?> answer) throws MirrorFailure {
        String location = answer.headers().firstValue("Location").orElse("");
        try {
            URI to = from.resolve(location);
            if (!location.isEmpty() && to.getHost() != null && mayRedirect(from.getScheme(), to.getScheme())) {
                return to;
            }
        } catch (IllegalArgumentException malformed) {
            throw new MirrorFailure(
                    Verdict.FINAL, "redirected to \"" + location + "\", which is no address", malformed);
        }
        throw new MirrorFailure(Verdict.FINAL, "redirected to \"" + location + "\", where Hourglass does not follow");
    }

    /** Never from HTTPS down to HTTP, never to anything else. */
    static boolean mayRedirect(String from, String to) {
        return "https".equalsIgnoreCase(to) || ("http".equalsIgnoreCase(to) && "http".equalsIgnoreCase(from));
    }

    private static BodyQueue checked(HttpResponse<BodyQueue> answer, long expectedLength) throws MirrorFailure {
        BodyQueue body = answer.body();
        try {
            checkStatus(answer.statusCode());
            checkHead(answer, expectedLength);
            return body;
        } catch (MirrorFailure refused) {
            body.close();
            throw refused;
        }
    }

    private static void checkStatus(int status) throws MirrorFailure {
        if (status != 200) {
            boolean mayPass = status >= 500 || status == 408 || status == 429;
            throw new MirrorFailure(mayPass ? Verdict.PASSING : Verdict.FINAL, "answered with HTTP status " + status);
        }
    }

    private static void checkHead(HttpResponse<?> answer, long expectedLength) throws MirrorFailure {
        String type = answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("text/html") || type.startsWith("application/xhtml")) {
            throw new MirrorFailure(Verdict.FINAL, "sent a web page instead of the file");
        }
        String expected = Long.toString(expectedLength);
        String length = answer.headers().firstValue("Content-Length").orElse(expected);
        if (!length.strip().equals(expected)) {
            throw new MirrorFailure(Verdict.FINAL, "offered a file of " + length + " bytes instead of " + expected);
        }
    }
}

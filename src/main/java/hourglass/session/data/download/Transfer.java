package hourglass.session.data.download;

import hourglass.core.data.Checksums;
import hourglass.core.data.OfficialSet.PackedFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One try to fetch one file from one mirror, checked while it streams. The threads of the HTTP client write and hash; the
 * calling thread only watches, so that silence, a cancel and a lie end it at once. In every case but success the
 * unfinished file is gone.
 */
final class Transfer {
    /** A wrong step of one mirror, as the end of a sentence that begins with the mirror's name. */
    static final class MirrorFailure extends Exception {
        private static final long serialVersionUID = 1L;

        /** Whether it makes sense to ask the same mirror again: a broken connection may pass, a wrong file will not. */
        private final boolean mayPass;

        private MirrorFailure(boolean mayPass, String whatItDid, @Nullable Throwable cause) {
            super(whatItDid, cause);
            this.mayPass = mayPass;
        }

        static MirrorFailure passing(String whatItDid, @Nullable Throwable cause) {
            return new MirrorFailure(true, whatItDid, cause);
        }

        static MirrorFailure lasting(String whatItDid) {
            return new MirrorFailure(false, whatItDid, null);
        }

        boolean mayPass() {
            return mayPass;
        }
    }

    private final HttpClient client;
    private final Downloader.Policy policy;
    private final TargetFolder folder;
    private final Runnable beat;
    private final DownloadProgress.Meter meter;

    Transfer(Downloader.Policy policy, TargetFolder folder, Runnable beat, DownloadProgress.Meter meter) {
        this.client = client(policy);
        this.policy = policy;
        this.folder = folder;
        this.beat = beat;
        this.meter = meter;
    }

    /** Follows at most five redirects, never from HTTPS down to HTTP and never to anything else. */
    static HttpClient client(Downloader.Policy policy) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(policy.connectTimeout())
                .build();
    }

    /**
     * Fetches the file and gives it its name.
     *
     * @throws MirrorFailure when the mirror is to blame
     * @throws IOException when this machine is
     */
    void run(URI mirror, PackedFile file) throws MirrorFailure, IOException {
        meter.restartFile();
        Path part = folder.newPart(file);
        try {
            try (Body body = new Body(part, file)) {
                fetch(mirror.resolve(file.name()), body);
                body.finish();
            }
            folder.admit(part, file);
        } finally {
            TargetFolder.discard(part);
        }
    }

    private void fetch(URI address, Body body) throws MirrorFailure, IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept-Encoding", "identity")
                .header("User-Agent", "Hourglass")
                .build();
        CompletableFuture<?> answer = client.sendAsync(request, body::begin);
        try {
            boolean done = false;
            while (!done) {
                beat.run();
                done = isDone(answer, body);
                meter.reached(body.length.get());
                body.checkTrouble();
                if (!done) {
                    body.checkSilence(policy);
                }
            }
        } finally {
            answer.cancel(true);
        }
    }

    private boolean isDone(CompletableFuture<?> answer, Body body) throws MirrorFailure {
        try {
            answer.get(Downloader.SLICE.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            throw Downloader.cancelled(interrupted);
        } catch (ExecutionException failed) {
            if (body.trouble != null) {
                return true; // it was broken off on our side; the check that follows says why
            }
            throw broken(failed.getCause() == null ? failed : failed.getCause(), body.begun);
        }
    }

    private MirrorFailure broken(Throwable cause, boolean begun) {
        if (begun) {
            return MirrorFailure.passing("broke off in the middle", cause);
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return MirrorFailure.passing("could not be reached within " + seconds(policy.connectTimeout()), cause);
        }
        if (cause instanceof ConnectException || cause instanceof UnresolvedAddressException) {
            return MirrorFailure.passing("could not be reached", cause);
        }
        if (hasBadAddress(cause)) {
            return MirrorFailure.lasting("redirected to something that is no address");
        }
        return MirrorFailure.passing("gave no proper answer", cause);
    }

    private static boolean hasBadAddress(@Nullable Throwable cause) {
        return cause instanceof IllegalArgumentException || (cause != null && hasBadAddress(cause.getCause()));
    }

    /** A time such as "30 s" or "0.25 s". */
    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    /** The file as it arrives. The client's threads call {@code begin} and {@code accept}, one after the other. */
    private static final class Body implements AutoCloseable {
        private final PackedFile file;
        private final FileChannel out;
        private final MessageDigest digest = Checksums.sha256();
        private volatile long heard = System.nanoTime();
        private volatile boolean begun;
        private final AtomicLong length = new AtomicLong();
        private volatile @Nullable Exception trouble;

        Body(Path part, PackedFile file) throws IOException {
            this.file = file;
            out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }

        private BodySubscriber<Void> begin(ResponseInfo head) {
            heard = System.nanoTime();
            begun = true;
            trouble = lie(head);
            return trouble == null
                    ? BodySubscribers.ofByteArrayConsumer(this::accept)
                    : BodyHandlers.discarding().apply(head);
        }

        private @Nullable MirrorFailure lie(ResponseInfo head) {
            int status = head.statusCode();
            if (status >= 300 && status < 400) {
                String location = head.headers().firstValue("Location").orElse("");
                return MirrorFailure.lasting("redirected to \"" + location + "\", where Hourglass does not follow");
            }
            if (status != 200) {
                boolean mayPass = status >= 500 || status == 408 || status == 429;
                return new MirrorFailure(mayPass, "answered with HTTP status " + status, null);
            }
            String type = head.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
            if (type.startsWith("text/html") || type.startsWith("application/xhtml")) {
                return MirrorFailure.lasting("sent a web page instead of the file");
            }
            String expected = Long.toString(file.length());
            String declared = head.headers().firstValue("Content-Length").orElse(expected);
            return declared.strip().equals(expected)
                    ? null
                    : MirrorFailure.lasting("offered a file of " + declared + " bytes instead of " + expected);
        }

        private void accept(Optional<byte[]> portion) {
            if (portion.isEmpty() || trouble != null) {
                return;
            }
            heard = System.nanoTime();
            ByteBuffer bytes = ByteBuffer.wrap(portion.get());
            if (length.get() + bytes.remaining() > file.length()) {
                trouble = MirrorFailure.lasting("sent more than the expected " + file.length() + " bytes");
                return;
            }
            digest.update(bytes.duplicate());
            try {
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                length.addAndGet(portion.get().length);
            } catch (IOException local) {
                trouble = local;
            }
        }

        private void checkTrouble() throws MirrorFailure, IOException {
            Exception found = trouble;
            if (found instanceof MirrorFailure failure) {
                throw failure;
            }
            if (found instanceof IOException local) {
                throw local;
            }
        }

        private void checkSilence(Downloader.Policy policy) throws MirrorFailure {
            Duration silence = Duration.ofNanos(System.nanoTime() - heard);
            Duration patience =
                    begun ? policy.readTimeout() : policy.connectTimeout().plus(policy.readTimeout());
            if (silence.compareTo(patience) > 0) {
                String what = begun ? "stopped sending for " : "did not answer within ";
                throw MirrorFailure.passing(what + seconds(patience), null);
            }
        }

        private void finish() throws MirrorFailure, IOException {
            if (length.get() < file.length()) {
                throw MirrorFailure.passing("sent only " + length + " of " + file.length() + " bytes", null);
            }
            if (!Checksums.hex(digest).equals(file.sha256())) {
                throw MirrorFailure.lasting("sent another file of that name (its SHA-256 is wrong)");
            }
            out.force(true);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}

package hourglass.session.data.download;

import java.time.Duration;

/**
 * How patient and how stubborn a download is.
 *
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest silence of a server, before its answer or within it
 * @param attemptsPerMirror how often one mirror is asked for one file, at least 1
 * @param backoff wait before the second attempt at a mirror; doubles with each further one
 */
public record DownloadPolicy(Duration connectTimeout, Duration readTimeout, int attemptsPerMirror, Duration backoff) {
    /** Ten seconds to connect, thirty to stay silent, three attempts, one second between the first two. */
    public static final DownloadPolicy DEFAULT =
            new DownloadPolicy(Duration.ofSeconds(10), Duration.ofSeconds(30), 3, Duration.ofSeconds(1));

    /** Checks the ranges. */
    public DownloadPolicy {
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

    /** The wait after the {@code attempt}-th failed attempt, counted from 1. */
    Duration waitAfter(int attempt) {
        return backoff.multipliedBy(1L << (attempt - 1));
    }
}

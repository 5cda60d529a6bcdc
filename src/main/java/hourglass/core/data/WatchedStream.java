package hourglass.core.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** The bytes of a file, for as long as somebody wants them: each portion is preceded by the question. */
final class WatchedStream extends FilterInputStream {
    private final BooleanSupplier cancelled;

    private WatchedStream(InputStream in, BooleanSupplier cancelled) {
        super(in);
        this.cancelled = cancelled;
    }

    /** Opens a file; reading ends with a {@link CancellationException} once {@code cancelled} says so. */
    static InputStream open(Path file, BooleanSupplier cancelled) throws IOException {
        return of(Files.newInputStream(file), cancelled);
    }

    /** The same of a stream that is open; closing this closes it. */
    static InputStream of(InputStream in, BooleanSupplier cancelled) {
        return new WatchedStream(in, cancelled);
    }

    private void ask() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the reading was cancelled");
        }
    }

    @Override
    public int read() throws IOException {
        ask();
        return in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        ask();
        return in.read(target, offset, length);
    }

    @Override
    public long skip(long count) throws IOException {
        ask();
        return in.skip(count);
    }
}

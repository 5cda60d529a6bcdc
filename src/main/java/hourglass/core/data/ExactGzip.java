package hourglass.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks gzip and tells what the platform's stream keeps to itself: whether other bytes follow the end. */
final class ExactGzip extends GZIPInputStream {
    private static final int TRAILER = 8;

    ExactGzip(InputStream in) throws IOException {
        super(in, 1 << 16);
    }

    /** To be asked after the end was reached; reads on to the end of the file, so that a digest below sees all of it. */
    boolean hasMoreAfterEnd() throws IOException {
        boolean buffered = inf.getRemaining() > TRAILER;
        return in.skip(Long.MAX_VALUE) > 0 || in.read() >= 0 || buffered;
    }

    /** Frees the native memory and leaves the stream below to its owner. */
    void release() {
        inf.end();
    }
}

package hourglass.session.data.download;

import hourglass.session.data.download.MirrorFailure.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;

/**
 * One try to fetch one file from one mirror, checked while it streams. Throws {@link MirrorFailure} when the mirror is to
 * blame and {@link IOException} when this machine is; in both cases, and on cancel, the unfinished file is gone.
 */
final class Transfer {
    private final HttpSource source;
    private final TargetFolder folder;
    private final Duration silence;
    private final Waiting waiting;
    private final ProgressMeter meter;

    Transfer(HttpSource source, TargetFolder folder, Duration silence, Waiting waiting, ProgressMeter meter) {
        this.source = source;
        this.folder = folder;
        this.silence = silence;
        this.waiting = waiting;
        this.meter = meter;
    }

    void run(URI mirror, RemoteFile file) throws MirrorFailure, IOException {
        meter.restartFile();
        try (BodyQueue body = source.open(mirror.resolve(file.name()), file.length())) {
            Path part = folder.newPart(file);
            try {
                write(body, part, file);
                folder.admit(part, file);
            } finally {
                folder.discard(part);
            }
        }
    }

    private void write(BodyQueue body, Path part, RemoteFile file) throws MirrorFailure, IOException {
        MessageDigest digest = Sha256.start();
        long length = 0;
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            List<ByteBuffer> portion = body.next(silence, waiting);
            while (!portion.isEmpty()) {
                for (ByteBuffer buffer : portion) {
                    length += buffer.remaining();
                    checkNotLonger(length, file);
                    append(buffer, digest, out);
                }
                portion = body.next(silence, waiting);
            }
            checkComplete(length, Sha256.finish(digest), file);
            out.force(true);
        }
    }

    private void append(ByteBuffer buffer, MessageDigest digest, FileChannel out) throws IOException {
        meter.received(buffer.remaining());
        digest.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    private static void checkNotLonger(long length, RemoteFile file) throws MirrorFailure {
        if (length > file.length()) {
            throw new MirrorFailure(Verdict.FINAL, "sent more than the expected " + file.length() + " bytes");
        }
    }

    private static void checkComplete(long length, String sha256, RemoteFile file) throws MirrorFailure {
        if (length < file.length()) {
            throw new MirrorFailure(Verdict.PASSING, "sent only " + length + " of " + file.length() + " bytes");
        }
        if (!sha256.equals(file.sha256())) {
            throw new MirrorFailure(Verdict.FINAL, "sent another file of that name (its SHA-256 is wrong)");
        }
    }
}

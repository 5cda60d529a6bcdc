package hourglass.testing;

import hourglass.session.data.download.Downloader;
import hourglass.session.data.download.RemoteFile;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A machine whose network answers nobody. */
public final class NoNetwork {
    private NoNetwork() {}

    /** Fails within a moment. */
    public static Downloader downloader() {
        Duration moment = Duration.ofMillis(100);
        return new Downloader(
                "Fashion-MNIST",
                List.of(URI.create("http://127.0.0.1:9/")),
                List.of(new RemoteFile("train-images-idx3-ubyte.gz", 10, "0".repeat(64))),
                new Downloader.Policy(moment, moment, 1, moment));
    }
}

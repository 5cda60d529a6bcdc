package hourglass.session.data.download;

import hourglass.core.data.OfficialSet.PackedFile;
import hourglass.session.concurrent.CancelToken;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A second program that downloads: mirror, folder, then name, length and hash of each file. Also shows that it ends. */
final class DownloadInChild {
    private DownloadInChild() {}

    public static void main(String[] args) throws IOException {
        List<PackedFile> files = new ArrayList<>();
        for (int i = 2; i < args.length; i += 3) {
            files.add(new PackedFile(args[i], Long.parseLong(args[i + 1]), args[i + 2], null));
        }
        Downloader.Policy policy =
                new Downloader.Policy(Duration.ofSeconds(5), Duration.ofSeconds(20), 1, Duration.ZERO);
        new Downloader("Test", List.of(URI.create(args[0])), files, policy)
                .download(Path.of(args[1]), new CancelToken(), progress -> {});
    }
}

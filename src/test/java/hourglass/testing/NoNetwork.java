package hourglass.testing;

import hourglass.core.data.OfficialSet;
import hourglass.core.data.OfficialSets;
import hourglass.session.data.DataSources;
import hourglass.session.data.download.Downloader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A machine whose network answers nobody. */
public final class NoNetwork {
    private static final Duration MOMENT = Duration.ofMillis(100);

    private NoNetwork() {}

    /** Knows all official sets, has none at hand but what is in the cache, and fails within a moment to get another. */
    public static DataSources sources(Path cache, DataSources.FolderReader reader) {
        List<OfficialSet> sets =
                OfficialSets.ALL.stream().map(NoNetwork::unreachable).toList();
        return new DataSources(sets, List.of(), cache, new Downloader.Policy(MOMENT, MOMENT, 1, MOMENT), reader, cache);
    }

    private static OfficialSet unreachable(OfficialSet set) {
        List<URI> nobody = List.of(URI.create("http://127.0.0.1:9/"));
        return new OfficialSet(set.key(), set.name(), set.credit(), set.classNames(), nobody, set.files());
    }
}

package hourglass.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.core.data.DataSet;
import hourglass.core.data.OfficialSets;
import hourglass.session.data.DataService;
import hourglass.session.data.DataState;
import hourglass.session.data.download.DownloadProgress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataWordsTest {
    private final DataSet data = TinyData.winter();

    private String words(double rate, Duration remaining) {
        DownloadProgress progress = new DownloadProgress("file", 0, 4, 7_240_000, 30_878_645, rate, remaining);
        return DataWords.progress(new DataState(data, DataState.Activity.DOWNLOADING, "MNIST", progress, ""));
    }

    @Test
    void aDownloadSaysHowMuchHowFastAndHowLong() {
        assertEquals("7.2 of 30.9 MB · 1.8 MB/s · 13 s left", words(1_800_000, Duration.ofMillis(13_100)));
        assertEquals("7.2 of 30.9 MB · 0.1 MB/s · about 4 min left", words(100_000, Duration.ofSeconds(236)));
        assertEquals("7.2 of 30.9 MB · waiting for data", words(0, null));
    }

    @Test
    void theFirstRemarksAreSaidAndTheRestCounted() {
        assertEquals(DataWords.origin(data), DataWords.about(data));
        DataSet remarked = new DataSet(
                data.name(),
                data.location(),
                data.origin(),
                data.sha256(),
                data.train(),
                data.test(),
                List.of("a.", "b.", "c.", "d.", "e.", "f."));
        assertEquals(
                DataWords.origin(data) + "\na.\nb.\nc.\nd.\n… and 2 more; the command “data” lists them all.",
                DataWords.about(remarked));
    }

    @Test
    void theSizeOfTheDownloadIsThatOfTheOfficialFiles() {
        DataService.Offer away = new DataService.Offer(OfficialSets.MNIST, false);
        assertEquals("Download MNIST (11.6 MB)", DataWords.menu(away));
        DataService.Offer here = new DataService.Offer(OfficialSets.MNIST, true);
        assertEquals("MNIST", DataWords.menu(here));
    }

    @Test
    void aPositionCountsFromOneInGroupsOfThree() {
        assertEquals("119–120 of 60 000", DataWords.position(new Page(List.of(7, 8), 118, 60_000)));
        assertEquals("no images", DataWords.position(new Page(List.of(), 0, 0)));
    }

    @Test
    void checksumsAreShortToSeeAndWholeToCopy() {
        assertEquals("abababab…", DataWords.shortHash(data));
        assertEquals("ab".repeat(32) + "  all", DataWords.hashes(data));
    }

    @Test
    void classesAreNamed() {
        assertEquals("all classes", DataWords.classes(data, Set.of()));
        assertEquals("Hat, Glove", DataWords.classes(data, Set.of(2, 0)));
    }
}

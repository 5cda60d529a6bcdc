package hourglass.session.data;

import hourglass.core.data.DataFormatException;
import hourglass.core.data.DataSet;
import hourglass.core.data.FashionMnist;
import hourglass.core.data.IdxFolder;
import hourglass.core.data.Sketchwear;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.data.download.DownloadProgress;
import hourglass.session.data.download.Downloader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where data sets come from, in the order of preference; without threads. */
public final class DataSources {
    private static final long SKETCHWEAR_SEED = 7;
    private static final int SKETCHWEAR_TRAIN = 6000;
    private static final int SKETCHWEAR_TEST = 1000;
    /** As many as a {@link hourglass.core.spec.DenseSpec} takes. */
    private static final int MOST_PIXELS = 16_384;

    private final List<Path> known;
    private final Path cache;
    private final Downloader downloader;
    private final FolderReader imageFolders;

    /** Reads a folder of images by class; the codecs live in a room above. */
    public interface FolderReader {
        /** Reads the folder, or says in one sentence why it cannot. */
        DataSet read(Path folder, long seed) throws IOException;
    }

    /**
     * With the places to look.
     *
     * @param known folders that may hold Fashion-MNIST, best first
     * @param cache the program's own folder for it, where downloads go; looked at after {@code known}
     */
    public DataSources(List<Path> known, Path cache, Downloader downloader, FolderReader imageFolders) {
        this.known = List.copyOf(known);
        this.cache = cache;
        this.downloader = downloader;
        this.imageFolders = imageFolders;
    }

    /** The folder in which Fashion-MNIST stands ready, if any. */
    public Optional<Path> fashionMnist() {
        for (Path folder : known) {
            if (FashionMnist.isIn(folder)) {
                return Optional.of(folder);
            }
        }
        return FashionMnist.isIn(cache) ? Optional.of(cache) : Optional.empty();
    }

    /** Where a download goes. */
    public Path cache() {
        return cache;
    }

    /** Draws the embedded data set. */
    public DataSet sketchwear() {
        return Sketchwear.generate(SKETCHWEAR_SEED, SKETCHWEAR_TRAIN, SKETCHWEAR_TEST);
    }

    /**
     * Reads a folder of whatever kind: Fashion-MNIST, IDX files of one's own, or images by class.
     *
     * @throws IOException with a sentence for the user if it is none of these or damaged
     */
    public DataSet read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new hourglass.core.data.DataFormatException("There is no folder " + folder + ".");
        }
        DataSet data = hasIdx(folder) ? IdxFolder.load(folder) : imageFolders.read(folder, SKETCHWEAR_SEED);
        if (data.train().pixelsPerImage() > MOST_PIXELS) {
            throw new DataFormatException("The images in " + folder + " have "
                    + data.train().pixelsPerImage() + " pixels each; at most " + MOST_PIXELS
                    + " fit a network here. Scale them down.");
        }
        return data;
    }

    private static boolean hasIdx(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().contains("-ubyte"));
        }
    }

    /** Downloads Fashion-MNIST into the cache and reads it. */
    public DataSet download(CancelToken token, Consumer<DownloadProgress> progress) throws IOException {
        Files.createDirectories(cache);
        downloader.download(cache, token, progress);
        return FashionMnist.load(cache);
    }
}

package hourglass.session.data;

import hourglass.core.data.ArrayFolder;
import hourglass.core.data.DataFormatException;
import hourglass.core.data.DataSet;
import hourglass.core.data.FolderContents;
import hourglass.core.data.IdxFolder;
import hourglass.core.data.OfficialSet;
import hourglass.core.data.Sketchwear;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.data.download.DownloadProgress;
import hourglass.session.data.download.Downloader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Where data sets come from, in the order of preference; without threads. */
public final class DataSources {
    private static final long SKETCHWEAR_SEED = 7;
    private static final int SKETCHWEAR_TRAIN = 6000;
    private static final int SKETCHWEAR_TEST = 1000;
    /** As many as a {@link hourglass.core.spec.DenseSpec} takes. */
    private static final int MOST_PIXELS = 16_384;

    /** What Java shows for bytes that are no letter here. */
    private static final char UNKNOWN_LETTER = '\uFFFD';

    private static final Set<String> OTHER_FORMS =
            Set.of("parquet", "arrow", "pt", "mat", "h5", "pkl", "zip", "tar", "tgz", "7z", "rar", "tfrecord");
    private static final String FORMS = "Hourglass reads a folder of four IDX files (train-images, train-labels,"
            + " t10k-images, t10k-labels, packed or not), of pictures in a folder for each class, npz files as Keras has"
            + " them and csv tables as Kaggle has them; an archive is to be unpacked first, and other forms to be saved"
            + " again as one of these.";

    private final List<OfficialSet> official;
    private final List<Path> known;
    private final Path cache;
    private final Downloader.Policy policy;
    private final FolderReader imageFolders;
    private final ImageTurns turns;

    /** Reads a folder of images by class; the codecs live in a room above. */
    public interface FolderReader {
        /** Reads the folder, or says in one sentence why it cannot. */
        DataSet read(Path folder, long seed, BooleanSupplier cancelled) throws IOException;
    }

    /**
     * With the sets and the places to look.
     *
     * @param official sets that are known and offered, the one to begin with first
     * @param known folders that may hold one of them, best first
     * @param cache the program's own folder for downloads; looked at after {@code known}
     * @param remembered the user's folder in which choices about data are remembered
     */
    public DataSources(
            List<OfficialSet> official,
            List<Path> known,
            Path cache,
            Downloader.Policy policy,
            FolderReader imageFolders,
            Path remembered) {
        this.official = List.copyOf(official);
        this.known = List.copyOf(known);
        this.cache = cache;
        this.policy = policy;
        this.imageFolders = imageFolders;
        turns = new ImageTurns(remembered.resolve("turned.properties"));
    }

    /** The official sets, the one to begin with first. */
    public List<OfficialSet> official() {
        return official;
    }

    /** The folder in which a set stands ready, if any. */
    public Optional<Path> find(OfficialSet set) {
        return Stream.concat(known.stream(), Stream.of(cache(set)))
                .filter(set::isIn)
                .findFirst();
    }

    /** Where a download of it goes. */
    public Path cache(OfficialSet set) {
        return cache.resolve(set.key());
    }

    /** Draws the embedded data set. */
    public DataSet sketchwear() {
        return Sketchwear.generate(SKETCHWEAR_SEED, SKETCHWEAR_TRAIN, SKETCHWEAR_TEST);
    }

    /**
     * Reads a folder of whatever kind: an official set, IDX files of one's own, images by class, arrays or tables; also one
     * file of arrays or a table.
     *
     * @throws IOException with a sentence for the user if it is none of these or damaged
     */
    public DataSet read(Path folder, CancelToken token) throws IOException {
        DataSet data = turns.applied(readWithin(folder, token));
        if (data.train().pixelsPerImage() > MOST_PIXELS) {
            throw new DataFormatException("The images in " + folder + " have "
                    + data.train().pixelsPerImage() + " pixels each; at most " + MOST_PIXELS
                    + " fit a network here. Scale them down.");
        }
        return data;
    }

    /**
     * A data set by a name: {@code sketchwear}, the key of an official set, which is downloaded where it is not on this
     * machine, or a folder.
     *
     * @throws IOException with a sentence for the user if there is none, or it cannot be read
     */
    public DataSet named(String name, CancelToken token) throws IOException {
        String key = name.toLowerCase(Locale.ROOT);
        if (key.equals(Sketchwear.NAME.toLowerCase(Locale.ROOT))) {
            return sketchwear();
        }
        Optional<OfficialSet> set =
                official.stream().filter(each -> each.key().equals(key)).findFirst();
        if (set.isPresent()) {
            Optional<Path> folder = find(set.get());
            return folder.isPresent() ? read(folder.get(), token) : download(set.get(), token, progress -> {});
        }
        return read(Path.of(name), token);
    }

    /** The same images with rows and columns exchanged; remembered for the next time that these data are read. */
    public DataSet turned(DataSet data) {
        DataSet stored = data.isTurned() ? data.turned() : data;
        turns.remember(stored, !data.isTurned());
        return turns.applied(stored);
    }

    /** Whether somebody is to be asked about turning; asked once, as what is shown then is remembered as an answer. */
    public boolean asksAboutTurning(DataSet data) {
        boolean open = turns.isOpen(data);
        if (open) {
            turns.remember(data, false);
        }
        return open;
    }

    private DataSet readWithin(Path folder, CancelToken token) throws IOException {
        try {
            return readWhatever(folder, token);
        } catch (OutOfMemoryError tooLarge) {
            throw new DataFormatException("There is not enough memory to read the images in " + folder + " ("
                    + Runtime.getRuntime().maxMemory() / 1_000_000
                    + " MB may be used); use fewer, or give Java more with -Xmx.");
        }
    }

    private DataSet readWhatever(Path place, CancelToken token) throws IOException {
        if (!Files.exists(place)) {
            boolean lost = place.toString().indexOf(UNKNOWN_LETTER) >= 0;
            throw new DataFormatException("There is no folder " + place + "."
                    + (lost ? " Its name has letters in another encoding than this system's; rename it." : ""));
        }
        if (!Files.isDirectory(place)) {
            if (ArrayFolder.has(place)) {
                return ArrayFolder.load(place, official, token);
            }
            throw new DataFormatException(place + " is a file. " + FORMS);
        }
        if (!IdxFolder.places(place).isEmpty()) {
            return IdxFolder.load(place, official, token);
        }
        if (FolderContents.folders(place).isEmpty()) {
            if (ArrayFolder.has(place)) {
                return ArrayFolder.load(place, official, token);
            }
            checkForm(place);
        }
        return imageFolders.read(place, SKETCHWEAR_SEED, token);
    }

    /** Names the form of a folder that has other data files and nothing that can be read. */
    private static void checkForm(Path folder) throws IOException {
        Optional<String> form = FolderContents.files(folder).stream()
                .map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT))
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .filter(OTHER_FORMS::contains)
                .findFirst();
        if (form.isPresent()) {
            throw new DataFormatException(folder + " has " + form.get() + " files. " + FORMS);
        }
    }

    /** Downloads a set into the cache and reads it. */
    public DataSet download(OfficialSet set, CancelToken token, Consumer<DownloadProgress> progress)
            throws IOException {
        if (!set.isDownloadable()) {
            throw new DataFormatException(set.name() + " is not on this machine, and no place is known to download it"
                    + " from; open the folder that has its files.");
        }
        Downloader downloader = new Downloader(set.name(), set.mirrors(), set.files(), policy);
        downloader.download(cache(set), token, progress);
        return read(cache(set), token);
    }
}

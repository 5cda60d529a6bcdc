package hourglass.session.data;

import hourglass.core.Reason;
import hourglass.core.data.DataFormatException;
import hourglass.core.data.DataSet;
import hourglass.core.data.OfficialSet;
import hourglass.core.data.Sketchwear;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Latest;
import hourglass.session.concurrent.Worker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data set in use and how to get another; the work is done on the {@code io} thread. Any thread may call. */
public final class DataService {
    private static final Logger LOG = LoggerFactory.getLogger(DataService.class);

    private final DataSources sources;
    private final Worker worker;
    private final Latest<DataState> state;
    private final Latest<Beside> beside = new Latest<>(Beside.NONE);
    private @Nullable CancelToken running;

    /**
     * Data read to be held against those in use.
     *
     * @param name as they were asked for
     * @param data once they are read
     * @param problem sentence for the user, where they cannot be had
     */
    public record Beside(String name, Optional<DataSet> data, String problem) {
        private static final Beside NONE = new Beside("", Optional.empty(), "");
    }

    /** Beginning with a data set already at hand. */
    public DataService(DataSources sources, Worker worker, DataSet first) {
        this.sources = sources;
        this.worker = worker;
        state = new Latest<>(DataState.of(first, ""));
    }

    /** What is shown now. */
    public DataState state() {
        return state.get();
    }

    /** An official set that can be had. */
    public record Offer(OfficialSet set, boolean atHand) {}

    /** The official sets that are on this machine or can be downloaded. */
    public List<Offer> official() {
        DataSet inUse = state.get().data();
        return sources.official().stream()
                .map(set -> new Offer(set, inUse.is(set) || sources.find(set).isPresent()))
                .filter(offer -> offer.atHand() || offer.set().isDownloadable())
                .toList();
    }

    /** Switches to an official set, downloading it where it is not on this machine; the data in use stay meanwhile. */
    public void use(OfficialSet set) {
        Optional<Path> folder = sources.find(set);
        if (folder.isPresent()) {
            launch(DataState.Activity.READING, set.name(), token -> readOrDownload(set, folder.get(), token));
        } else {
            launch(DataState.Activity.DOWNLOADING, set.name(), token -> download(set, token));
        }
    }

    /** Damaged files are fetched again, so that one bad download is not for ever. */
    private DataSet readOrDownload(OfficialSet set, Path folder, CancelToken token) throws IOException {
        try {
            return sources.read(folder, token);
        } catch (DataFormatException damaged) {
            if (!set.isDownloadable()) {
                throw damaged;
            }
            LOG.warn("fetching again", damaged);
            return download(set, token);
        }
    }

    private DataSet download(OfficialSet set, CancelToken token) throws IOException {
        return sources.download(set, token, progress -> {
            DataState old = state.get();
            state.replace(old, new DataState(old.data(), DataState.Activity.DOWNLOADING, set.name(), progress, ""));
        });
    }

    /** Switches to the embedded data set. */
    public void useSketchwear() {
        launch(DataState.Activity.READING, Sketchwear.NAME, token -> sources.sketchwear());
    }

    /** Switches to a folder of the user's; a bad one leaves the data in use as it is. */
    public void open(Path folder) {
        launch(DataState.Activity.READING, folder.toString(), token -> sources.read(folder, token));
    }

    /** Exchanges rows and columns of the images in use, and remembers it for these data. */
    public void turn() {
        DataSet inUse = state.get().data();
        launch(DataState.Activity.READING, inUse.name(), token -> sources.turned(inUse));
    }

    /** Whether to ask, now and never again, if the images in use are to be turned. */
    public boolean asksAboutTurning() {
        return sources.asksAboutTurning(state.get().data());
    }

    /** Reads data by a name of {@link DataSources#named}, without a change of those in use; repeated questions cost nothing. */
    public void readBeside(String name) {
        Beside known = beside.get();
        if (!known.name().equals(name)) {
            Beside begun = new Beside(name, Optional.empty(), "");
            beside.put(begun);
            worker.execute(() -> beside.replace(begun, fetched(name)));
        }
    }

    private Beside fetched(String name) {
        try {
            return new Beside(name, Optional.of(sources.named(name, new CancelToken())), "");
        } catch (IOException | RuntimeException failed) {
            return new Beside(name, Optional.empty(), Reason.of(failed));
        } catch (OutOfMemoryError tooLarge) {
            return new Beside(name, Optional.empty(), "There is no room for them in memory.");
        }
    }

    /** The data asked for last, to be held against those in use. */
    public Beside beside() {
        return beside.get();
    }

    /** Ends a download or a reading under way. */
    public synchronized void cancel() {
        if (running != null) {
            running.cancel();
        }
    }

    private interface Source {
        DataSet get(CancelToken token) throws IOException;
    }

    private synchronized void launch(DataState.Activity activity, String wanted, Source source) {
        cancel();
        CancelToken token = new CancelToken();
        running = token;
        state.put(new DataState(state.get().data(), activity, wanted, null, ""));
        worker.execute(() -> fetch(source, token));
    }

    private void fetch(Source source, CancelToken token) {
        DataSet data = state.get().data();
        String problem = "";
        try {
            token.throwIfCancelled();
            DataSet fetched = source.get(token);
            token.throwIfCancelled();
            data = fetched;
        } catch (CancellationException cancelled) {
            // The data in use stays, and nobody needs to be told what they asked for.
        } catch (IOException | RuntimeException failed) {
            problem = Reason.of(failed);
        } catch (OutOfMemoryError tooLarge) {
            problem = "The data do not fit into memory; the data in use stay.";
        }
        finish(token, DataState.of(data, problem));
    }

    private synchronized void finish(CancelToken token, DataState next) {
        if (running == token) {
            running = null;
            state.put(next);
        }
    }
}

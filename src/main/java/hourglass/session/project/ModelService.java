package hourglass.session.project;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.ModelStore;
import hourglass.session.concurrent.Latest;
import hourglass.session.concurrent.Worker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which network the views show: one of those that came with the program, the one in training, or a file's; and its way to
 * and from files on the {@code io} thread. Any thread may call.
 */
public final class ModelService {
    private static final Logger LOG = LoggerFactory.getLogger(ModelService.class);

    private final ModelStore store;
    private final Worker worker;
    private final Latest<ActiveModel> active;
    private final Latest<ActiveModel> lastShipped;
    private final Latest<ShippedShelf> shelf;
    private final Latest<FileEvent> event = new Latest<>(FileEvent.NONE);
    private @Nullable String awaited;

    /** With a single shipped network, already read. */
    public ModelService(ModelStore store, Worker worker, ModelSnapshot shippedSnapshot, String shippedName) {
        this.store = store;
        this.worker = worker;
        ActiveModel only = new ActiveModel(ActiveModel.Source.SHIPPED, shippedName, shippedSnapshot);
        shelf = new Latest<>(
                ShippedShelf.offering(List.of(shippedName), List.of()).with(only, Map.of()));
        lastShipped = new Latest<>(only);
        active = new Latest<>(only);
    }

    /**
     * With the shipped networks of these files: the first that can be read is read at once and shown, the others follow on
     * {@code reader}. Where none can be read an untrained one is shown.
     */
    public ModelService(ModelStore store, Worker worker, ShippedFiles files, Worker reader) {
        this.store = store;
        this.worker = worker;
        shelf = new Latest<>(files.shelf());
        List<String> offered = shelf.get().names();
        for (int i = 0; i < offered.size() && shelf.get().models().isEmpty(); i++) {
            readShipped(files, offered.get(i));
        }
        ActiveModel first = shelf.get().models().values().stream().findFirst().orElseGet(ShippedFiles::untrained);
        lastShipped = new Latest<>(first);
        active = new Latest<>(first);
        for (String name : shelf.get().names()) {
            reader.execute(() -> readAndShowIfAwaited(files, name));
        }
    }

    private void readShipped(ShippedFiles files, String name) {
        if (shelf.get().model(name).isPresent()) {
            return;
        }
        try {
            ShippedFiles.Read read = files.read(name);
            shelf.put(shelf.get().with(read.model(), read.figures()));
        } catch (IOException broken) {
            LOG.error("shipped network {}", name, broken);
            String why = broken.getMessage() == null ? broken.toString() : broken.getMessage();
            shelf.put(shelf.get().without(name, why));
        }
    }

    private void readAndShowIfAwaited(ShippedFiles files, String name) {
        readShipped(files, name);
        synchronized (this) {
            if (name.equals(awaited)) {
                shelf.get().model(name).ifPresent(this::showNow);
            }
        }
    }

    private void showNow(ActiveModel model) {
        awaited = null;
        lastShipped.put(model);
        active.put(model);
    }

    /** The shipped networks with what is known of them; compare by identity with the one seen last. */
    public ShippedShelf shelf() {
        return shelf.get();
    }

    /** The shipped networks on offer by name, in the order of the lesson. */
    public List<String> shippedNames() {
        return shelf.get().names();
    }

    /** A shipped network; empty where it is not on offer and, for a moment after the start, not yet read. */
    public Optional<ActiveModel> shipped(String name) {
        return shelf.get().model(name);
    }

    /** Shows a shipped network, as soon as it is read; one that is not on offer changes nothing. */
    public synchronized void showShipped(String name) {
        awaited = name;
        shipped(name).ifPresent(this::showNow);
    }

    /** The network the views show. */
    public ActiveModel active() {
        return active.get();
    }

    /** How the last opening or saving went; compare by identity with the one seen last. */
    public FileEvent event() {
        return event.get();
    }

    /** Goes back to the shipped network shown last. */
    public synchronized void showShipped() {
        showNow(lastShipped.get());
    }

    /** Shows weights of the run under way instead of {@code shown}, unless another network came in between. */
    public void showTraining(ActiveModel shown, ModelSnapshot snapshot) {
        active.replace(shown, new ActiveModel(ActiveModel.Source.TRAINING, "", snapshot));
    }

    /** Opens a file; when it is refused the network shown stays. */
    public void open(Path file) {
        open(file, name(file));
    }

    /** Opens a file whose network is to be called otherwise than the file. */
    public void open(Path file, String name) {
        event.put(new FileEvent(FileEvent.Kind.BUSY, file, ""));
        worker.execute(() -> {
            try {
                ModelSnapshot snapshot = store.open(file).snapshot();
                active.put(new ActiveModel(ActiveModel.Source.FILE, name, snapshot));
                event.put(new FileEvent(FileEvent.Kind.OPENED, file, ""));
            } catch (IOException refused) {
                event.put(FileEvent.failed(FileEvent.Kind.OPEN_FAILED, file, refused));
            }
        });
    }

    /** Saves a network; success is reported after the file was read again and found equal. */
    public void save(ModelSnapshot snapshot, Path file) {
        save(snapshot, file, safe -> {});
    }

    /** The same; {@code saved} hears of success, on the {@code io} thread. */
    public void save(ModelSnapshot snapshot, Path file, Consumer<ModelSnapshot> saved) {
        event.put(new FileEvent(FileEvent.Kind.BUSY, file, ""));
        worker.execute(() -> {
            try {
                store.save(file, snapshot);
                saved.accept(snapshot);
                event.put(new FileEvent(FileEvent.Kind.SAVED, file, ""));
            } catch (IOException failed) {
                event.put(FileEvent.failed(FileEvent.Kind.SAVE_FAILED, file, failed));
            }
        });
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}

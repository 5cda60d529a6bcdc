package hourglass.session.project;

import hourglass.core.Reason;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.Activations;
import hourglass.engine.store.ModelFileException;
import hourglass.engine.store.ModelStore;
import hourglass.engine.store.StoredModel;
import hourglass.session.concurrent.Latest;
import hourglass.session.concurrent.Worker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The networks that came with the program and those of the user's files, and the way to and from files on the {@code io}
 * thread. Any thread may call.
 */
public final class ModelService {
    private static final Logger LOG = LoggerFactory.getLogger(ModelService.class);

    private final ModelStore store;
    private final Worker worker;
    private final Latest<ShippedShelf> shelf;
    private final Latest<FileEvent> event = new Latest<>(FileEvent.NONE);
    private final Latest<List<OpenedFile>> opened = new Latest<>(List.of());
    private final String firstShipped;

    /** With a single shipped network, already read. */
    public ModelService(ModelStore store, Worker worker, ModelSnapshot shippedSnapshot, String shippedName) {
        this.store = store;
        this.worker = worker;
        firstShipped = shippedName;
        shelf = new Latest<>(ShippedShelf.offering(List.of(shippedName), List.of())
                .with(new ShippedFiles.Read(shippedName, shippedSnapshot, Map.of())));
    }

    /**
     * With the shipped networks of these files: the first that can be read is read at once, the others follow on {@code
     * reader}. Where none can be read there is an untrained one.
     */
    public ModelService(ModelStore store, Worker worker, ShippedFiles files, Worker reader) {
        this.store = store;
        this.worker = worker;
        shelf = new Latest<>(files.shelf());
        List<String> offered = shelf.get().names();
        for (int i = 0; i < offered.size() && shelf.get().models().isEmpty(); i++) {
            readShipped(files, offered.get(i));
        }
        if (shelf.get().models().isEmpty()) {
            shelf.put(shelf.get().with(ShippedFiles.untrained()));
        }
        firstShipped = shelf.get().models().keySet().iterator().next();
        for (String name : shelf.get().names()) {
            reader.execute(() -> readShipped(files, name));
        }
    }

    private void readShipped(ShippedFiles files, String name) {
        if (shelf.get().model(name).isPresent()) {
            return;
        }
        try {
            shelf.put(shelf.get().with(files.read(name)));
        } catch (IOException broken) {
            LOG.error("shipped network {}", name, broken);
            String why = Reason.of(broken);
            shelf.put(shelf.get().without(name, why));
        }
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
    public Optional<ModelSnapshot> shipped(String name) {
        return shelf.get().model(name);
    }

    /** Name of the first shipped network that could be read; of an untrained one where none could. */
    public String firstShipped() {
        return firstShipped;
    }

    /** Files opened so far, the newest first; compare with the list seen last. */
    public List<OpenedFile> opened() {
        return opened.get();
    }

    /** How the last opening or saving went; compare by identity with the one seen last. */
    public FileEvent event() {
        return event.get();
    }

    /** Opens a file; when it is refused nothing changes. */
    public void open(Path file) {
        open(file, String.valueOf(file.getFileName()));
    }

    /** Opens a file whose network is to be called otherwise than the file. */
    public void open(Path file, String name) {
        open(file, name, () -> store.open(file));
    }

    /** Opens a file without settings, with what somebody said about it. */
    public void open(Path file, Activations answer) {
        open(file, String.valueOf(file.getFileName()), () -> store.open(file, answer));
    }

    private interface Opening {
        StoredModel open() throws ModelFileException;
    }

    private void open(Path file, String name, Opening opening) {
        event.put(new FileEvent(FileEvent.Kind.BUSY, file, ""));
        worker.execute(() -> {
            try {
                StoredModel model = opening.open();
                remember(new OpenedFile(name, model.snapshot(), Optional.of(file)));
                event.put(new FileEvent(FileEvent.Kind.OPENED, file, String.join(" ", model.remarks())));
            } catch (ModelFileException refused) {
                FileEvent.Kind kind =
                        refused.lacksSettings() ? FileEvent.Kind.SETTINGS_GONE : FileEvent.Kind.OPEN_FAILED;
                event.put(FileEvent.failed(kind, file, refused));
            }
        });
    }

    /** Networks that were read already, by name, as if each had been opened, the first last. */
    public void take(Map<String, ModelSnapshot> networks) {
        List<OpenedFile> all = new ArrayList<>();
        networks.forEach((name, snapshot) -> all.add(new OpenedFile(name, snapshot, Optional.empty())));
        opened.get().stream().filter(file -> !networks.containsKey(file.name())).forEach(all::add);
        if (!networks.isEmpty()) {
            opened.put(List.copyOf(all));
        }
    }

    /** Of two with one name the newer. */
    private void remember(OpenedFile file) {
        List<OpenedFile> all = new ArrayList<>(opened.get());
        all.removeIf(other -> other.name().equals(file.name()));
        all.add(0, file);
        opened.put(List.copyOf(all));
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
}

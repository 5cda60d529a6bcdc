package hourglass.session.project;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.ModelStore;
import hourglass.session.concurrent.Latest;
import hourglass.session.concurrent.Worker;
import java.io.IOException;
import java.nio.file.Path;

/** Which network the views show, and its way to and from files on the {@code io} thread. Any thread may call. */
public final class ModelService {
    private final ModelStore store;
    private final Worker worker;
    private final ActiveModel shipped;
    private final Latest<ActiveModel> active;
    private final Latest<FileEvent> event = new Latest<>(FileEvent.NONE);

    /** Beginning with the shipped network. */
    public ModelService(ModelStore store, Worker worker, ModelSnapshot shippedSnapshot, String shippedName) {
        this.store = store;
        this.worker = worker;
        shipped = new ActiveModel(ActiveModel.Source.SHIPPED, shippedName, shippedSnapshot);
        active = new Latest<>(shipped);
    }

    /** The network the views show. */
    public ActiveModel active() {
        return active.get();
    }

    /** How the last opening or saving went; compare by identity with the one seen last. */
    public FileEvent event() {
        return event.get();
    }

    /** Goes back to the shipped network. */
    public void showShipped() {
        active.put(shipped);
    }

    /** Shows weights of the run under way instead of {@code shown}, unless another network came in between. */
    public void showTraining(ActiveModel shown, ModelSnapshot snapshot) {
        active.replace(shown, new ActiveModel(ActiveModel.Source.TRAINING, "", snapshot));
    }

    /** Opens a file; when it is refused the network shown stays. */
    public void open(Path file) {
        event.put(new FileEvent(FileEvent.Kind.BUSY, file, ""));
        worker.execute(() -> {
            try {
                ModelSnapshot snapshot = store.open(file).snapshot();
                active.put(new ActiveModel(ActiveModel.Source.FILE, name(file), snapshot));
                event.put(new FileEvent(FileEvent.Kind.OPENED, file, ""));
            } catch (IOException refused) {
                event.put(FileEvent.failed(FileEvent.Kind.OPEN_FAILED, file, refused));
            }
        });
    }

    /** Saves a network; success is reported after the file was read again and found equal. */
    public void save(ModelSnapshot snapshot, Path file) {
        event.put(new FileEvent(FileEvent.Kind.BUSY, file, ""));
        worker.execute(() -> {
            try {
                store.save(file, snapshot);
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

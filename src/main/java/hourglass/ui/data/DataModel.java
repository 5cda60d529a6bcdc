package hourglass.ui.data;

import hourglass.core.data.DataOrigin;
import hourglass.core.data.DataSet;
import hourglass.core.data.OfficialSet;
import hourglass.session.data.DataService;
import hourglass.session.data.DataState;
import hourglass.session.data.download.DownloadProgress;
import hourglass.session.file.ViewStates;
import hourglass.ui.kit.Choice;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.ViewMemory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Which data are shown and which part of them, and what can be done about that; on the FX thread. */
public final class DataModel {
    private static final List<String> TABLES = List.of(".npz", ".npy", ".csv");

    private static final long COUNTING_NANOS = 4_000_000;

    private final DataService service;
    private final LongSupplier nanoClock;
    private final ReadOnlyObjectWrapper<DataSet> data;
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(this, "part", Part.TEST);
    private final ReadOnlyObjectWrapper<PartFacts> facts;
    private final ReadOnlyObjectWrapper<List<Choice>> official =
            new ReadOnlyObjectWrapper<>(this, "official", List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
    private final ReadOnlyStringWrapper progressText = new ReadOnlyStringWrapper(this, "progressText", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final Map<Part, PartStatistics> statistics = new EnumMap<>(Part.class);
    private final SampleBrowser samples;
    private @Nullable DataState seen;
    private @Nullable Runnable lastRequest;

    /** Showing what the service has. */
    public DataModel(DataService service) {
        this(service, System::nanoTime);
    }

    /** With a clock of one's own for how long a tick may count. */
    DataModel(DataService service, LongSupplier nanoClock) {
        this.service = service;
        this.nanoClock = nanoClock;
        data = new ReadOnlyObjectWrapper<>(this, "data", service.state().data());
        facts = new ReadOnlyObjectWrapper<>(this, "facts", statistics().facts());
        samples = new SampleBrowser(data.get(), part.get());
        part.addListener((observed, before, now) -> showPart());
        follow(service.state());
    }

    /** Looks at the service once and goes on counting for a few milliseconds. */
    @SuppressWarnings("ReferenceEquality") // What services publish is new exactly when it is another object.
    public void tick() {
        DataState now = service.state();
        if (now != seen) {
            // Counting can wait for the next tick; showing other data is work enough for this one.
            follow(now);
            return;
        }
        PartStatistics counting = statistics();
        if (!counting.isComplete()) {
            long deadline = nanoClock.getAsLong() + COUNTING_NANOS;
            counting.advance(() -> nanoClock.getAsLong() < deadline);
            facts.set(counting.facts());
        }
    }

    private PartStatistics statistics() {
        return statistics.computeIfAbsent(part.get(), wanted -> new PartStatistics(wanted.of(data.get())));
    }

    @SuppressWarnings("ReferenceEquality") // As above.
    private void follow(DataState now) {
        boolean began = now.activity() != DataState.Activity.NONE && !busy.get();
        seen = now;
        if (now.data() != data.get()) {
            statistics.clear();
            data.set(now.data());
            showPart();
        }
        busy.set(now.activity() != DataState.Activity.NONE);
        DownloadProgress download = now.progress();
        progress.set(download == null ? -1 : download.fraction());
        progressText.set(busy.get() ? DataWords.progress(now) : "");
        if (began || !busy.get()) {
            problem.set(now.problem());
            official.set(officialChoices());
        }
    }

    private void showPart() {
        facts.set(statistics().facts());
        samples.show(data.get(), part.get());
    }

    private void request(Runnable request) {
        lastRequest = request;
        problem.set("");
        request.run();
        tick();
    }

    /** Switches to an official set, downloading it where it is not on this machine. */
    public void use(OfficialSet set) {
        request(() -> service.use(set));
    }

    /** The official sets that can be had, each with what a download would bring where it is needed. */
    public List<Choice> officialChoices() {
        return service.official().stream()
                .map(offer -> new Choice(DataWords.menu(offer), () -> use(offer.set())))
                .toList();
    }

    /** Switches to the data the program draws itself. */
    public void useSketchwear() {
        request(service::useSketchwear);
    }

    /** Switches to a folder; a single data file stands for the folder it is in. */
    public void open(Path folder) {
        Path parent = folder.toAbsolutePath().getParent();
        boolean file = Files.isRegularFile(folder);
        if (file && parent != null && String.valueOf(folder.getFileName()).contains("-ubyte")) {
            request(() -> service.open(parent));
        } else if (file && !isTable(folder)) {
            lastRequest = null;
            problem.set(Messages.text("data.problem.file", String.valueOf(folder.getFileName())));
        } else {
            request(() -> service.open(folder));
        }
    }

    private static boolean isTable(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return TABLES.stream().anyMatch(name::endsWith);
    }

    /** Exchanges rows and columns of the images. */
    void turn() {
        request(service::turn);
    }

    /** Ends the download or reading under way; the data in use stay. */
    public void cancel() {
        service.cancel();
    }

    /** Asks again for what failed last, if it was asked for here. */
    public Optional<Runnable> retry() {
        return Optional.ofNullable(lastRequest).map(request -> () -> request(request));
    }

    /** Puts the sentence about what failed away. */
    public void dismissProblem() {
        problem.set("");
    }

    /** The data in use. */
    public ReadOnlyObjectProperty<DataSet> dataProperty() {
        return data.getReadOnlyProperty();
    }

    /** The part looked at. */
    public ObjectProperty<Part> partProperty() {
        return part;
    }

    /** Counts, means and deviations of the part, as far as they are counted. */
    public ReadOnlyObjectProperty<PartFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** How the view is set. */
    public ViewMemory<ViewStates.Data> memory() {
        return new ViewMemory<>(samples::state, () -> true, state -> {
            ViewStates.setting(Part.class, state.part()).ifPresent(part::set);
            samples.restore(state);
        });
    }

    /** The images looked through. */
    public SampleBrowser samples() {
        return samples;
    }

    /** The official sets that can be had, as far as was known when the data changed last. */
    ReadOnlyObjectProperty<List<Choice>> officialProperty() {
        return official.getReadOnlyProperty();
    }

    /** Whether other data are being fetched. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Done part of a download, 0 … 1; negative while it is not known. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What is being fetched and how far it is, in words. */
    public ReadOnlyStringProperty progressTextProperty() {
        return progressText.getReadOnlyProperty();
    }

    /** Sentence about what failed last; empty if nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the data in use are of this origin. */
    boolean shows(DataOrigin origin) {
        return data.get().origin() == origin;
    }
}

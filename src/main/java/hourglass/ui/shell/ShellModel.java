package hourglass.ui.shell;

import hourglass.session.look.Look;
import hourglass.session.look.Pick;
import hourglass.ui.kit.Choice;
import hourglass.ui.kit.Notice;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the frame of the window shows and what it can ask for; filled by the wiring, on the FX thread. */
public final class ShellModel {
    /** Room below which labels and what is secondary go. */
    private static final double NARROW = 1200;

    /** Room below which the header names the network and the training in fewer words. */
    static final double SMALL = 1000;

    /** Room below which only the network's name and the main button stay. */
    static final double TIGHT = 760;

    private final IntegerProperty view = new SimpleIntegerProperty(this, "view", 0);
    private final DoubleProperty room = new SimpleDoubleProperty(this, "room", 1440);
    private final DoubleProperty em = new SimpleDoubleProperty(this, "em", 16);
    private final BooleanProperty presenting = new SimpleBooleanProperty(this, "presenting", false);
    private final BooleanProperty findShown = new SimpleBooleanProperty(this, "findShown", false);
    private final BooleanProperty ownShown = new SimpleBooleanProperty(this, "ownShown", false);
    private final BooleanProperty keysShown = new SimpleBooleanProperty(this, "keysShown", false);
    private final BooleanProperty frozen = new SimpleBooleanProperty(this, "frozen", false);
    private final BooleanProperty inputShown = new SimpleBooleanProperty(this, "inputShown", false);
    private final BooleanProperty explainShown = new SimpleBooleanProperty(this, "explainShown", false);
    private final BooleanProperty atTrain = new SimpleBooleanProperty(this, "atTrain", false);
    private final StringProperty networkTitle = text("networkTitle");
    private final ObjectProperty<List<String>> networkDetails =
            new SimpleObjectProperty<>(this, "networkDetails", List.of(""));
    private final StringProperty trainingError = text("trainingError");
    private final BooleanProperty running = new SimpleBooleanProperty(this, "running", false);
    private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused", false);
    private final BooleanProperty continuable = new SimpleBooleanProperty(this, "continuable", false);
    private final BooleanProperty elsewhere = new SimpleBooleanProperty(this, "elsewhere", false);
    private final StringProperty elsewhereText = text("elsewhereText");
    private final StringProperty epochText = text("epochText");
    private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress", 0);
    private final StringProperty rateText = text("rateText");
    private final StringProperty dataText = text("dataText");
    private final StringProperty threadsText = text("threadsText");
    private final StringProperty memoryText = text("memoryText");
    private final StringProperty message = text("message");
    private final StringProperty heartbeatText = text("heartbeatText");
    private final StringProperty bestText = text("bestText");
    private final StringProperty undoText = text("undoText");
    private final StringProperty redoText = text("redoText");
    private final StringProperty networkNote = text("networkNote");
    private final ObservableList<NetworkEntry> networkEntries = FXCollections.observableArrayList();
    private final ObservableList<Choice> dataChoices = FXCollections.observableArrayList();
    private final ObservableList<Choice> exportChoices = FXCollections.observableArrayList();
    private final ObservableList<KeptChoice> keptChoices = FXCollections.observableArrayList();
    private final StringProperty keptNote = text("keptNote");
    private final BooleanProperty keptShown = new SimpleBooleanProperty(this, "keptShown", false);
    private final ObservableList<Notice> notices = FXCollections.observableArrayList();
    private final BooleanProperty lessonShown = new SimpleBooleanProperty(this, "lessonShown", false);
    private final StringProperty sessionText = text("sessionText");
    private Optional<Supplier<Look>> look = Optional.empty();
    private Consumer<Pick> pick = ignored -> {};
    private Runnable session = () -> {};
    private final Map<ShellCommand, Runnable> commands = new EnumMap<>(ShellCommand.class);
    private final Map<ShellCommand, BooleanProperty> enabled = new EnumMap<>(ShellCommand.class);

    /** With every command enabled and doing nothing yet. */
    public ShellModel() {
        for (ShellCommand command : ShellCommand.values()) {
            enabled.put(command, new SimpleBooleanProperty(this, command.name(), true));
        }
    }

    private StringProperty text(String name) {
        return new SimpleStringProperty(this, name, "");
    }

    /** Decides what {@code command} does. */
    public void on(ShellCommand command, Runnable action) {
        commands.put(command, action);
    }

    /** Says which network the view on the screen shows. */
    public void onLook(Supplier<Look> source) {
        look = Optional.of(source);
    }

    /** The network of the view on the screen. */
    Look look() {
        return look.orElseThrow().get();
    }

    /** Decides what picking a network does. */
    public void onPick(Consumer<Pick> action) {
        pick = action;
    }

    /** Picks a network for the view on the screen and for all that it suits. */
    public void pick(Pick wanted) {
        pick.accept(wanted);
    }

    /** Does {@code command} if it is enabled. */
    public void run(ShellCommand command) {
        Runnable action = commands.get(command);
        if (action != null && enabledProperty(command).get()) {
            action.run();
        }
    }

    /** Whether {@code command} makes sense now. */
    public BooleanProperty enabledProperty(ShellCommand command) {
        return enabled.computeIfAbsent(command, key -> new SimpleBooleanProperty(this, key.name(), true));
    }

    /** Shows {@code notice} under the top bar until it is put away; the same notice twice is shown once. */
    public void notify(Notice notice) {
        if (!notices.contains(notice)) {
            notices.add(notice);
        }
    }

    /** Index of the view shown. */
    public IntegerProperty viewProperty() {
        return view;
    }

    /** Width of the window in pixels of normal text: larger text leaves less room. */
    public DoubleProperty roomProperty() {
        return room;
    }

    /** Whether the window is shown to a room. */
    public BooleanProperty presentingProperty() {
        return presenting;
    }

    /** Whether the evening of lessons is open at the foot of the window. */
    public BooleanProperty lessonShownProperty() {
        return lessonShown;
    }

    /** Whether an image of one's own is being made, over the view. */
    public BooleanProperty ownShownProperty() {
        return ownShown;
    }

    /** Whether one is looking for something by name. */
    public BooleanProperty findShownProperty() {
        return findShown;
    }

    /** Whether the list of keys is open. */
    public BooleanProperty keysShownProperty() {
        return keysShown;
    }

    /** Whether the room sees the window as it was. */
    public BooleanProperty frozenProperty() {
        return frozen;
    }

    /** Whether pressed keys and clicks are shown. */
    public BooleanProperty inputShownProperty() {
        return inputShown;
    }

    /** Whether an explanation is open. */
    public BooleanProperty explainShownProperty() {
        return explainShown;
    }

    /** Size of normal text. */
    public DoubleProperty emProperty() {
        return em;
    }

    /** Whether the view on the screen is the one whose settings are trained. */
    public BooleanProperty atTrainProperty() {
        return atTrain;
    }

    /** Whether there is little room, so that labels and what is secondary go. */
    public BooleanBinding isNarrow() {
        return room.lessThan(NARROW).or(presenting);
    }

    /** Name of the network that the view on the screen shows. */
    public StringProperty networkTitleProperty() {
        return networkTitle;
    }

    /** What it is and what became of it: the same with more and more left out, for where there is little room. */
    public ObjectProperty<List<String>> networkDetailsProperty() {
        return networkDetails;
    }

    /** Error of the network in training after its last epoch; empty before that. */
    public StringProperty trainingErrorProperty() {
        return trainingError;
    }

    /** Whether training runs, so that the primary button pauses it. */
    public BooleanProperty runningProperty() {
        return running;
    }

    /** Whether training waits, so that the primary button continues it. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** Whether the network shown is at rest and can learn on, so that going on and beginning anew are two choices. */
    public BooleanProperty continuableProperty() {
        return continuable;
    }

    /** Which network is in training where that is another than the one shown. */
    public StringProperty elsewhereTextProperty() {
        return elsewhereText;
    }

    /** Whether another network than the one shown is in training. */
    public BooleanProperty elsewhereProperty() {
        return elsewhere;
    }

    /** Such as "Epoch 3 of 10". */
    public StringProperty epochTextProperty() {
        return epochText;
    }

    /** Part of the run that is done, 0 … 1; negative while that is not known. */
    public DoubleProperty progressProperty() {
        return progress;
    }

    /** Samples per second as a number in text. */
    public StringProperty rateTextProperty() {
        return rateText;
    }

    /** The data set in use. */
    public StringProperty dataTextProperty() {
        return dataText;
    }

    /** Data sets to switch to and other things to do with data. */
    public ObservableList<Choice> dataChoices() {
        return dataChoices;
    }

    /** Figures of the view shown that can be saved. */
    public ObservableList<Choice> exportChoices() {
        return exportChoices;
    }

    /** What the device computes with. */
    public StringProperty threadsTextProperty() {
        return threadsText;
    }

    /** Memory in use. */
    public StringProperty memoryTextProperty() {
        return memoryText;
    }

    /** The last message. */
    public StringProperty messageProperty() {
        return message;
    }

    /** Figures of the heartbeat; empty while it is off. */
    public StringProperty heartbeatTextProperty() {
        return heartbeatText;
    }

    /** What saving the best epoch is called; it names the epoch where there is one. */
    public StringProperty bestTextProperty() {
        return bestText;
    }

    /** What would be taken back; empty where nothing was done. */
    public StringProperty undoTextProperty() {
        return undoText;
    }

    /** What would be done again; empty where nothing was taken back. */
    public StringProperty redoTextProperty() {
        return redoText;
    }

    /** All networks that can be shown, group by group. */
    public ObservableList<NetworkEntry> networkEntries() {
        return networkEntries;
    }

    /** What is to be said below them; empty where all are well. */
    public StringProperty networkNoteProperty() {
        return networkNote;
    }

    /** Trainings of earlier starts that nobody saved, newest first. */
    public ObservableList<KeptChoice> keptChoices() {
        return keptChoices;
    }

    /** The room they take, and what could not be read. */
    public StringProperty keptNoteProperty() {
        return keptNote;
    }

    /** What opening what was there when the program ended is called; empty where there was nothing. */
    public StringProperty sessionTextProperty() {
        return sessionText;
    }

    /** Decides what opening that does. */
    public void onSession(Runnable action) {
        session = action;
    }

    /** Opens what was there when the program ended. */
    void openSession() {
        session.run();
    }

    /** Whether the list of them is open. */
    public BooleanProperty keptShownProperty() {
        return keptShown;
    }

    /** Notices not yet put away. */
    public ObservableList<Notice> notices() {
        return notices;
    }
}

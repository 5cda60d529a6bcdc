package hourglass.ui.shell;

import hourglass.ui.kit.Choice;
import hourglass.ui.kit.Notice;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the frame of the window shows and what it can ask for; filled by the wiring, on the FX thread. */
public final class ShellModel {
    private final IntegerProperty view = new SimpleIntegerProperty(this, "view", 0);
    private final StringProperty networkTitle = text("networkTitle");
    private final StringProperty networkDetail = text("networkDetail");
    private final BooleanProperty running = new SimpleBooleanProperty(this, "running", false);
    private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused", false);
    private final StringProperty epochText = text("epochText");
    private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress", 0);
    private final StringProperty rateText = text("rateText");
    private final StringProperty dataText = text("dataText");
    private final StringProperty threadsText = text("threadsText");
    private final StringProperty memoryText = text("memoryText");
    private final StringProperty message = text("message");
    private final StringProperty heartbeatText = text("heartbeatText");
    private final StringProperty bestText = text("bestText");
    private final StringProperty networkNote = text("networkNote");
    private final ObservableList<NetworkChoice> networkChoices = FXCollections.observableArrayList();
    private final ObservableList<Choice> dataChoices = FXCollections.observableArrayList();
    private final ObservableList<Choice> exportChoices = FXCollections.observableArrayList();
    private final ObservableList<KeptChoice> keptChoices = FXCollections.observableArrayList();
    private final StringProperty keptNote = text("keptNote");
    private final BooleanProperty keptShown = new SimpleBooleanProperty(this, "keptShown", false);
    private final ObservableList<Notice> notices = FXCollections.observableArrayList();
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

    /** Which network this is, such as "Dense autoencoder 784–64–784". */
    public StringProperty networkTitleProperty() {
        return networkTitle;
    }

    /** What became of it, such as "trained 3 epochs · seed 7". */
    public StringProperty networkDetailProperty() {
        return networkDetail;
    }

    /** Whether training runs, so that the primary button pauses it. */
    public BooleanProperty runningProperty() {
        return running;
    }

    /** Whether training waits, so that the primary button continues it. */
    public BooleanProperty pausedProperty() {
        return paused;
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

    /** Networks that came with the program. */
    public ObservableList<NetworkChoice> networkChoices() {
        return networkChoices;
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

    /** Whether the list of them is open. */
    public BooleanProperty keptShownProperty() {
        return keptShown;
    }

    /** Notices not yet put away. */
    public ObservableList<Notice> notices() {
        return notices;
    }
}

package hourglass.ui.shell;

/** What the user can ask of the whole program. */
public enum ShellCommand {
    /** Begins or continues training, or pauses it. */
    TOGGLE_TRAINING,
    /** Trains a single batch. */
    STEP,
    /** Ends the run. */
    STOP,
    /** Begins again with the same seed: the same curve, number for number. */
    RESTART_SAME,
    /** Begins again with a new seed. */
    RESTART_NEW,
    /** Shows the network in training in the view on the screen. */
    SHOW_TRAINING,
    /** Opens the menu of the networks. */
    LIST_SHIPPED,
    /** Opens the file of a network or of a session. */
    OPEN,
    /** Saves what the window shows. */
    SAVE_SESSION,
    /** Saves the model. */
    SAVE,
    /** Saves the weights of the run's best epoch. */
    SAVE_BEST,
    /** Shows the window to a room: the whole screen, larger text, nothing but the view. */
    PRESENT,
    /** Opens or closes the search for anything by name. */
    FIND,
    /** Opens or closes the sheet for an image of one's own. */
    OWN_IMAGE,
    /** Opens it with the picture in the clipboard. */
    PASTE_IMAGE,
    /** Opens or closes the evening of lessons. */
    LESSON,
    /** Shows or hides the list of keys. */
    SHOW_KEYS,
    /** Holds the picture of the window still for the room, or lets it go. */
    FREEZE,
    /** Shows pressed keys and clicks, or no longer. */
    SHOW_INPUT,
    /** Explains the panel in use. */
    EXPLAIN,
    /** Takes the last step back. */
    UNDO,
    /** Does the step taken back last again. */
    REDO,
    /** Switches the measurement of the frames on or off. */
    TOGGLE_HEARTBEAT
}

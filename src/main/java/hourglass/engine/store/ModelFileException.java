package hourglass.engine.store;

/** A model file was refused; the message is one sentence: which file, what is wrong, what to do. */
public final class ModelFileException extends StoreException {
    private static final long serialVersionUID = 1L;

    /** Whether it could be opened with an answer: {@link ModelStore#open(java.nio.file.Path, Activations)}. */
    public boolean lacksSettings() {
        return getCause() instanceof SettingsGone;
    }

    ModelFileException(String file, String phrase, Throwable cause) {
        super(file + " was not opened: " + phrase + ".", cause);
    }
}

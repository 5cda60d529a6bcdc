package hourglass.engine.store;

/** A file has weights of a network and lacks what a person can say in one answer: its {@link Activations}. */
final class SettingsGone extends Refusal {
    private static final long serialVersionUID = 1L;

    SettingsGone() {
        super(
                "another program saved it again and left its settings out; open the original file, or say which activations"
                        + " its hidden layers and its code have, which the shapes of its tensors do not tell");
    }
}

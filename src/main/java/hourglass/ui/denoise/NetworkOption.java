package hourglass.ui.denoise;

/**
 * A network that can be chosen: the one in use in the whole window, or a shipped one by its name.
 *
 * @param name of the shipped one, empty for the one in use
 */
record NetworkOption(String name) {
    static final NetworkOption IN_USE = new NetworkOption("");

    boolean isInUse() {
        return name.isEmpty();
    }
}

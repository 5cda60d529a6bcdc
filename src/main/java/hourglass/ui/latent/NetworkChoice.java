package hourglass.ui.latent;

/**
 * Which network the view shows.
 *
 * @param name of the shipped one; empty for the network in use
 */
record NetworkChoice(String name) {
    static final NetworkChoice IN_USE = new NetworkChoice("");

    boolean isInUse() {
        return name.isEmpty();
    }
}

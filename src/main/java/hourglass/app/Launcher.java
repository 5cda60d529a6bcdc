package hourglass.app;

/** The main class. */
public final class Launcher {
    private Launcher() {}

    /** Starts. */
    public static void main(String[] args) {}
}

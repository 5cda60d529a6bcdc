package hourglass.ui.kit;

/** Lets through at most so many ticks a second, evenly, whatever the rate of the frames. */
final class TickGate {
    private final long period;
    private boolean started;
    private long next;

    TickGate(int ticksPerSecond) {
        period = 1_000_000_000L / ticksPerSecond;
    }

    boolean opens(long nanos) {
        // A frame that comes a little early counts, otherwise 60 frames a second would give 20 ticks instead of 30.
        if (started && nanos < next - period / 8) {
            return false;
        }
        next = !started || next < nanos - period ? nanos + period : next + period;
        started = true;
        return true;
    }
}

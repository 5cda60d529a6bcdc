package hourglass.core;

import org.jspecify.annotations.Nullable;

/**
 * Comparison of immutable values by identity: snapshots, frames, states and sets of images are handed on and never
 * copied, and comparing the numbers in them would read megabytes at every tick of the window.
 */
public final class Identity {
    private Identity() {}

    /** Whether both are one and the same object, or both absent. */
    @SuppressWarnings("ReferenceEquality") // the one place where identity is what is asked
    public static <T> boolean same(@Nullable T one, @Nullable T other) {
        return one == other;
    }
}

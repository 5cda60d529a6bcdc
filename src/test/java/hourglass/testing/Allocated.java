package hourglass.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.function.Executable;

/** What a piece of work takes of the heap; unlike its time this is the same on every machine. */
public final class Allocated {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What hostile input may cost. */
    public static final long MOST = 64L << 20;

    private Allocated() {}

    /** Bytes that this thread allocates with it. */
    public static long by(Executable work) {
        long id = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(id);
        try {
            work.execute();
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        }
        return THREADS.getThreadAllocatedBytes(id) - before;
    }
}

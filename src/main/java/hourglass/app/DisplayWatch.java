package hourglass.app;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something before the program ends because its X display has gone: a log-out, a remote session that breaks off. The
 * toolkit's native code then ends the process at once, without the hooks of the virtual machine, so the only place to be
 * heard is the handler of the X library that it calls before.
 */
final class DisplayWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DisplayWatch.class);

    /** The C library would call a handler that was collected. */
    private final Gone handler;

    private DisplayWatch(Gone handler) {
        this.handler = handler;
    }

    /** The X library. */
    interface X11 extends Library {
        /** Gives the handler before. */
        @Nullable
        Pointer XSetIOErrorHandler(Gone handler);
    }

    /** Called when the connection is broken; the process ends when it returns. */
    interface Gone extends Callback {
        /** With the display, which is of no use any more. */
        int callback(Pointer display);
    }

    /** Watches from now on, where there is an X library; to be called once the toolkit has set its own handler. */
    static @Nullable DisplayWatch start(Runnable last) {
        try {
            X11 x11 = Native.load("X11", X11.class);
            DisplayWatch watch = new DisplayWatch(display -> {
                LOG.error("the display has gone");
                last.run();
                Runtime.getRuntime().halt(1);
                return 0;
            });
            x11.XSetIOErrorHandler(watch.handler);
            return watch;
        } catch (UnsatisfiedLinkError | NoClassDefFoundError none) {
            LOG.debug("no X display to watch", none);
            return null;
        }
    }
}

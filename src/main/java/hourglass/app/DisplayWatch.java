package hourglass.app;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.util.concurrent.Executor;
import javafx.application.ConditionalFeature;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something before the program ends because its X display has gone: a log-out, a remote session that breaks off. A
 * connection of our own tells a thread of our own. Meanwhile the X library would end the process at once, without the
 * hooks of the virtual machine, when whoever draws finds the connection broken; so that thread is made to wait, or to go
 * on, in native code. No Java may run on it then: it may hold the pixels of the window, and with them the collector.
 */
final class DisplayWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DisplayWatch.class);
    /** {@code struct pollfd}: the descriptor, the events asked for, the events that came. */
    private static final int POLL_BYTES = 8;

    private static final short PEER_CLOSED = 0x2000;

    private DisplayWatch() {}

    /** The X library. */
    interface X11 extends Library {
        /** The display of this name, or of the environment. */
        @Nullable
        Pointer XOpenDisplay(@Nullable String name);

        /** Its file descriptor. */
        int XConnectionNumber(Pointer display);

        /** What is called when a connection is broken; the process ends when it returns. */
        @Nullable
        Pointer XSetIOErrorHandler(Pointer handler);

        /** What is called after that instead of ending the process, for one display; since version 1.7 of the library. */
        void XSetIOErrorExitHandler(Pointer display, Pointer handler, @Nullable Pointer data);
    }

    /** The toolkit below JavaFX. */
    interface Gdk extends Library {
        /** The display of the windows. */
        Pointer gdk_x11_get_default_xdisplay();
    }

    /** The C library. */
    interface C extends Library {
        /** Waits for events; -1 when a signal came first. */
        int poll(Pointer descriptors, long count, int milliseconds);

        /** Ends the process and does nothing else. */
        void _exit(int code);
    }

    /**
     * Watches from now on where there is an X display; to be called once the toolkit has set its own handler.
     *
     * @param watcher a thread of its own
     * @param last done when the display has gone, before the program ends
     */
    static void start(Executor watcher, Runnable last) {
        if (!Platform.isLinux()) {
            return;
        }
        try {
            X11 x11 = Native.load("X11", X11.class);
            C c = Native.load(Platform.C_LIBRARY_NAME, C.class);
            Pointer display = x11.XOpenDisplay(null);
            if (display != null) {
                int connection = x11.XConnectionNumber(display);
                outliveDisplay(x11);
                watcher.execute(() -> watch(c, connection, last));
            }
        } catch (UnsatisfiedLinkError | NoClassDefFoundError none) {
            LOG.debug("no X display to watch", none);
        }
    }

    /**
     * Where the graphics card draws, all who draw may wait. Where a processor draws, it holds the pixels, an array of the
     * heap, while it waits, and without collections nothing can be kept; so it goes on with a display that answers nothing.
     */
    private static void outliveDisplay(X11 x11) {
        NativeLibrary c = NativeLibrary.getInstance(Platform.C_LIBRARY_NAME);
        if (!javafx.application.Platform.isSupported(ConditionalFeature.SCENE3D)) {
            try {
                Pointer nothing = c.getFunction("getpid");
                Pointer windows = Native.load("gdk-3", Gdk.class).gdk_x11_get_default_xdisplay();
                x11.XSetIOErrorExitHandler(windows, nothing, null);
                x11.XSetIOErrorHandler(nothing);
                return;
            } catch (UnsatisfiedLinkError older) {
                LOG.debug("an older X library", older);
            }
        }
        x11.XSetIOErrorHandler(c.getFunction("pause"));
    }

    private static void watch(C c, int connection, Runnable last) {
        try (Memory descriptor = new Memory(POLL_BYTES)) {
            descriptor.setInt(0, connection);
            descriptor.setShort(Integer.BYTES, PEER_CLOSED);
            descriptor.setShort(Integer.BYTES + Short.BYTES, (short) 0);
            while (c.poll(descriptor, 1, -1) < 1) {
                LOG.debug("the watch of the display goes on");
            }
        }
        LOG.error("the display has gone");
        last.run();
        // A halt would run what native libraries do at the end, and those of the display wait for it for ever.
        c._exit(1);
    }
}

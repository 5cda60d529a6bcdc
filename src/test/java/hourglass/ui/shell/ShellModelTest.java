package hourglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.ui.kit.Notice;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShellModelTest {
    private final ShellModel model = new ShellModel();

    @Test
    void aDisabledCommandDoesNothing() {
        AtomicInteger stops = new AtomicInteger();
        model.on(ShellCommand.STOP, stops::incrementAndGet);
        model.run(ShellCommand.STOP);
        model.enabledProperty(ShellCommand.STOP).set(false);
        model.run(ShellCommand.STOP);
        model.run(ShellCommand.SAVE);
        assertEquals(1, stops.get());
    }

    @Test
    void theSameNoticeIsShownOnce() {
        model.notify(new Notice(Notice.Kind.ERROR, "The disk is full."));
        model.notify(new Notice(Notice.Kind.ERROR, "The disk is full."));
        model.notify(new Notice(Notice.Kind.INFO, "The disk is full."));
        assertEquals(2, model.notices().size());
    }
}

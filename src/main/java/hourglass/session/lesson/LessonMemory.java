package hourglass.session.lesson;

import hourglass.engine.store.AtomicFile;
import hourglass.engine.store.FileOps;
import hourglass.engine.store.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps where an evening stands in a small file, so that it goes on after the program ended, whatever ended it. */
public final class LessonMemory {
    private static final Logger LOG = LoggerFactory.getLogger(LessonMemory.class);
    private static final int MAX_LENGTH = 500_000;
    private static final Json<LessonRecord> JSON =
            new Json<>("the evening kept", LessonRecord.class, MAX_LENGTH, 20_000);

    private final Path file;
    private final Executor io;

    /** In this file, written on {@code io}. */
    public LessonMemory(Path file, Executor io) {
        this.file = file;
        this.io = io;
    }

    /** What was kept last; empty where there is nothing, or nothing that can be read. */
    public Optional<LessonRecord> read() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.read(file));
        } catch (IOException unreadable) {
            LOG.warn("the evening kept last", unreadable);
            return Optional.empty();
        }
    }

    /** Keeps this instead. */
    public void write(LessonRecord record) {
        io.execute(() -> {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                byte[] bytes = JSON.write(record).getBytes(StandardCharsets.UTF_8);
                new AtomicFile(FileOps.system()).replaceQuickly(file, out -> out.write(bytes));
            } catch (IOException unwritable) {
                LOG.warn("the evening is not kept", unwritable);
            }
        });
    }
}

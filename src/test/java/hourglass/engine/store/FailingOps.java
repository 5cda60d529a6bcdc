package hourglass.engine.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The system's file operations, of which chosen calls fail. */
public final class FailingOps implements FileOps {
    /** Which calls fail, counted from 1. */
    public interface Plan {
        /** Whether this call fails. */
        boolean fails(int call, String operation);
    }

    /** The operations asked for, in order. */
    public final List<String> calls = new ArrayList<>();

    private final FileOps real = FileOps.system();
    private final Plan plan;
    private final String reason;

    /** Failing by plan, with this reason. */
    public FailingOps(Plan plan, String reason) {
        this.plan = plan;
        this.reason = reason;
    }

    private void call(String operation) throws IOException {
        calls.add(operation);
        if (plan.fails(calls.size(), operation)) {
            throw new IOException(reason);
        }
    }

    @Override
    public Path resolve(Path target) throws IOException {
        call("resolve");
        return real.resolve(target);
    }

    @Override
    public boolean isFolder(Path path) {
        return real.isFolder(path);
    }

    @Override
    public boolean isProtected(Path path) {
        return real.isProtected(path);
    }

    @Override
    public boolean isFile(Path path) {
        return real.isFile(path);
    }

    @Override
    public Sink create(Path file) throws IOException {
        call("create");
        Sink sink = real.create(file);
        return new Sink() {
            @Override
            public void write(int value) throws IOException {
                call("write");
                sink.write(value);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    call("write");
                } catch (IOException failure) {
                    sink.write(bytes, offset, length / 2); // A full disk takes a part first.
                    throw failure;
                }
                sink.write(bytes, offset, length);
            }

            @Override
            public void force() throws IOException {
                call("force");
                sink.force();
            }

            @Override
            public void close() throws IOException {
                sink.close();
                call("close");
            }
        };
    }

    @Override
    public InputStream open(Path file) throws IOException {
        call("open");
        return new FilterInputStream(real.open(file)) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                call("read");
                return super.read(bytes, offset, length);
            }
        };
    }

    @Override
    public long size(Path file) throws IOException {
        call("size");
        return real.size(file);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        call("move");
        real.move(from, to);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        call("forceFolder");
        real.forceFolder(folder);
    }

    @Override
    public void delete(Path file) throws IOException {
        call("delete");
        real.delete(file);
    }

    @Override
    public void createFolders(Path folder) throws IOException {
        call("createFolders");
        real.createFolders(folder);
    }

    @Override
    public List<Path> leftovers(Path folder, String glob, Duration age) throws IOException {
        call("leftovers");
        return real.leftovers(folder, glob, age);
    }

    @Override
    public void pause(Duration time) {
        calls.add("pause");
    }
}

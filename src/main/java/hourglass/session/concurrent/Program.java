package hourglass.session.concurrent;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * This program, to be started again beside itself with other arguments; what it then says goes into a file. A process needs
 * no thread here: whoever started it looks now and then whether it lives.
 *
 * @param command what the operating system has to start for arguments of ours
 */
public record Program(Function<List<String>, List<String>> command) {
    /** Where nothing can be started. */
    public static final Program NONE = new Program(arguments -> List.of());

    /** The same with no more than so many processors for itself. */
    public Program withProcessors(int most) {
        return new Program(arguments -> {
            List<String> all = new ArrayList<>(command.apply(arguments));
            if (!all.isEmpty()) {
                all.add(1, "-XX:ActiveProcessorCount=" + Math.max(1, most));
            }
            return all;
        });
    }

    /** A process that was started. */
    public interface Child {
        /** The process's number. */
        long pid();

        /** Whether it still runs. */
        boolean isAlive();

        /** What it ended with, 0 for success. */
        int exitCode();

        /** Asks it to end and to put its results down; does not wait. */
        void stop();

        /** Waits until it has ended, then ends it by force; for up to {@code patience}. */
        void await(Duration patience);
    }

    /**
     * Starts it.
     *
     * @param arguments ours, a command first
     * @param log file that what it says is added to
     * @throws IOException if nothing was started
     */
    public Child start(List<String> arguments, Path log) throws IOException {
        File file = log.toFile();
        Process process = new ProcessBuilder(command.apply(arguments))
                .redirectErrorStream(true)
                .redirectInput(Redirect.PIPE)
                .redirectOutput(Redirect.appendTo(file))
                .start();
        process.getOutputStream().close();
        return new Started(process);
    }

    private record Started(Process process) implements Child {
        @Override
        public long pid() {
            return process.pid();
        }

        @Override
        public boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public int exitCode() {
            return process.exitValue();
        }

        @Override
        public void stop() {
            process.destroy();
        }

        @Override
        public void await(Duration patience) {
            try {
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException asked) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Lets a moment pass between two looks; returns early, with the thread's flag set, when it is interrupted. */
    public static void rest(Duration moment) {
        try {
            Thread.sleep(moment.toMillis());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}

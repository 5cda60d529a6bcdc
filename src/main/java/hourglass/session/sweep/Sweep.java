package hourglass.session.sweep;

import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Program;
import hourglass.session.runs.RunFolder;
import hourglass.session.runs.RunRecord;
import hourglass.session.sweep.SweepPlan.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A sweep under way: so many processes at a time, each training one point of the plan into its own folder. On the thread
 * of {@link #run}, which waits; {@link #state} from any thread.
 */
public final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** What a network, its optimiser's state and its report take beside the weights. */
    private static final long BESIDE = 4L << 20;

    private final Order order;
    private final Program program;
    private final BiConsumer<Point, Phase> listener;
    private final Map<Point, Phase> phases = new LinkedHashMap<>();
    private final Deque<Point> waiting = new ArrayDeque<>();
    private final List<Running> running = new ArrayList<>();
    private volatile State state;

    /**
     * What is to be done.
     *
     * @param plan all trainings
     * @param folder for their folders
     * @param data options of {@code train} that name the data
     * @param jobs processes at a time, at least 1
     */
    public record Order(SweepPlan plan, Path folder, List<String> data, int jobs) {}

    /** What has become of a training. */
    public enum Step {
        /** Its turn has not come. */
        WAITING,
        /** A process trains it. */
        RUNNING,
        /** It is there, from now or from before. */
        FINISHED,
        /** Its process could not do it. */
        FAILED,
        /** Another sweep trains it. */
        ELSEWHERE,
        /** It was interrupted and can be gone on with. */
        STOPPED
    }

    /**
     * Where a training stands.
     *
     * @param step what has become of it
     * @param epochs done, while it runs
     * @param problem a sentence where it failed, else empty
     */
    public record Phase(Step step, int epochs, String problem) {
        static final Phase WAITING = new Phase(Step.WAITING, 0, "");

        static Phase of(Step step) {
            return new Phase(step, 0, "");
        }
    }

    /**
     * All of it at one moment. Immutable.
     *
     * @param phases by training, in their order
     * @param problem why the sweep stopped before its end, a sentence; else empty
     */
    public record State(Map<Point, Phase> phases, String problem) {
        /** Copies the map. */
        public State {
            phases = new LinkedHashMap<>(phases);
        }

        /** By training. */
        @Override
        public Map<Point, Phase> phases() {
            return new LinkedHashMap<>(phases);
        }

        /** How many are in this state. */
        public long count(Step step) {
            return phases.values().stream()
                    .filter(phase -> phase.step() == step)
                    .count();
        }

        /** Share of the epochs that are done, 0 … 1. */
        public double progress() {
            double done = phases.entrySet().stream()
                    .mapToDouble(each -> share(each.getKey(), each.getValue()))
                    .sum();
            return phases.isEmpty() ? 1 : done / phases.size();
        }

        private static double share(Point point, Phase phase) {
            return switch (phase.step()) {
                case FINISHED, FAILED, ELSEWHERE -> 1;
                case RUNNING ->
                    Math.min(
                            1,
                            phase.epochs()
                                    / (double) Math.max(
                                            1, point.experiment().training().epochs()));
                case WAITING, STOPPED -> 0;
            };
        }
    }

    private record Running(SweepFolder folder, Program.Child child) {}

    /** {@code listener} hears, on the thread of {@link #run}, of each training that changes its state. */
    public Sweep(Order order, Program program, BiConsumer<Point, Phase> listener) {
        this.order = order;
        this.program = program;
        this.listener = listener;
        order.plan().points().forEach(point -> phases.put(point, Phase.WAITING));
        state = new State(phases, "");
    }

    /** Where everything stands. */
    public State state() {
        return state;
    }

    /**
     * Trains what is not finished; with the token cancelled asks the processes to end, which save what they learnt.
     *
     * @throws IOException with a sentence if the folder cannot be used, or holds a sweep of other settings
     */
    public State run(CancelToken token) throws IOException {
        Files.createDirectories(order.folder());
        sort();
        String problem = "";
        while ((!waiting.isEmpty() || !running.isEmpty()) && !token.isCancelled()) {
            if (problem.isEmpty()) {
                problem = startSome();
            }
            if (!problem.isEmpty() && running.isEmpty()) {
                break;
            }
            Program.rest(LOOK);
            if (Thread.currentThread().isInterrupted()) {
                token.cancel();
            }
            look();
        }
        stopAll();
        state = new State(phases, problem);
        return state;
    }

    /** The trainings of an order that are not finished yet. */
    public static SweepPlan remaining(Order order) {
        return new SweepPlan(
                order.plan().axes(),
                order.plan().points().stream()
                        .filter(point -> new SweepFolder(order.folder(), point)
                                .finished()
                                .isEmpty())
                        .toList());
    }

    /** What is finished is skipped, before anything is started; folders of other settings are told of at once. */
    private void sort() throws IOException {
        for (Point point : order.plan().points()) {
            SweepFolder folder = new SweepFolder(order.folder(), point);
            if (folder.isOfOthers()) {
                throw new IOException("The folder " + folder.path()
                        + " holds a training with other settings; choose another folder for this sweep.");
            }
            if (folder.finished().isPresent()) {
                set(point, Phase.of(Step.FINISHED));
            } else {
                waiting.add(point);
            }
        }
    }

    private void set(Point point, Phase phase) {
        if (!phase.equals(phases.put(point, phase))) {
            state = new State(phases, "");
            listener.accept(point, phase);
        }
    }

    /** Gives a sentence where nothing more can be started. */
    private String startSome() throws IOException {
        while (running.size() < order.jobs() && !waiting.isEmpty()) {
            Point point = waiting.peek();
            long needed = bytes(point);
            long free = Files.getFileStore(order.folder()).getUsableSpace();
            if (free < needed) {
                return "The disk of " + order.folder() + " has " + (free >> 20)
                        + " MB left and the next training needs "
                        + (needed >> 20) + "; " + waiting.size()
                        + " were not begun. Free some space and start the sweep"
                        + " again: what is finished stays.";
            }
            waiting.remove();
            start(point);
        }
        return "";
    }

    /** Weights with the optimiser's state, the best epoch, and what is kept on the way. */
    static long bytes(Point point) {
        return point.experiment().model().parameterCount() * Float.BYTES * 8 + BESIDE;
    }

    private void start(Point point) throws IOException {
        SweepFolder folder = new SweepFolder(order.folder(), point);
        if (!folder.claim()) {
            set(point, Phase.of(Step.ELSEWHERE));
            return;
        }
        if (folder.finished().isPresent()) {
            folder.close();
            set(point, Phase.of(Step.FINISHED));
            return;
        }
        try {
            Program.Child child =
                    program.start(folder.arguments(order.data()), folder.path().resolve(SweepFolder.LOG));
            folder.trainedBy(child.pid());
            running.add(new Running(folder, child));
            set(point, Phase.of(Step.RUNNING));
        } catch (IOException failed) {
            LOG.warn("{}", folder.path(), failed);
            folder.close();
            set(point, new Phase(Step.FAILED, 0, "It could not be started: " + failed.getMessage()));
        }
    }

    private void look() {
        for (Running each : List.copyOf(running)) {
            Point point = each.folder().point();
            if (each.child().isAlive()) {
                set(point, new Phase(Step.RUNNING, each.folder().epochsSaid(), ""));
            } else {
                end(each);
                boolean there = each.folder().finished().isPresent();
                set(point, there ? Phase.of(Step.FINISHED) : failed(each));
            }
        }
    }

    private void end(Running over) {
        running.remove(over);
        if (over.folder().finished().isPresent()) {
            over.folder().forgetKept();
        }
        over.folder().close();
    }

    private static Phase failed(Running over) {
        String said = over.folder().lastWords();
        String words = said.isEmpty() ? "Its process ended with " + over.child().exitCode() + "." : said;
        return new Phase(Step.FAILED, 0, words);
    }

    private void stopAll() {
        running.forEach(each -> each.child().stop());
        for (Running each : List.copyOf(running)) {
            each.child().await(PATIENCE);
            end(each);
            boolean there = each.folder().finished().isPresent();
            set(each.folder().point(), Phase.of(there ? Step.FINISHED : Step.STOPPED));
        }
    }

    /** All finished trainings in a sweep's folder, whoever trained them, by name. */
    public static List<RunRecord> finished(Path folder) throws IOException {
        List<RunRecord> found = new ArrayList<>();
        for (Path each : Files.isDirectory(folder) ? RunFolder.in(folder) : List.<Path>of()) {
            try {
                found.add(RunFolder.read(each));
            } catch (IOException damaged) {
                LOG.info("{} is left out", each, damaged);
            }
        }
        return found;
    }
}

package hourglass.session.ask;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.session.concurrent.Latest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One place for a question, or for a job of many portions, and one for what comes of it; the newest wins. Any thread may
 * ask and look.
 *
 * <p>A question replaces one that still waits; the answer to one under way is late, but welcome until {@link #forget}. A job
 * ends the one before it, of which nothing is heard any more. Between two portions of a job the questions of all other
 * slots are answered.
 */
public final class InferenceSlot<T> {
    private final InferenceService service;
    private final Delivery<T> delivery;
    private final Latest<InferenceAnswer<T>> newest = new Latest<>(InferenceAnswer.none());
    private final Latest<Optional<T>> answer = new Latest<>(Optional.empty());
    private @Nullable Work<T> work;
    private boolean queued;
    private boolean held;
    private boolean announced;
    private boolean newestIsLast;
    private long asked;
    private long firstWelcome;
    private long settled;
    private double progress = 1;

    InferenceSlot(InferenceService service, Delivery<T> delivery) {
        this.service = service;
        this.delivery = delivery;
    }

    private record Work<T>(long generation, List<ModelSnapshot> models, Function<List<Network>, Portion<T>> portion) {}

    /** Who hears of answers, and where; without an executor nobody does. */
    record Delivery<T>(@Nullable Executor window, Consumer<InferenceAnswer<T>> taker) {
        static <T> Delivery<T> none() {
            return new Delivery<>(null, answer -> {});
        }
    }

    /**
     * Asks; a question still waiting in this slot is dropped.
     *
     * @param question runs on the inference thread with a network that holds the snapshot's weights; gives an immutable value
     * @return generation of the question, which its answer carries
     */
    public long ask(ModelSnapshot model, Function<Network, T> question) {
        return askAll(List.of(model), networks -> question.apply(networks.get(0)));
    }

    /** Asks about up to four networks at once, which come in the order of their snapshots. */
    public long askAll(List<ModelSnapshot> models, Function<List<Network>, T> question) {
        return put(models, networks -> Portion.last(question.apply(networks)));
    }

    /** Asks something that needs the thread but no network. */
    public long ask(Supplier<T> question) {
        return askAll(List.of(), none -> question.get());
    }

    /**
     * Begins a job; the one before it ends after its portion under way and is forgotten.
     *
     * @param portion does the next portion on the inference thread
     * @return generation of the job, which all it finds out carries
     */
    public synchronized long begin(ModelSnapshot model, Function<Network, Portion<T>> portion) {
        forget();
        return put(List.of(model), networks -> portion.apply(networks.get(0)));
    }

    /** Begins a job that needs the thread but no network. */
    public synchronized long begin(Supplier<Portion<T>> portion) {
        forget();
        return put(List.of(), none -> portion.get());
    }

    private synchronized long put(List<ModelSnapshot> models, Function<List<Network>, Portion<T>> portion) {
        work = new Work<>(++asked, List.copyOf(models), portion);
        progress = 0;
        held = false;
        queue();
        return asked;
    }

    private void queue() {
        if (!queued) {
            queued = true;
            service.execute(this::step);
        }
    }

    private void step() {
        Work<T> now = next();
        if (now == null) {
            return;
        }
        try {
            take(now, now.portion().apply(service.prepared(now.models())));
        } catch (RuntimeException | Error failed) {
            end(now);
            publish(new InferenceAnswer<>(now.generation(), Optional.empty(), FailureSentence.of(failed)), true);
            if (delivery.window() == null) {
                // Nobody here is told, so whoever watches over the thread is.
                throw failed;
            }
        }
    }

    private synchronized @Nullable Work<T> next() {
        queued = false;
        return held ? null : work;
    }

    private void take(Work<T> now, Portion<T> portion) {
        synchronized (this) {
            if (isNewest(now)) {
                progress = (double) portion.done() / portion.total();
                if (!portion.isLast()) {
                    queue();
                }
            }
        }
        if (portion.isLast()) {
            end(now);
        }
        if (portion.known().isPresent()) {
            publish(new InferenceAnswer<>(now.generation(), portion.known(), ""), portion.isLast());
        }
    }

    private boolean isNewest(Work<T> one) {
        return work != null && work.generation() == one.generation();
    }

    private synchronized void end(Work<T> over) {
        if (isNewest(over)) {
            work = null;
            progress = 1;
        }
    }

    private void publish(InferenceAnswer<T> made, boolean last) {
        Executor window = delivery.window();
        synchronized (this) {
            if (made.generation() < firstWelcome) {
                return;
            }
            newest.put(made);
            newestIsLast = last;
            if (made.value().isPresent()) {
                answer.put(made.value());
            }
            if (window == null) {
                settled = last ? made.generation() : settled;
                return;
            }
            if (announced) {
                // One message is enough for all answers that come before it is read.
                return;
            }
            announced = true;
        }
        window.execute(this::deliver);
    }

    private void deliver() {
        InferenceAnswer<T> made;
        synchronized (this) {
            announced = false;
            made = newest.get();
            if (made.generation() == 0) {
                return;
            }
            settled = newestIsLast ? made.generation() : settled;
        }
        delivery.taker().accept(made);
    }

    /** Nothing asked so far is of interest any more: what waits is dropped, and so is every answer to it. */
    public synchronized void forget() {
        work = null;
        progress = 1;
        firstWelcome = asked + 1;
        newest.put(InferenceAnswer.none());
        answer.put(Optional.empty());
    }

    /** Whether the answer to the newest question, or the end of the job, is still to come. */
    public synchronized boolean isWaiting() {
        return asked > settled && asked >= firstWelcome;
    }

    /** Waits after the portion under way, because something else is urgent. */
    public synchronized void hold() {
        held = true;
    }

    /** Goes on after {@link #hold}; harmless otherwise. */
    public synchronized void goOn() {
        held = false;
        if (work != null) {
            queue();
        }
    }

    /** Share of the newest job that is done, 0 … 1; 1 where nothing is to be done. */
    public synchronized double progress() {
        return progress;
    }

    /** The newest answer that did not fail; compare by identity with the one seen last. */
    public Optional<T> answer() {
        return answer.get();
    }

    /** The newest answer, failed or not, with its generation; compare by identity with the one seen last. */
    public InferenceAnswer<T> newest() {
        return newest.get();
    }
}

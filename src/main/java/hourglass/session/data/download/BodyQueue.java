package hourglass.session.data.download;

import hourglass.session.data.download.MirrorFailure.Verdict;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Carries the body of an answer from the threads of the HTTP client to the one that writes. At most one portion is asked
 * for ahead, so that a fast server cannot fill the memory. A stream would block where this one can be waited for in slices.
 */
final class BodyQueue implements BodySubscriber<BodyQueue>, AutoCloseable {
    private sealed interface Event {}

    private record Bytes(List<ByteBuffer> buffers) implements Event {}

    private record End(@Nullable Throwable cause) implements Event {}

    private static final Subscription CLOSED = new Subscription() {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    };

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Subscription> subscription = new AtomicReference<>();

    @Override
    public CompletionStage<BodyQueue> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Subscription given) {
        if (subscription.compareAndSet(null, given)) {
            given.request(1);
        } else {
            given.cancel();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        events.add(new Bytes(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        events.add(new End(cause));
    }

    @Override
    public void onComplete() {
        events.add(new End(null));
    }

    /** The next portion, or an empty list at the end of the body. */
    List<ByteBuffer> next(Duration silence, Waiting waiting) throws MirrorFailure {
        Event event = waiting.upTo(silence, nanos -> events.poll(nanos, TimeUnit.NANOSECONDS));
        if (event instanceof Bytes bytes) {
            askForMore();
            return bytes.buffers();
        }
        if (event instanceof End end) {
            return ended(end.cause());
        }
        throw new MirrorFailure(Verdict.PASSING, "stopped sending for " + Words.seconds(silence));
    }

    private static List<ByteBuffer> ended(@Nullable Throwable cause) throws MirrorFailure {
        if (cause != null) {
            throw new MirrorFailure(Verdict.PASSING, "broke off in the middle", cause);
        }
        return List.of();
    }

    private void askForMore() {
        Subscription current = subscription.get();
        if (current != null) {
            current.request(1);
        }
    }

    /** Wants no more; what is under way is dropped with its connection. */
    @Override
    public void close() {
        Subscription current = subscription.getAndSet(CLOSED);
        if (current != null) {
            current.cancel();
        }
    }
}

package hourglass.ui.latent;

import hourglass.engine.model.Network;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Encodes a sample of test images in portions; a first look comes before all are done. FX thread. */
final class CodeDesk {
    private static final int FIRST_LOOK = 400;

    private final Desk<Portion> desk;
    private final Consumer<CodeSample> taker;
    private final Pace pace = new Pace();
    private @Nullable Work work;

    @SuppressWarnings("ArrayRecordComponent")
    private record Portion(int from, float[] codes, long nanos) {}

    /** What is being encoded and how far; {@code first} when nothing else can be shown meanwhile. */
    private static final class Work {
        final Subject subject;
        final int[] images;
        final float[] codes;
        boolean first;
        int done;

        Work(Subject subject, int[] images, boolean first) {
            this.subject = subject;
            this.images = images;
            this.first = first;
            codes = new float[images.length * subject.codeSize()];
        }
    }

    CodeDesk(Asking asking, Consumer<CodeSample> taker) {
        this.taker = taker;
        desk = new Desk<>(asking, this::take);
    }

    boolean isBusy() {
        return work != null && desk.isWaiting();
    }

    void forget() {
        desk.forget();
        work = null;
    }

    /** Begins with {@code images}; a sample under way is dropped. */
    void encode(Subject subject, int[] images) {
        begin(new Work(subject, images, false));
    }

    /** The same, with a first look at the first few hundred. */
    void encodeWithFirstLook(Subject subject, int[] images) {
        begin(new Work(subject, images, true));
    }

    private void begin(Work begun) {
        desk.forget();
        work = begun;
        if (begun.images.length > 0) {
            askNext(begun);
        }
    }

    private void askNext(Work now) {
        int from = now.done;
        int n = Math.min(pace.images(), now.images.length - from);
        int[] portion = Arrays.copyOfRange(now.images, from, from + n);
        Subject subject = now.subject;
        desk.ask(subject.snapshot(), network -> encode(network, subject, from, portion));
    }

    private static Portion encode(Network network, Subject subject, int from, int[] images) {
        long start = System.nanoTime();
        float[] codes = network.encode(subject.test().images(images), images.length);
        return new Portion(from, codes, System.nanoTime() - start);
    }

    private void take(Portion portion) {
        Work now = work;
        if (now == null || portion.from() != now.done) {
            return;
        }
        int dimension = now.subject.codeSize();
        int n = portion.codes().length / dimension;
        pace.took(n, portion.nanos());
        System.arraycopy(portion.codes(), 0, now.codes, now.done * dimension, portion.codes().length);
        now.done += n;
        if (now.done == now.images.length) {
            work = null;
            taker.accept(new CodeSample(now.subject, now.images, now.codes));
            return;
        }
        if (now.first && now.done >= FIRST_LOOK) {
            now.first = false;
            taker.accept(new CodeSample(
                    now.subject, Arrays.copyOf(now.images, now.done), Arrays.copyOf(now.codes, now.done * dimension)));
        }
        askNext(now);
    }
}

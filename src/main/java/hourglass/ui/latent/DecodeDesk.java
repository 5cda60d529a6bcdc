package hourglass.ui.latent;

import hourglass.core.color.GreyMap;
import hourglass.engine.model.Network;
import hourglass.ui.pictures.ImageTiles;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decodes many codes in portions and hands all pictures over together. FX thread. */
final class DecodeDesk {
    private final Desk<Portion> desk;
    private final Pace pace = new Pace();
    private @Nullable Work work;

    @SuppressWarnings("ArrayRecordComponent")
    private record Portion(Work work, float[] images, long nanos) {}

    private static final class Work {
        final Subject subject;
        final float[] codes;
        final int[] argb;
        final Consumer<ImageTiles> taker;
        int done;

        Work(Subject subject, float[] codes, Consumer<ImageTiles> taker) {
            this.subject = subject;
            this.codes = codes;
            this.taker = taker;
            argb = new int[codes.length / subject.codeSize() * subject.test().pixelsPerImage()];
        }

        int count() {
            return codes.length / subject.codeSize();
        }
    }

    DecodeDesk(Asking asking) {
        desk = new Desk<>(asking, this::take);
    }

    boolean isBusy() {
        return work != null && desk.isWaiting();
    }

    void forget() {
        desk.forget();
        work = null;
    }

    /** Codes {@code [n × codeSize]}, at least one; what was under way is dropped. */
    void decode(Subject subject, float[] codes, Consumer<ImageTiles> taker) {
        forget();
        Work begun = new Work(subject, codes, taker);
        work = begun;
        askNext(begun);
    }

    private void askNext(Work now) {
        int dimension = now.subject.codeSize();
        int n = Math.min(pace.images(), now.count() - now.done);
        float[] portion = Arrays.copyOfRange(now.codes, now.done * dimension, (now.done + n) * dimension);
        desk.ask(now.subject.snapshot(), network -> decode(network, now, portion, n));
    }

    private static Portion decode(Network network, Work work, float[] codes, int n) {
        long start = System.nanoTime();
        return new Portion(work, network.decode(codes, n), System.nanoTime() - start);
    }

    private void take(Portion portion) {
        Work now = work;
        if (now == null || portion.work() != now) {
            return;
        }
        int pixels = now.subject.test().pixelsPerImage();
        int n = portion.images().length / pixels;
        pace.took(n, portion.nanos());
        GreyMap.fill(portion.images(), 0, n * pixels, now.argb, now.done * pixels);
        now.done += n;
        if (now.done < now.count()) {
            askNext(now);
            return;
        }
        work = null;
        now.taker.accept(ImageTiles.ofPacked(
                now.argb, now.subject.test().width(), now.subject.test().height()));
    }
}

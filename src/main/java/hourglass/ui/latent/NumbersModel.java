package hourglass.ui.latent;

import hourglass.core.Identity;
import hourglass.core.latent.CodeSample;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.look.Look;
import hourglass.session.measure.Decoding;
import hourglass.session.measure.KlMeasuring;
import hourglass.ui.pictures.ImageTiles;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/** The numbers of a code one by one: how much each says, and what the decoder draws when it alone changes. */
final class NumbersModel {
    /** Numbers shown together. */
    static final int PAGE = 16;
    /** Pictures of each. */
    static final int STEPS = 9;
    /** Standard deviations to either side. */
    static final double REACH = 3;

    private static final int MEASURED = 2000;

    private final SpaceModel space;
    private final InferenceSlot<Strips> strips;
    private final InferenceSlot<Kl> measure;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final IntegerProperty page = new SimpleIntegerProperty(this, "page", 0);
    private final ReadOnlyObjectWrapper<Optional<Strips>> drawn =
            new ReadOnlyObjectWrapper<>(this, "strips", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Kl>> kl = new ReadOnlyObjectWrapper<>(this, "kl", Optional.empty());
    private int[] order = new int[0];
    private @Nullable LatentMap measured;
    private boolean soiled = true;

    /**
     * Pictures of the numbers of a page, {@value #STEPS} of each.
     *
     * @param numbers which
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over and never written again
    record Strips(int[] numbers, ImageTiles images) {}

    /**
     * Nats of each number of a network, mean over test images.
     *
     * @param look the network
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over and never written again
    record Kl(Look look, double[] nats) {
        boolean isDead(int number) {
            return nats[number] < KlMeasuring.DEAD;
        }

        double most() {
            return Arrays.stream(nats).max().orElse(1);
        }

        /** The numbers that say nothing, from 1. */
        int[] dead() {
            return IntStream.range(0, nats.length)
                    .filter(this::isDead)
                    .map(number -> number + 1)
                    .toArray();
        }
    }

    NumbersModel(SpaceModel space, Questions questions) {
        this.space = space;
        strips = questions.slot(answer -> drawn.set(Optional.of(answer)));
        measure = questions.slot(answer -> kl.set(Optional.of(answer)));
        space.mapProperty().addListener((observed, before, now) -> follow(before, now));
        space.spotProperty().addListener((observed, before, now) -> soiled = true);
        space.cutProperty().addListener((observed, before, now) -> soiled = true);
        page.addListener((observed, before, now) -> soiled = true);
    }

    private void follow(Optional<LatentMap> before, Optional<LatentMap> now) {
        boolean sameRun = before.isPresent()
                && now.isPresent()
                && now.get().look().isSameRun(before.get().look());
        int[] fresh = now.map(NumbersModel::order).orElse(new int[0]);
        // While the network learns the rows keep their places, or one would slip from under the hand.
        if (!sameRun || fresh.length != order.length) {
            order = fresh;
            page.set(0);
            strips.forget();
            measure.forget();
            drawn.set(Optional.empty());
            kl.set(Optional.empty());
        }
        soiled = true;
    }

    /** Few stay in their own order, of many those that vary most come first. */
    private static int[] order(LatentMap map) {
        int[] byVariance = map.codes().byVariance();
        return byVariance.length <= PAGE ? IntStream.range(0, byVariance.length).toArray() : byVariance;
    }

    /** Draws and measures what is seen and out of date. */
    void tick() {
        LatentMap map = space.mapProperty().get().orElse(null);
        if (!shown.get() || map == null) {
            return;
        }
        Look look = map.look();
        if (look.isVariational() && !measure.isWaiting() && !Identity.same(map, measured)) {
            measured = map;
            KlMeasuring measuring =
                    new KlMeasuring(look.test(), CodeSample.spread(look.test().size(), MEASURED));
            measure.begin(
                    look.snapshot(), network -> measuring.apply(network).map(kl -> new Kl(look, kl.perDimension())));
        }
        float[] code = space.code().orElse(null);
        if (soiled && !strips.isWaiting() && code != null && code.length == order.length) {
            soiled = false;
            int[] numbers = numbers();
            Decoding decoding = Greys.decoding(look, varied(map, code, numbers));
            strips.begin(look.snapshot(), network -> decoding.apply(network)
                    .map(images -> new Strips(numbers, Greys.tiles(images))));
        }
    }

    private static float[] varied(LatentMap map, float[] code, int[] numbers) {
        float[] codes = new float[numbers.length * STEPS * code.length];
        for (int row = 0; row < numbers.length; row++) {
            for (int step = 0; step < STEPS; step++) {
                int from = (row * STEPS + step) * code.length;
                System.arraycopy(code, 0, codes, from, code.length);
                codes[from + numbers[row]] = (float) value(map, numbers[row], step);
            }
        }
        return codes;
    }

    /** What a number is in a picture: to {@value #REACH} standard deviations, of the prior where there is one. */
    static double value(LatentMap map, int number, int step) {
        double away = REACH * (2.0 * step / (STEPS - 1) - 1);
        return map.look().isVariational()
                ? away
                : map.codes().mean(number) + away * map.codes().deviation(number);
    }

    /** The numbers of the page. */
    int[] numbers() {
        int from = Math.min(order.length, page.get() * PAGE);
        return Arrays.copyOfRange(order, from, Math.min(order.length, from + PAGE));
    }

    /** Pages there are, at least one. */
    int pages() {
        return Math.max(1, (order.length + PAGE - 1) / PAGE);
    }

    /** Numbers of the code. */
    int count() {
        return order.length;
    }

    BooleanProperty shownProperty() {
        return shown;
    }

    IntegerProperty pageProperty() {
        return page;
    }

    ReadOnlyObjectProperty<Optional<Strips>> stripsProperty() {
        return drawn.getReadOnlyProperty();
    }

    /** Of a variational network, once it is measured. */
    ReadOnlyObjectProperty<Optional<Kl>> klProperty() {
        return kl.getReadOnlyProperty();
    }
}

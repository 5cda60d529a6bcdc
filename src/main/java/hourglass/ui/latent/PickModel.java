package hourglass.ui.latent;

import hourglass.core.latent.Spot;
import hourglass.engine.model.Network;
import hourglass.engine.train.Posteriors;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.history.History;
import hourglass.session.look.Look;
import hourglass.ui.kit.Messages;
import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/** One test image: the mean and the standard deviation the encoder gives it, and draws from them. */
public final class PickModel {
    /** Codes drawn from the distribution of the image. */
    static final int DRAWS = 10;

    /** To begin with, because the classes around it are unlike it and yet not far. */
    private static final int SNEAKER = 7;

    private final SpaceModel space;
    private final InferenceSlot<Picked> slot;
    private final ReadOnlyObjectWrapper<Optional<Picked>> picked =
            new ReadOnlyObjectWrapper<>(this, "picked", Optional.empty());
    private History history = History.unseen();
    private final DoubleProperty magnified = new SimpleDoubleProperty(this, "magnified", 1);
    private @Nullable Look look;
    private int image = -1;
    private long seed = 1;
    private boolean soiled;

    PickModel(SpaceModel space, Questions questions) {
        this.space = space;
        slot = questions.slot(answer -> picked.set(Optional.of(answer)));
        space.mapProperty().addListener((observed, before, now) -> follow(now));
    }

    private void follow(Optional<LatentMap> now) {
        Look before = look;
        look = now.map(LatentMap::look).orElse(null);
        soiled = true;
        if (now.isEmpty() || !now.get().look().isSameRun(before)) {
            slot.forget();
            picked.set(Optional.empty());
        }
        now.ifPresent(known -> {
            if (image < 0 || before == null || !known.look().isOfSameData(before)) {
                image = known.codes()
                        .sample()
                        .image(Math.max(0, known.codes().sample().firstOf(SNEAKER)));
            }
        });
    }

    void tick() {
        Look now = look;
        if (soiled && now != null && !slot.isWaiting() && image >= 0) {
            soiled = false;
            ask(now);
        }
    }

    private void ask(Look now) {
        int chosen = image;
        long drawn = seed;
        slot.ask(now.snapshot(), network -> look(network, now, chosen, drawn));
    }

    private static Picked look(Network network, Look look, int image, long seed) {
        float[] original = look.test().image(image);
        int size = look.codeSize();
        float[] mean = network.encode(original, 1);
        float[] deviation = new float[0];
        float[] draws = new float[0];
        if (look.isVariational()) {
            float[] posterior = network.posterior(original, 1);
            deviation = new float[size];
            for (int d = 0; d < size; d++) {
                deviation[d] = (float) Math.exp(0.5 * posterior[size + d]);
            }
            draws = Posteriors.sample(repeat(posterior, DRAWS), DRAWS, seed);
        }
        float[] codes = Arrays.copyOf(mean, size + draws.length);
        System.arraycopy(draws, 0, codes, size, draws.length);
        int pixels = original.length;
        float[] decoded = network.decode(codes, codes.length / size);
        float[] all = Arrays.copyOf(original, pixels + decoded.length);
        System.arraycopy(decoded, 0, all, pixels, decoded.length);
        return new Picked(look, image, mean, deviation, draws, Greys.tiles(all, look));
    }

    private static float[] repeat(float[] row, int times) {
        float[] block = new float[row.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(row, 0, block, i * row.length, row.length);
        }
        return block;
    }

    /** Looks at another test image; the handle goes to its code. */
    void pick(int testImage) {
        history.changed(Messages.text("undo.image"), image, testImage, this::look);
        look(testImage);
    }

    private void look(int testImage) {
        image = testImage;
        soiled = true;
        space.mapProperty().get().ifPresent(known -> {
            int row = known.codes().sample().rowOf(testImage);
            if (row >= 0) {
                space.moveOnto(known.codes().sample().code(row));
            }
        });
    }

    /** Picks the image whose code is drawn nearest to a place. */
    void pickNearest(Spot spot) {
        space.mapProperty()
                .get()
                .ifPresent(
                        known -> pick(known.codes().sample().image(known.codes().nearestRow(spot))));
    }

    /** Picks the image whose code is nearest to the one at the handle, among all numbers of the code. */
    void pickNearest() {
        space.mapProperty().get().ifPresent(known -> space.code()
                .ifPresent(
                        code -> pick(known.codes().sample().image(known.codes().nearestRow(code)))));
    }

    /** Picks the next image of the sample. */
    void pickNext() {
        space.mapProperty().get().ifPresent(known -> {
            int row = known.codes().sample().rowOf(image);
            pick(known.codes().sample().image((row + 1) % known.codes().sample().count()));
        });
    }

    /** Draws other codes from the same distribution. */
    void sampleAgain() {
        seed++;
        soiled = true;
    }

    /** The image picked, and by which seed codes are drawn. */
    Optional<Pick> state() {
        return image < 0 ? Optional.empty() : Optional.of(new Pick(image, seed));
    }

    /** An image, and the seed of its draws. */
    record Pick(int image, long seed) {}

    /** Picks as it was, and leaves the handle where it is. */
    void restore(Pick pick) {
        if (look != null && pick.image() < look.test().size()) {
            image = pick.image();
            seed = pick.seed();
            soiled = true;
        }
    }

    /** How many times as large the standard deviations are drawn, 1 … 10: those of two numbers are hardly to be seen. */
    DoubleProperty magnifiedProperty() {
        return magnified;
    }

    /** From now on choices by hand can be taken back. */
    void remember(History list) {
        history = list;
    }

    ReadOnlyObjectProperty<Optional<Picked>> pickedProperty() {
        return picked.getReadOnlyProperty();
    }
}

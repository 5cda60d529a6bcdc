package hourglass.ui.latent;

import hourglass.core.latent.CodeMapSteps;
import hourglass.core.latent.CodeSample;
import hourglass.core.latent.PlaneChoice;
import hourglass.core.latent.Spot;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.ask.Portion;
import hourglass.session.look.Look;
import hourglass.session.measure.Encoding;
import hourglass.ui.kit.InteractionMeter;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The latent space of one network: codes of test images in a plane, a handle in it, and what is drawn at the handle. */
public final class SpaceModel {
    /** Test images encoded while nothing changes. */
    static final int STILL_SAMPLE = 3000;
    /** While the network trains and the picture is renewed twice a second. */
    static final int MOVING_SAMPLE = 1500;

    /** So many are shown while the others are being encoded, where there is nothing else to show. */
    private static final int FIRST_LOOK = 400;

    private final InferenceSlot<Sampled> codes;
    private final InferenceSlot<LatentMap> maps;
    private final InferenceSlot<Decoded> decodes;
    private final ReadOnlyObjectWrapper<Optional<LatentMap>> map =
            new ReadOnlyObjectWrapper<>(this, "map", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Cut>> cut = new ReadOnlyObjectWrapper<>(this, "cut", Optional.empty());
    private final ReadOnlyObjectWrapper<Spot> spot = new ReadOnlyObjectWrapper<>(this, "spot", new Spot(0, 0));
    private final ReadOnlyObjectWrapper<Optional<Decoded>> decoded =
            new ReadOnlyObjectWrapper<>(this, "decoded", Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy", false);
    private final ObjectProperty<PlaneChoice> plane = new SimpleObjectProperty<>(this, "plane", PlaneChoice.PRINCIPAL);
    private final InteractionMeter meter;
    private @Nullable Look begun;
    private @Nullable Sampled sampled;

    private record Sampled(Look look, CodeSample codes) {}

    SpaceModel(Questions questions, InteractionMeter meter) {
        this.meter = meter;
        codes = questions.slot(this::take);
        maps = questions.slot(this::show);
        decodes = questions.slot(answer -> {
            // The decoder works, whatever it could not do before.
            questions.clear();
            decoded.set(Optional.of(answer));
        });
        plane.addListener((observed, before, now) -> replan());
    }

    /** Follows {@code wanted}, which must fit. */
    void tick(Look wanted) {
        boolean sameRun = wanted.isSameRun(begun);
        // A sample under way is let finish, or a network that learns fast would never be seen.
        if (!wanted.equals(begun) && !(sameRun && (codes.isWaiting() || maps.isWaiting()))) {
            begin(wanted);
        }
        busy.set(codes.isWaiting() || maps.isWaiting());
    }

    private void begin(Look wanted) {
        boolean sameRun = wanted.isSameRun(begun);
        begun = wanted;
        maps.forget();
        int[] images = CodeSample.spread(wanted.test().size(), wanted.isTraining() ? MOVING_SAMPLE : STILL_SAMPLE);
        boolean lookFirst = !sameRun || map.get().isEmpty();
        Encoding encoding =
                new Encoding(wanted.test(), images, wanted.codeSize(), lookFirst ? FIRST_LOOK : images.length);
        codes.begin(wanted.snapshot(), network -> encoding.apply(network).map(known -> new Sampled(wanted, known)));
    }

    /** Nothing to show. */
    void clear() {
        codes.forget();
        maps.forget();
        decodes.forget();
        begun = null;
        sampled = null;
        cut.set(Optional.empty());
        map.set(Optional.empty());
        decoded.set(Optional.empty());
    }

    private void take(Sampled fresh) {
        sampled = fresh;
        replan();
    }

    private void replan() {
        Sampled known = sampled;
        if (known != null) {
            CodeMapSteps steps = new CodeMapSteps(known.codes(), plane.get());
            maps.begin(() -> lay(known.look(), steps));
        }
    }

    private static Portion<LatentMap> lay(Look look, CodeMapSteps steps) {
        return steps.next() ? Portion.of(0, 1) : Portion.last(new LatentMap(look, steps.map()));
    }

    private void show(LatentMap fresh) {
        Cut before = cut.get().filter(old -> fresh.look().isSameRun(old.look())).orElse(null);
        if (before == null) {
            decodes.forget();
            decoded.set(Optional.empty());
        }
        // The same code stays under the handle wherever the new plane has it.
        Cut middle = new Cut(fresh.look(), fresh.codes().plane());
        float[] held = before == null ? middle.base() : before.codeAt(spot.get());
        Cut through = middle.through(held);
        cut.set(Optional.of(through));
        spot.set(through.spotOf(held));
        map.set(Optional.of(fresh));
        decode();
    }

    /** Moves the handle; the picture follows as soon as it is decoded. */
    public void moveTo(double x, double y) {
        Spot to = new Spot(x, y);
        if (to.isFinite() && !to.equals(spot.get())) {
            meter.asked(System.nanoTime());
            spot.set(to);
            decode();
        }
    }

    /** Moves the handle onto a code and the plane with it, so that exactly this code is drawn. */
    void moveOnto(float[] code) {
        cut.get().filter(known -> known.dimension() == code.length).ifPresent(known -> {
            Spot to = known.spotOf(code);
            if (known.dimension() > 2) {
                cut.set(Optional.of(known.through(code)));
            }
            spot.set(to);
            decode();
        });
    }

    /** Changes one number of the code, in the plane or beside it. */
    void turn(int dimension, float value) {
        code().ifPresent(code -> {
            code[dimension] = value;
            moveOnto(code);
        });
    }

    private void decode() {
        cut.get().ifPresent(known -> {
            Look look = known.look();
            Spot at = spot.get();
            float[] code = known.codeAt(at);
            long asked = meter.lastAsked();
            decodes.ask(
                    look.snapshot(),
                    network -> new Decoded(look, at, Greys.tiles(network.decode(code, 1), look), asked));
        });
    }

    /** The code under the handle. */
    Optional<float[]> code() {
        return cut.get().map(known -> known.codeAt(spot.get()));
    }

    /** The plane the handle walks on. */
    ReadOnlyObjectProperty<Optional<Cut>> cutProperty() {
        return cut.getReadOnlyProperty();
    }

    /** Codes of test images in the plane; changes when the network learns. */
    ReadOnlyObjectProperty<Optional<LatentMap>> mapProperty() {
        return map.getReadOnlyProperty();
    }

    /** Where the handle is. */
    ReadOnlyObjectProperty<Spot> spotProperty() {
        return spot.getReadOnlyProperty();
    }

    /** The newest picture drawn at the handle. */
    ReadOnlyObjectProperty<Optional<Decoded>> decodedProperty() {
        return decoded.getReadOnlyProperty();
    }

    /** Which plane is cut through codes of more than two numbers. */
    ObjectProperty<PlaneChoice> planeProperty() {
        return plane;
    }
}

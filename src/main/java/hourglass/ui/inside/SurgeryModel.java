package hourglass.ui.inside;

import hourglass.core.metric.Errors;
import hourglass.engine.model.Network;
import hourglass.session.ask.InferenceAnswer;
import hourglass.session.ask.InferenceService;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.file.ViewStates;
import hourglass.session.history.History;
import hourglass.session.look.Look;
import hourglass.session.measure.Walk;
import hourglass.ui.inside.InsideModel.Inside;
import hourglass.ui.kit.InteractionMeter;
import hourglass.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/** The code of the image under the knife: numbers dragged or silenced, and what the decoder makes of that. */
public final class SurgeryModel {
    private final InferenceSlot<Decoded> slot;
    private final InteractionMeter meter = new InteractionMeter();
    private final ReadOnlyObjectWrapper<Optional<Operated>> operated =
            new ReadOnlyObjectWrapper<>(this, "operated", Optional.empty());
    private final ReadOnlyObjectWrapper<float[]> code = new ReadOnlyObjectWrapper<>(this, "code", new float[0]);
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", 0);
    private History history = History.unseen();
    private @Nullable Inside inside;
    private float[] own = new float[0];

    /** A picture with how far it is from the clean image. */
    @SuppressWarnings("ArrayRecordComponent") // handed over and never written again
    private record Decoded(Inside of, float[] before, float[] now, long movedAt) {}

    /**
     * What the knife did. Its arrays are not written again.
     *
     * @param original the clean image
     * @param before what the decoder makes of the code as it was
     * @param now what it makes of the code as it is
     * @param errorBefore mean squared error per pixel to the clean image
     * @param errorNow the same
     * @param movedAt when the hand moved, 0 where it did not
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over and never written again
    record Operated(float[] original, float[] before, float[] now, double errorBefore, double errorNow, long movedAt) {}

    SurgeryModel(InferenceService inference, Executor soon) {
        slot = inference.slot(soon, this::take);
    }

    /** Another image or a network that has learnt: the code is whole again, unless only the network went on. */
    void follow(Optional<Inside> now) {
        Inside before = inside;
        inside = now.orElse(null);
        if (inside == null) {
            slot.forget();
            operated.set(Optional.empty());
            code.set(new float[0]);
            return;
        }
        float[] fresh = mean(inside.walk());
        boolean same = before != null
                && before.image().equals(inside.image())
                && before.input().equals(inside.input())
                && inside.look().isSameRun(before.look())
                && fresh.length == own.length;
        float[] next = fresh.clone();
        for (int i = 0; same && i < next.length; i++) {
            // What was set by hand stays set.
            next[i] = code.get()[i] == own[i] ? fresh[i] : code.get()[i];
        }
        own = fresh;
        selected.set(Math.max(0, Math.min(selected.get(), fresh.length - 1)));
        set(next);
    }

    /** The code without chance: of a variational network the means. */
    private static float[] mean(Walk walk) {
        return walk.draw().map(draw -> draw.mean().clone()).orElseGet(walk::code);
    }

    private void set(float[] next) {
        code.set(next);
        Inside now = inside;
        if (now != null) {
            Look look = now.look();
            float[] before = own;
            long movedAt = meter.lastAsked();
            slot.ask(look.snapshot(), network -> decode(network, now, before, next, movedAt));
        }
    }

    private static Decoded decode(Network network, Inside of, float[] before, float[] now, long movedAt) {
        int size = before.length;
        float[] both = new float[2 * size];
        System.arraycopy(before, 0, both, 0, size);
        System.arraycopy(now, 0, both, size, size);
        float[] pictures = network.decode(both, 2);
        int pixels = pictures.length / 2;
        float[] first = new float[pixels];
        float[] second = new float[pixels];
        System.arraycopy(pictures, 0, first, 0, pixels);
        System.arraycopy(pictures, pixels, second, 0, pixels);
        return new Decoded(of, first, second, movedAt);
    }

    private void take(InferenceAnswer<Decoded> answer) {
        answer.value().ifPresent(made -> {
            float[] original = made.of().walk().original();
            operated.set(Optional.of(new Operated(
                    original,
                    made.before(),
                    made.now(),
                    Errors.meanSquaredError(original, made.before()),
                    Errors.meanSquaredError(original, made.now()),
                    made.movedAt())));
        });
    }

    /** Sets one number by hand. */
    void set(int index, float value) {
        if (index >= 0 && index < own.length && Float.isFinite(value)) {
            meter.asked(System.nanoTime());
            float[] next = code.get().clone();
            next[index] = value;
            operate(next);
        }
    }

    /** Sets a number to 0, or puts one that is 0 by hand back. */
    void silence(int index) {
        if (index >= 0 && index < own.length) {
            set(index, isSilenced(index) ? own[index] : 0);
        }
    }

    /** Whether a number is 0 by hand. */
    boolean isSilenced(int index) {
        return index >= 0
                && index < Math.min(own.length, code.get().length)
                && code.get()[index] == 0
                && own[index] != 0;
    }

    /** Puts one number back. */
    void restore(int index) {
        if (index >= 0 && index < own.length) {
            set(index, own[index]);
        }
    }

    /** Puts every number back. */
    public void restoreAll() {
        operate(own.clone());
    }

    private void operate(float[] next) {
        float[] before = code.get();
        Inside of = inside;
        set(next);
        history.changed(Messages.text("undo.code"), before, next, cut -> {
            boolean same = of != null && inside != null && of.image().equals(inside.image());
            if (same && cut.length == own.length) {
                set(cut);
            }
        });
    }

    void remember(History list) {
        history = list;
    }

    /** How many numbers are set by hand. */
    int changed() {
        int count = 0;
        for (int i = 0; i < own.length && i < code.get().length; i++) {
            count += code.get()[i] == own[i] ? 0 : 1;
        }
        return count;
    }

    /** The numbers set by hand. */
    List<ViewStates.Cut> cut() {
        List<ViewStates.Cut> cut = new ArrayList<>();
        for (int i = 0; i < own.length && i < code.get().length; i++) {
            if (code.get()[i] != own[i]) {
                cut.add(new ViewStates.Cut(i, code.get()[i]));
            }
        }
        return cut;
    }

    /** Sets these numbers and no others. */
    void cut(List<ViewStates.Cut> wanted) {
        float[] next = own.clone();
        wanted.stream()
                .filter(each -> each.number() < next.length)
                .forEach(each -> next[each.number()] = (float) each.value());
        set(next);
    }

    /** A number as the encoder gave it. */
    float own(int index) {
        return own[index];
    }

    /** The code as it is decoded; not to be written to. */
    ReadOnlyObjectProperty<float[]> codeProperty() {
        return code.getReadOnlyProperty();
    }

    /** The number the keys change. */
    IntegerProperty selectedProperty() {
        return selected;
    }

    /** What became of the picture. */
    ReadOnlyObjectProperty<Optional<Operated>> operatedProperty() {
        return operated.getReadOnlyProperty();
    }

    /** How fast pictures follow the hand. */
    InteractionMeter meter() {
        return meter;
    }
}

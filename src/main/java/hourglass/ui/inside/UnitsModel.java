package hourglass.ui.inside;

import hourglass.session.ask.InferenceAnswer;
import hourglass.session.ask.InferenceService;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.look.Look;
import hourglass.session.measure.NetworkInput;
import hourglass.session.measure.UnitMeasuring;
import hourglass.session.measure.Units;
import hourglass.session.measure.Units.Order;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What each number of the code does, measured while it is looked at. */
public final class UnitsModel {
    /** A network in training is measured anew so often at most. */
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(4);

    private final InferenceSlot<Found> slot;
    private final LongSupplier nanos;
    private final ReadOnlyObjectWrapper<Optional<Found>> found =
            new ReadOnlyObjectWrapper<>(this, "found", Optional.empty());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.NONE);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 0);
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(this, "order", Order.PRICE);
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", 0);
    private @Nullable Look begun;
    private NetworkInput begunInput = NetworkInput.CLEAN;
    private long begunAt;

    /** Where the measurement stands. */
    enum State {
        /** Not begun. */
        NONE,
        /** Under way. */
        MEASURING,
        /** Broken off by hand; what is known stands. */
        CANCELLED,
        /** It failed. */
        FAILED,
        /** All prices are known. */
        DONE
    }

    /** What was found of which network. */
    record Found(Look look, Units units) {}

    UnitsModel(InferenceService inference, Executor soon, LongSupplier nanos) {
        this.nanos = nanos;
        slot = inference.slot(soon, this::take);
    }

    /** Measures this network unless that is done, under way or was broken off. */
    void tick(Look look, NetworkInput input) {
        slot.goOn();
        boolean same = begun != null && look.isSameRun(begun) && input.equals(begunInput);
        boolean newer = !look.equals(begun) && state.get() == State.DONE && nanos.getAsLong() - begunAt >= PAUSE;
        if (!same || newer) {
            begin(look, input, same);
        }
        progress.set(slot.progress());
    }

    private void begin(Look look, NetworkInput input, boolean same) {
        if (!same) {
            found.set(Optional.empty());
        }
        begun = look;
        begunInput = input;
        begunAt = nanos.getAsLong();
        state.set(State.MEASURING);
        UnitMeasuring measuring = new UnitMeasuring(look.provenance(), look.test(), input);
        slot.begin(look.snapshot(), network -> measuring.apply(network).map(units -> new Found(look, units)));
    }

    private void take(InferenceAnswer<Found> answer) {
        if (answer.hasFailed()) {
            state.set(State.FAILED);
        }
        answer.value().ifPresent(made -> {
            boolean whole = made.units().known() == made.units().count();
            // Of a network that has only learnt on, the old prices stand until all new ones are known.
            if (whole || found.get().isEmpty() || found.get().get().look().equals(made.look())) {
                found.set(Optional.of(made));
            }
            state.set(whole ? State.DONE : State.MEASURING);
            selected.set(Math.min(selected.get(), made.units().count() - 1));
        });
    }

    /** Breaks the measurement off; what is known stands. */
    public void cancel() {
        if (state.get() == State.MEASURING) {
            slot.forget();
            state.set(State.CANCELLED);
        }
    }

    /** Measures anew. */
    public void again() {
        Look look = begun;
        if (look != null) {
            begin(look, begunInput, true);
        }
    }

    /** Leaves the inference thread to others. */
    void hold() {
        slot.hold();
    }

    /** There is nothing to measure. */
    void clear() {
        slot.forget();
        begun = null;
        found.set(Optional.empty());
        state.set(State.NONE);
    }

    /** As far as it is known. */
    ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Share that is measured, 0 … 1. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Which numbers come first. */
    ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** The number looked at, from 0. */
    IntegerProperty selectedProperty() {
        return selected;
    }

    /** The numbers in the order chosen; by price only once all prices are known. */
    int[] sorted() {
        Units units = found.get().map(Found::units).orElse(null);
        if (units == null) {
            return new int[0];
        }
        boolean early = order.get() == Order.PRICE && units.known() < units.count();
        return units.sorted(early ? Order.PLACE : order.get());
    }
}

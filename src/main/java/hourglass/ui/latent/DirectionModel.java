package hourglass.ui.latent;

import hourglass.core.latent.ClassDirections;
import hourglass.engine.model.Network;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.look.Look;
import hourglass.ui.pictures.ImageTiles;
import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** The picked image moved along the difference of two class means: more like another class. */
public final class DirectionModel {
    private final SpaceModel space;
    private final PickModel pick;
    private final InferenceSlot<Altered> slot;
    private final IntegerProperty target = new SimpleIntegerProperty(this, "target", 9);
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final DoubleProperty strength = new SimpleDoubleProperty(this, "strength", 1);
    private final ReadOnlyObjectWrapper<Optional<Altered>> altered =
            new ReadOnlyObjectWrapper<>(this, "altered", Optional.empty());

    DirectionModel(SpaceModel space, PickModel pick, Questions questions) {
        this.space = space;
        this.pick = pick;
        slot = questions.slot(answer -> altered.set(Optional.of(answer)));
        shown.addListener((observed, before, now) -> refresh());
        pick.pickedProperty().addListener((observed, before, now) -> refresh());
        target.addListener((observed, before, now) -> refresh());
        strength.addListener((observed, before, now) -> refresh());
    }

    private void refresh() {
        Picked picked = pick.pickedProperty().get().orElse(null);
        LatentMap map = space.mapProperty().get().orElse(null);
        if (picked == null || map == null || !picked.look().isSameRun(map.look())) {
            slot.forget();
            altered.set(Optional.empty());
            return;
        }
        if (!shown.get()) {
            return;
        }
        int to = Math.min(target.get(), map.look().test().classCount() - 1);
        int from = picked.label();
        float[] mean = picked.mean();
        boolean known = map.codes().has(from) && map.codes().has(to);
        float[] direction = known ? map.codes().direction(from, to) : new float[mean.length];
        double amount = strength.get();
        float[] moved = ClassDirections.moved(mean, direction, amount);
        Look look = picked.look();
        slot.ask(
                look.snapshot(),
                network -> new Altered(
                        look, picked.image(), from, to, amount, new Anchor(moved), draw(network, picked, moved)));
    }

    private static ImageTiles draw(Network network, Picked picked, float[] moved) {
        Look look = picked.look();
        float[] mean = picked.mean();
        float[] codes = Arrays.copyOf(mean, 2 * mean.length);
        System.arraycopy(moved, 0, codes, mean.length, mean.length);
        float[] original = look.test().image(picked.image());
        float[] decoded = network.decode(codes, 2);
        float[] all = Arrays.copyOf(original, original.length + decoded.length);
        System.arraycopy(decoded, 0, all, original.length, decoded.length);
        return Greys.tiles(all, look);
    }

    /** Puts the handle on the altered code. */
    void goThere() {
        altered.get().ifPresent(now -> space.moveOnto(now.code().code()));
    }

    /** Whether somebody can see it; otherwise nothing is decoded. */
    BooleanProperty shownProperty() {
        return shown;
    }

    /** The class to become more like. */
    IntegerProperty targetProperty() {
        return target;
    }

    /** How far along the difference of the class means: 0 nothing, 1 all of it. */
    DoubleProperty strengthProperty() {
        return strength;
    }

    ReadOnlyObjectProperty<Optional<Altered>> alteredProperty() {
        return altered.getReadOnlyProperty();
    }
}

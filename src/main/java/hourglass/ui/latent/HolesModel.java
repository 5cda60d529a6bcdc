package hourglass.ui.latent;

import hourglass.core.Identity;
import hourglass.core.latent.DistanceField;
import hourglass.core.latent.LatentWindow;
import hourglass.session.ask.InferenceSlot;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** How far every place of a window lies from the nearest code. */
public final class HolesModel {
    /** A window in so many cells. */
    record Wish(LatentWindow window, int columns, int rows) {}

    /** The distances in a window. */
    record Holes(LatentMap map, LatentWindow window, DistanceField field) {}

    private final SpaceModel space;
    private final InferenceSlot<Holes> slot;
    private final ObjectProperty<Optional<Wish>> wish = new SimpleObjectProperty<>(this, "wish", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Holes>> holes =
            new ReadOnlyObjectWrapper<>(this, "holes", Optional.empty());
    private @Nullable LatentMap askedMap;
    private @Nullable Cut askedCut;
    private Optional<Wish> asked = Optional.empty();

    HolesModel(SpaceModel space, Questions questions) {
        this.space = space;
        slot = questions.slot(answer -> holes.set(Optional.of(answer)));
        space.mapProperty().addListener((observed, before, now) -> {
            boolean other = before.isPresent()
                    && (now.isEmpty()
                            || !now.get().look().isSameRun(before.get().look()));
            if (other) {
                slot.forget();
                holes.set(Optional.empty());
            }
        });
    }

    void tick() {
        LatentMap map = space.mapProperty().get().orElse(null);
        Optional<Wish> now = wish.get();
        Cut cut = space.cutProperty().get().orElse(null);
        boolean same = Identity.same(map, askedMap) && Identity.same(cut, askedCut) && now.equals(asked);
        if (map == null || cut == null || now.isEmpty() || slot.isWaiting() || same) {
            return;
        }
        askedMap = map;
        askedCut = cut;
        asked = now;
        Wish wanted = now.get();
        float[] base = cut.base();
        slot.ask(() -> new Holes(
                map,
                wanted.window(),
                DistanceField.of(
                        map.codes().places(),
                        map.codes().besidePlane(base),
                        wanted.window(),
                        wanted.columns(),
                        wanted.rows())));
    }

    /** Which window is wanted; empty for none. */
    ObjectProperty<Optional<Wish>> wishProperty() {
        return wish;
    }

    ReadOnlyObjectProperty<Optional<Holes>> holesProperty() {
        return holes.getReadOnlyProperty();
    }
}

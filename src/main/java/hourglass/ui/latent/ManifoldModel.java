package hourglass.ui.latent;

import hourglass.core.latent.Lattice;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.look.Look;
import hourglass.session.measure.Decoding;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The decoded plane as a grid of pictures, made anew when the network, the plane or the columns and rows change. */
public final class ManifoldModel {
    private final SpaceModel space;
    private final InferenceSlot<Manifold> slot;
    private final ObjectProperty<Lattice> lattice = new SimpleObjectProperty<>(this, "lattice", Lattice.NONE);
    private final ReadOnlyObjectWrapper<Optional<Manifold>> picture =
            new ReadOnlyObjectWrapper<>(this, "picture", Optional.empty());
    private @Nullable Cut askedCut;
    private Lattice askedLattice = Lattice.NONE;

    ManifoldModel(SpaceModel space, Questions questions) {
        this.space = space;
        slot = questions.slot(answer -> picture.set(Optional.of(answer)));
        space.cutProperty().addListener((observed, before, now) -> dropOther(now));
    }

    private void dropOther(Optional<Cut> now) {
        boolean other = picture.get()
                .filter(old -> now.isEmpty() || !now.get().look().isSameRun(old.look()))
                .isPresent();
        if (other || now.isEmpty()) {
            slot.forget();
            picture.set(Optional.empty());
        }
    }

    void tick() {
        Optional<Cut> cut = space.cutProperty().get();
        Lattice wanted = lattice.get();
        if (cut.isEmpty() || wanted.isEmpty() || slot.isWaiting()) {
            return;
        }
        Cut through = cut.get();
        if (through != askedCut || !wanted.equals(askedLattice)) {
            askedCut = through;
            askedLattice = wanted;
            Look look = through.look();
            Decoding decoding = Greys.decoding(look, through.codes(wanted));
            slot.begin(look.snapshot(), network -> decoding.apply(network)
                    .map(images -> new Manifold(look, wanted, Greys.tiles(images))));
        }
    }

    /** Which columns and rows are wanted; empty for no picture. */
    ObjectProperty<Lattice> latticeProperty() {
        return lattice;
    }

    /** The newest complete picture; it may still be of the columns and rows before. */
    ReadOnlyObjectProperty<Optional<Manifold>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }
}

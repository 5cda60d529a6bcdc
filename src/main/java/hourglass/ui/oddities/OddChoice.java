package hourglass.ui.oddities;

import hourglass.core.Identity;
import hourglass.core.data.DataSet;
import hourglass.core.noise.Damage;
import hourglass.core.spec.InvalidSpecException;
import hourglass.session.data.DataService;
import hourglass.session.measure.Mixture;
import hourglass.session.measure.Odd;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What counts as odd, and the images that come of it; mixed anew when the choice or the data change. */
final class OddChoice {
    /** A garment unlike the others. */
    private static final String USUAL_CLASS = "Bag";

    final ObjectProperty<Odd.Kind> kind = new SimpleObjectProperty<>(this, "kind", Odd.Kind.CLASS);
    final StringProperty className = new SimpleStringProperty(this, "className", USUAL_CLASS);
    final ObjectProperty<Damage> damage = new SimpleObjectProperty<>(this, "damage", Damage.DIMMED);
    final StringProperty set = new SimpleStringProperty(this, "set", "sketchwear");

    private final DataService data;
    private @Nullable Object mixedOf;
    private @Nullable DataSet mixedInto;
    private Optional<Mixture> mixture = Optional.empty();
    private String problem = "";

    OddChoice(DataService data) {
        this.data = data;
        List<Observable> choices = List.of(kind, className, damage, set);
        choices.forEach(each -> each.addListener(changed -> mixedOf = null));
    }

    /** Other data came into use. */
    void offer(List<String> classNames) {
        if (!classNames.contains(className.get())) {
            className.set(classNames.contains(USUAL_CLASS) ? USUAL_CLASS : classNames.get(0));
        }
    }

    /** A class. */
    void lookFor(String name) {
        className.set(name);
        kind.set(Odd.Kind.CLASS);
    }

    /** Sees to the images that are to be told apart. */
    void tick(DataSet inUse) {
        boolean other = kind.get() == Odd.Kind.SET;
        if (other) {
            data.readBeside(set.get());
        }
        Object of = other ? data.beside() : inUse;
        if (mixedOf != null && Identity.same(of, mixedOf) && Identity.same(inUse, mixedInto)) {
            return;
        }
        mixedOf = of;
        mixedInto = inUse;
        problem = "";
        mixture = Optional.empty();
        try {
            mixture = mixed(inUse);
        } catch (InvalidSpecException refused) {
            problem = String.valueOf(refused.getMessage());
        }
    }

    private Optional<Mixture> mixed(DataSet inUse) {
        return switch (kind.get()) {
            case CLASS -> Optional.of(Mixture.of(inUse, Odd.ofClass(className.get())));
            case DAMAGE -> Optional.of(Mixture.of(inUse, Odd.of(damage.get())));
            case SET -> {
                DataService.Beside beside = data.beside();
                if (!beside.problem().isEmpty()) {
                    throw new InvalidSpecException("odd", beside.problem());
                }
                yield beside.data().map(others -> Mixture.with(inUse, others));
            }
        };
    }

    /** The images; empty while they are being read, or where there is a problem. */
    Optional<Mixture> mixture() {
        return mixture;
    }

    /** Why there is nothing to find, in a sentence; empty where there is. */
    String problem() {
        return problem;
    }
}

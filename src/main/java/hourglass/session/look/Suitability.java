package hourglass.session.look;

import hourglass.core.spec.Preset;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which networks suit a view when nobody has picked one for it.
 *
 * @param suits whether a network has something to show there
 * @param otherwise shipped networks that have, best first, for when none that was chosen has
 */
public record Suitability(Predicate<Look> suits, List<Preset> otherwise) {
    /** Whatever is chosen. */
    public static final Suitability ANY = new Suitability(look -> true, List.of());

    /** Whatever can take the images. */
    public static final Suitability FITTING = new Suitability(Look::fits, List.of());

    /** Copies the list. */
    public Suitability {
        otherwise = List.copyOf(otherwise);
    }
}

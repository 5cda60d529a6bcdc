package hourglass.ui.denoise;

import hourglass.core.Identity;
import hourglass.session.ask.DenoisingCurve;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Complete curves, the newest of them. */
final class CurveCache {
    private static final int KEPT = 24;

    private final Deque<Entry> entries = new ArrayDeque<>();

    private record Entry(CurveKey key, DenoisingCurve curve) {}

    Optional<DenoisingCurve> get(CurveKey key) {
        return entries.stream()
                .filter(entry -> entry.key().is(key))
                .map(Entry::curve)
                .findFirst();
    }

    void put(CurveKey key, DenoisingCurve curve) {
        // Nobody asks again for other data or an earlier state of this run, and entries keep their weights and images.
        entries.removeIf(old -> !Identity.same(old.key().data(), key.data()) || key.continues(old.key()));
        entries.addFirst(new Entry(key, curve));
        if (entries.size() > KEPT) {
            entries.removeLast();
        }
    }
}

package hourglass.session.ask;

import hourglass.core.Identity;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The networks used last, ready with their weights. Inference thread. */
final class NetworkCache {
    static final int CAPACITY = 4;

    private final Supplier<NetworkFactory> factory;
    /** The one used longest ago first. */
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(Network network, ModelSnapshot loaded) {}

    NetworkCache(Supplier<NetworkFactory> factory) {
        this.factory = factory;
    }

    /** With the weights of {@code model}; networks that hold one of {@code needed} are not touched for it. */
    Network prepared(ModelSnapshot model, Collection<ModelSnapshot> needed) {
        Optional<Entry> ready = take(entry -> Identity.same(entry.loaded(), model));
        if (ready.isPresent()) {
            entries.add(ready.get());
            return ready.get().network();
        }
        Network network = reusable(model, needed).orElseGet(() -> fresh(model, needed));
        load(network, model);
        entries.add(new Entry(network, model));
        return network;
    }

    /** With all places taken, one of this shape only needs other weights; of a run under way that is an older state. */
    private Optional<Network> reusable(ModelSnapshot model, Collection<ModelSnapshot> needed) {
        return entries.size() < CAPACITY
                ? Optional.empty()
                : take(entry -> sameShape(entry.loaded(), model) && isFree(entry, needed))
                        .map(Entry::network);
    }

    private Network fresh(ModelSnapshot model, Collection<ModelSnapshot> needed) {
        if (entries.size() >= CAPACITY) {
            take(entry -> isFree(entry, needed))
                    .ifPresent(entry -> entry.network().close());
        }
        return factory.get().evaluator(model.experiment().model());
    }

    /** A network half loaded is of no use to anybody. */
    private static void load(Network network, ModelSnapshot model) {
        boolean loaded = false;
        try {
            network.load(model.parameters());
            loaded = true;
        } finally {
            if (!loaded) {
                network.close();
            }
        }
    }

    private Optional<Entry> take(Predicate<Entry> wanted) {
        Optional<Entry> found = entries.stream().filter(wanted).findFirst();
        found.ifPresent(entries::remove);
        return found;
    }

    private static boolean isFree(Entry entry, Collection<ModelSnapshot> needed) {
        return needed.stream().noneMatch(model -> Identity.same(model, entry.loaded()));
    }

    private static boolean sameShape(ModelSnapshot one, ModelSnapshot other) {
        return one.experiment().model().equals(other.experiment().model());
    }
}

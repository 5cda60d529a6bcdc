package hourglass.session.lesson;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.metric.PcaBasis;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.session.measure.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/** What a trial is given: data, networks ready to compute, its numbers. One thread; closing it closes the networks. */
final class TrialSubject implements AutoCloseable {
    /** Of everything that is drawn. */
    static final long SEED = 7;

    private final DataSet data;
    private final NetworkFactory factory;
    private final List<ModelSnapshot> models;
    private final Map<String, Double> settings;
    private final Supplier<PcaBasis> basis;
    private final BooleanSupplier cancelled;
    private final DoubleConsumer progress;
    private final List<Network> networks = new ArrayList<>();

    TrialSubject(Given given, List<ModelSnapshot> models, Map<String, Double> settings) {
        data = given.data();
        factory = given.factory();
        basis = given.basis();
        cancelled = given.cancelled();
        progress = given.progress();
        this.models = models;
        this.settings = settings;
        for (ModelSnapshot model : models) {
            Network network = factory.evaluator(model.experiment().model());
            networks.add(network);
            network.load(model.parameters());
        }
    }

    /** What all trials on the same data are given. */
    record Given(
            DataSet data,
            NetworkFactory factory,
            Supplier<PcaBasis> basis,
            BooleanSupplier cancelled,
            DoubleConsumer progress) {}

    DataSet data() {
        return data;
    }

    ImageSet test() {
        return data.test();
    }

    NetworkFactory factory() {
        return factory;
    }

    PcaBasis basis() {
        return basis.get();
    }

    BooleanSupplier cancelled() {
        return cancelled;
    }

    boolean hasNetwork(int which) {
        return which < networks.size();
    }

    Network network(int which) {
        return networks.get(which);
    }

    ModelSnapshot model(int which) {
        return models.get(which);
    }

    Provenance provenance(int which) {
        return Provenance.of(data, models.get(which));
    }

    double setting(String name) {
        return settings.getOrDefault(name, Double.NaN);
    }

    /** A setting that counts something of which there are so many at most. */
    int count(String name, int most) {
        return (int) Math.max(1, Math.min(most, setting(name)));
    }

    /** Says how much is done, 0 … 1, and ends the work where nobody waits for it. */
    void done(double share) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
        progress.accept(share);
    }

    /** In words, of all test images or of the first {@code count}. */
    String images(int count) {
        return count >= test().size()
                ? "all " + spaced(count) + " test images of " + data.name()
                : "the first " + spaced(count) + " test images of " + data.name();
    }

    /** A count with its thousands apart. */
    static String spaced(int count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u202f');
    }

    @Override
    public void close() {
        networks.forEach(Network::close);
    }
}

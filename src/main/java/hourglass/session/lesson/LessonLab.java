package hourglass.session.lesson;

import hourglass.core.Identity;
import hourglass.core.data.DataSet;
import hourglass.core.metric.PcaBasis;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.NetworkFactory;
import hourglass.session.concurrent.Lazy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Measures what steps ask for, on the caller's thread; what several steps need is computed once. One thread. */
public final class LessonLab {
    private final Supplier<NetworkFactory> networks;
    private final Function<String, Optional<ModelSnapshot>> shipped;
    private @Nullable DataSet known;
    private @Nullable Supplier<PcaBasis> basis;
    private BooleanSupplier unwanted = () -> false;

    /** With what makes networks and the shipped ones by name. */
    public LessonLab(Supplier<NetworkFactory> networks, Function<String, Optional<ModelSnapshot>> shipped) {
        this.networks = networks;
        this.shipped = shipped;
    }

    /**
     * Measures what a step asks for.
     *
     * @param progress is told the share done, 0 … 1
     * @throws IllegalArgumentException in one sentence where it cannot be measured on these data
     * @throws java.util.concurrent.CancellationException if {@code cancelled} says so
     */
    public Measured measure(LessonStep step, DataSet data, BooleanSupplier cancelled, DoubleConsumer progress) {
        LessonStep.Run run = step.run();
        List<ModelSnapshot> models =
                run.networks().stream().map(name -> model(name, data)).toList();
        Map<String, Double> settings = new HashMap<>(run.experiment().needs().settings());
        settings.putAll(run.settings());
        NetworkFactory factory = networks.get();
        unwanted = cancelled;
        TrialSubject.Given given = new TrialSubject.Given(data, factory, basis(data, factory), cancelled, progress);
        try (TrialSubject subject = new TrialSubject(given, models, settings)) {
            Measured measured = run.experiment().measure(subject);
            // Half a measure is none.
            subject.done(1);
            return measured;
        }
    }

    private ModelSnapshot model(String name, DataSet data) {
        ModelSnapshot model = shipped.apply(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The network " + name + " did not come with this copy of the program."));
        int expected = model.experiment().model().inputSize();
        if (expected != data.test().pixelsPerImage()) {
            throw new IllegalArgumentException("The network " + name + " reads images of " + expected
                    + " pixels, but those of " + data.name() + " have "
                    + data.test().pixelsPerImage() + ".");
        }
        return model;
    }

    private Supplier<PcaBasis> basis(DataSet data, NetworkFactory factory) {
        Supplier<PcaBasis> before = basis;
        if (before != null && Identity.same(data, known)) {
            return before;
        }
        Supplier<PcaBasis> fresh =
                new Lazy<>(() -> PcaBasis.fit(data.train(), factory.computing(), () -> unwanted.getAsBoolean()));
        known = data;
        basis = fresh;
        return fresh;
    }
}

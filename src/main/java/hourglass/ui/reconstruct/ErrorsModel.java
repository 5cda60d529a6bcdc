package hourglass.ui.reconstruct;

import hourglass.session.ask.InferenceService;
import hourglass.session.look.Look;
import hourglass.session.measure.BaselineService;
import hourglass.session.measure.ErrorMeasuring;
import hourglass.session.measure.FollowedMeasure;
import hourglass.session.measure.ImageErrors;
import hourglass.session.measure.NetworkInput;
import hourglass.session.measure.Provenance;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The errors of all test images, of the network and of PCA, and what they come to. */
final class ErrorsModel {
    /** All test images are measured once in so long at most while the network trains. */
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);

    private final BaselineService baselines;
    private final FollowedMeasure<Given, Ranking> rankings;
    private final ReadOnlyObjectWrapper<Summary> summary = new ReadOnlyObjectWrapper<>(this, "summary", Summary.NONE);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private Optional<Ranking> ranking = Optional.empty();
    private @Nullable Given given;
    private @Nullable Look look;

    /** The errors of all test images, with the network and the data they are of. */
    record Ranking(Look look, ImageErrors errors) {}

    /** A moment of a network and what it was given. */
    private record Given(Provenance of, NetworkInput input) implements FollowedMeasure.Key<Given> {
        @Override
        public boolean continues(Given earlier) {
            return input.equals(earlier.input) && of.continues(earlier.of);
        }
    }

    ErrorsModel(InferenceService inference, BaselineService baselines, LongSupplier nanos) {
        this.baselines = baselines;
        rankings = new FollowedMeasure<>(inference, new FollowedMeasure.Memory<Given, Ranking>(), PAUSE, nanos);
    }

    /** Sees to what is missing and takes what is there; whether the images have another ranking now. */
    boolean tick(Look now, NetworkInput input) {
        Given of = new Given(now.provenance(), input);
        look = now;
        given = of;
        rankings.want(of, now.snapshot(), () -> {
            ErrorMeasuring measuring = new ErrorMeasuring(of.of(), now.test(), of.input());
            return network -> measuring.next(network::reconstruct).map(errors -> new Ranking(now, errors));
        });
        Optional<Ranking> before = ranking;
        ranking = rankings.of(of);
        problem.set(rankings.problem());
        summary.set(Summary.of(now.test().size(), now.codeSize(), ranking.map(Ranking::errors), pca()));
        return !ranking.equals(before);
    }

    boolean isBusy() {
        return rankings.isBusy();
    }

    void rest() {
        rankings.rest();
    }

    void clear() {
        summary.set(Summary.NONE);
    }

    /** Of the network, one by one, once they are known. */
    Optional<Ranking> ranking() {
        return ranking;
    }

    /** The same of PCA, with as many numbers as the code has; it is measured on the images themselves only. */
    Optional<ImageErrors> pca() {
        Look now = look;
        Given of = given;
        return now == null || of == null || of.input().isNoisy()
                ? Optional.empty()
                : baselines.baseline(now.data()).errors(now.codeSize());
    }

    ReadOnlyObjectProperty<Summary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}

package hourglass.ui.reconstruct;

import hourglass.core.Identity;
import hourglass.core.metric.PcaBasis;
import hourglass.engine.train.Evaluation;
import hourglass.session.ask.InferenceService;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.data.Baseline;
import hourglass.session.project.ActiveModel;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Gets the errors of all test images: the network's once per snapshot, though not often while it trains; PCA's once per
 * data set and code size.
 */
final class ErrorDesk {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);

    private final InferenceSlot<Answer> networkSlot;
    private final InferenceSlot<PcaErrors> pcaSlot;
    private final LongSupplier nanos;
    private @Nullable CancelToken underWay;
    private @Nullable Subject asked;
    private long askedAt;
    private @Nullable PcaErrors pcaBegun;
    private @Nullable PcaErrors pcaAsked;
    private Optional<ErrorRanking> ranking = Optional.empty();
    private OptionalInt better = OptionalInt.empty();

    private record Answer(CancelToken token, ErrorRanking ranking) {}

    ErrorDesk(InferenceService inference, LongSupplier nanos) {
        networkSlot = inference.slot();
        pcaSlot = inference.slot();
        this.nanos = nanos;
    }

    /** The newest complete ranking of the network looked at. */
    Optional<ErrorRanking> ranking() {
        return ranking;
    }

    /** The errors of PCA, once they are complete. */
    Optional<PcaErrors> pca() {
        return Optional.ofNullable(pcaBegun).filter(PcaErrors::isComplete);
    }

    /** What is known of all test images, with PCA's error from {@code baseline}. */
    Summary summary(Subject subject, Baseline baseline) {
        Optional<Double> linear =
                Identity.same(baseline.data(), subject.data()) ? baseline.error(subject.codeSize()) : Optional.empty();
        return new Summary(
                subject.test().size(),
                subject.codeSize(),
                ranking.map(known -> OptionalDouble.of(known.mean())).orElseGet(OptionalDouble::empty),
                linear.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                better);
    }

    /** Another network or other data: what was known is of no use any more. */
    void reset() {
        rest();
        asked = null;
        ranking = Optional.empty();
        better = OptionalInt.empty();
    }

    /** Nobody is looking: ends what is under way. */
    void rest() {
        if (underWay != null) {
            underWay.cancel();
            underWay = null;
            asked = null;
        }
    }

    /** Takes answers and asks what is missing. */
    void tick(Subject subject, Optional<PcaBasis> basis) {
        Optional<ErrorRanking> rankingBefore = ranking;
        Optional<PcaErrors> pcaBefore = pca();
        takeRanking();
        askRanking(subject);
        if (basis.isPresent()) {
            followPca(subject, basis.get());
        }
        if (!ranking.equals(rankingBefore) || !pca().equals(pcaBefore)) {
            better = compare();
        }
    }

    private OptionalInt compare() {
        return ranking.isPresent() && pca().isPresent()
                ? OptionalInt.of(ranking.get().countBelow(pca().get()))
                : OptionalInt.empty();
    }

    private void takeRanking() {
        Answer answer = networkSlot.answer().orElse(null);
        // A cancelled evaluation is incomplete, whatever it holds.
        if (answer != null && answer.token() == underWay) {
            underWay = null;
            ranking = Optional.of(answer.ranking());
        }
    }

    private void askRanking(Subject subject) {
        boolean tooSoon = asked != null
                && subject.model().source() == ActiveModel.Source.TRAINING
                && nanos.getAsLong() - askedAt < PAUSE;
        if (underWay != null || tooSoon || subject.is(asked)) {
            return;
        }
        CancelToken token = new CancelToken();
        underWay = token;
        asked = subject;
        askedAt = nanos.getAsLong();
        networkSlot.ask(
                subject.model().snapshot(),
                network -> new Answer(
                        token, new ErrorRanking(subject, Evaluation.errorPerImage(network, subject.test(), token))));
    }

    private void followPca(Subject subject, PcaBasis basis) {
        PcaErrors known = pcaBegun;
        if (known == null || !known.isOf(subject.test(), subject.codeSize())) {
            known = PcaErrors.none(subject.test(), basis, subject.codeSize());
        }
        PcaErrors answer = pcaSlot.answer().orElse(null);
        if (answer != null && answer.isOf(subject.test(), subject.codeSize()) && answer.isFurtherThan(known)) {
            known = answer;
        }
        pcaBegun = known;
        if (!known.isComplete() && pcaAsked != known) {
            PcaErrors begun = known;
            pcaAsked = begun;
            pcaSlot.ask(subject.model().snapshot(), network -> begun.next());
        }
    }
}

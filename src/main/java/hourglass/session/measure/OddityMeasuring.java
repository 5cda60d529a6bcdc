package hourglass.session.measure;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.metric.CodeDistances;
import hourglass.core.metric.Errors;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.VariationalSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.train.Evaluation;
import hourglass.engine.train.ImportanceWeighting;
import hourglass.session.ask.Pace;
import hourglass.session.ask.Portion;
import hourglass.session.measure.OddityScores.Scored;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Measures {@link OddityScores}, portion by portion: first what one pass of the images through the network tells, then
 * what takes longer; after each of these what is known so far. One thread at a time.
 */
public final class OddityMeasuring implements Function<Network, Portion<OddityScores>> {
    /** Training images whose codes are known ones, the first of them; where there are as many. */
    public static final int TRAINING_CODES = 10_000;

    /** Known codes whose distances count. */
    public static final int NEIGHBOURS = 5;

    private final Provenance of;
    private final Mixture mixture;
    private final boolean[] odd;
    private final Map<OddityScore, Scored> known = new EnumMap<>(OddityScore.class);
    private final Deque<Stage> stages = new ArrayDeque<>();
    private final List<Scoring> ended = new ArrayList<>();
    private final int total;
    private Pace pace = new Pace();
    private int begun;
    private int done;

    /** One pass over some images. */
    private interface Stage {
        int images();

        /** How many reconstructions one image takes, about. */
        int weight();

        void pass(Network network, int first, int n);

        /** Scores that are complete after it, {@code [mixture]} each. */
        Map<OddityScore, float[]> scores();
    }

    /** One pass that gives scores. */
    private abstract class Scoring implements Stage {
        private final Map<OddityScore, float[]> scores = new EnumMap<>(OddityScore.class);

        /**
         * Of {@code n} images, {@code [n × pixels]}.
         *
         * @param place of the first of them, which seeds what is drawn
         */
        abstract Map<OddityScore, float[]> of(Network network, float[] images, int n, int place);

        @Override
        public int images() {
            return mixture.size();
        }

        @Override
        public void pass(Network network, int first, int n) {
            of(network, mixture.images(first, n), n, first)
                    .forEach((score, part) -> System.arraycopy(
                            part, 0, scores.computeIfAbsent(score, one -> new float[mixture.size()]), first, n));
        }

        @Override
        public Map<OddityScore, float[]> scores() {
            return scores;
        }
    }

    /** Every score that is known so far, of one more image; by the same steps as those of the mixture. */
    private Map<OddityScore, Double> judge(List<Scoring> by, Network network, float[] image) {
        Map<OddityScore, Double> judged = new EnumMap<>(OddityScore.class);
        by.forEach(each -> each.of(network, image, 1, mixture.size())
                .forEach((score, value) -> judged.put(score, (double) value[0])));
        return judged;
    }

    /**
     * Of a network that takes these images.
     *
     * @param data the mixture's, whose training images are known ones
     * @param wanted scores besides those that cost nothing more
     */
    public OddityMeasuring(ModelSnapshot model, DataSet data, Mixture mixture, Set<OddityScore> wanted) {
        this.mixture = mixture;
        of = Provenance.of(data, model);
        odd = new boolean[mixture.size()];
        for (int i = 0; i < odd.length; i++) {
            odd[i] = mixture.isOdd(i);
        }
        stages.add(new Reconstructing());
        Optional<VariationalSpec> variational = model.experiment().model().variational();
        if (wanted.contains(OddityScore.NEGATIVE_ELBO) && variational.isPresent()) {
            stages.add(new Weighting(variational.get().likelihood()));
        }
        if (wanted.contains(OddityScore.CODE_DISTANCE)) {
            Encoding codes =
                    new Encoding(learnt(model, data), model.experiment().model().codeSize());
            stages.add(codes);
            stages.add(new Comparing(codes));
        }
        total = stages.stream().mapToInt(each -> each.images() * each.weight()).sum();
    }

    /** What the network may know: neither the class it was trained without nor the one that is to be odd. */
    private ImageSet learnt(ModelSnapshot model, DataSet data) {
        ImageSet usual = mixture.usual(data.train());
        int left = model.experiment()
                .data()
                .without()
                .map(data.train().classNames()::indexOf)
                .orElse(-1);
        ImageSet fewer = left < 0 ? usual : usual.without(left);
        return fewer.size() == 0 ? data.train() : fewer;
    }

    @Override
    public Portion<OddityScores> apply(Network network) {
        Stage stage = stages.element();
        int n = pace.next(stage.images() - begun);
        pace.time(n, () -> stage.pass(network, begun, n));
        begun += n;
        done += n * stage.weight();
        if (begun < stage.images()) {
            return Portion.of(done, total);
        }
        stages.remove();
        begun = 0;
        pace = pace.again();
        stage.scores().forEach((score, values) -> known.put(score, new Scored(values, odd)));
        if (stage instanceof Scoring scoring) {
            ended.add(scoring);
        }
        List<Scoring> by = List.copyOf(ended);
        OddityScores scores = new OddityScores(of, mixture, known, (judging, image) -> judge(by, judging, image));
        return new Portion<>(Optional.of(scores), done, total);
    }

    /**
     * All that is left in one go, in portions of equal size, so that equal questions have equal answers.
     *
     * @throws java.util.concurrent.CancellationException if {@code cancelled} says so
     */
    public OddityScores all(Network network, BooleanSupplier cancelled) {
        pace = Pace.fixed(Evaluation.CHUNK);
        return Portion.all(() -> apply(network), cancelled);
    }

    /** What the pixels and their reconstructions tell. */
    private final class Reconstructing extends Scoring {
        @Override
        public int weight() {
            return 1;
        }

        @Override
        Map<OddityScore, float[]> of(Network network, float[] images, int n, int place) {
            float[] drawn = network.reconstruct(images, n);
            int pixels = mixture.test().pixelsPerImage();
            double[] errors = Errors.perImage(images, drawn, pixels);
            double[] nats = Errors.crossEntropyPerImage(images, drawn, pixels);
            float[] squared = new float[n];
            float[] entropy = new float[n];
            float[] brightness = new float[n];
            for (int i = 0; i < n; i++) {
                squared[i] = (float) errors[i];
                entropy[i] = (float) nats[i];
                brightness[i] = brightness(images, i * pixels, pixels);
            }
            return Map.of(
                    OddityScore.SQUARED_ERROR, squared,
                    OddityScore.CROSS_ENTROPY, entropy,
                    OddityScore.BRIGHTNESS, brightness);
        }
    }

    private static float brightness(float[] images, int from, int pixels) {
        double sum = 0;
        for (int i = from; i < from + pixels; i++) {
            sum += images[i];
        }
        return (float) (sum / pixels);
    }

    /** The bound on the likelihood. */
    private final class Weighting extends Scoring {
        private final ImportanceWeighting weighting;

        Weighting(Likelihood likelihood) {
            weighting = ImportanceWeighting.ofReports(likelihood);
        }

        @Override
        public int weight() {
            return weighting.samples() / 2;
        }

        @Override
        Map<OddityScore, float[]> of(Network network, float[] images, int n, int place) {
            double[] nats = weighting.perImage(network, images, n, place);
            float[] bounds = new float[n];
            for (int i = 0; i < n; i++) {
                bounds[i] = (float) -nats[i];
            }
            return Map.of(OddityScore.NEGATIVE_ELBO, bounds);
        }
    }

    /** The codes that are known. */
    private static final class Encoding implements Stage {
        private final ImageSet train;
        private final int dimension;
        private final float[] codes;

        Encoding(ImageSet train, int dimension) {
            this.train = train;
            this.dimension = dimension;
            codes = new float[images() * dimension];
        }

        @Override
        public int images() {
            return Math.min(TRAINING_CODES, train.size());
        }

        @Override
        public int weight() {
            return 1;
        }

        @Override
        public void pass(Network network, int first, int n) {
            float[] part = network.encode(train.images(first, n), n);
            System.arraycopy(part, 0, codes, first * dimension, part.length);
        }

        @Override
        public Map<OddityScore, float[]> scores() {
            return Map.of();
        }
    }

    /** How far the codes of the mixture are from those. */
    private final class Comparing extends Scoring {
        private final Encoding codes;
        private final List<CodeDistances> index = new ArrayList<>();

        Comparing(Encoding codes) {
            this.codes = codes;
        }

        @Override
        public int weight() {
            return 4;
        }

        @Override
        Map<OddityScore, float[]> of(Network network, float[] images, int n, int place) {
            if (index.isEmpty()) {
                index.add(new CodeDistances(codes.codes, codes.dimension, NEIGHBOURS));
            }
            return Map.of(OddityScore.CODE_DISTANCE, index.get(0).of(network.encode(images, n), n));
        }
    }
}

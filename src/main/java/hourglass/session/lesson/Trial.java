package hourglass.session.lesson;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The experiments a step can name. Each is given shipped networks and numbers, and measures numbers that have names; what
 * it measures is decided here and nowhere else, so that a step only says in words what a number means.
 */
public enum Trial {
    /** Trains the first network twice, once with all labels shuffled. */
    SHUFFLED_LABELS(
            Needs.networks(0).setting("batches", 150).seconds(3),
            TrainingTrials::shuffledLabels,
            "difference error shuffled moved batches"),
    /** Classes by the nearest neighbours among the raw pixels. */
    PIXEL_NEIGHBOURS(
            Needs.networks(0)
                    .setting("references", 20_000)
                    .setting("tests", 2_000)
                    .seconds(5),
            NeighbourTrials::pixels,
            "accuracy references tests"),
    /** The same among the codes of a network, of PCA and of a projection drawn at random. */
    CODE_NEIGHBOURS(
            Needs.networks(1)
                    .setting("references", 20_000)
                    .setting("tests", 2_000)
                    .seconds(5),
            NeighbourTrials::codes,
            "random pca code numbers references tests"),
    /** A network beside the average image and the black one. */
    YARDSTICK(Needs.networks(1).seconds(2), ReconstructionTrials::yardstick, "error mean black explained zeros"),
    /** What a code weighs in bits, and what it costs to write it with fewer. */
    CODE_BITS(
            Needs.networks(1).seconds(2),
            ReconstructionTrials::codeBits,
            "times times-8 times-4 times-2 zlib-times error error-8 error-4 error-2 bytes code-bytes"),
    /** A network with a linear code, trained for some epochs, against PCA. */
    LINEAR_CODE(
            Needs.networks(0).setting("epochs", 9).setting("batch", 128).seconds(20),
            TrainingTrials::linearCode,
            "error pca pca-clipped ratio epochs"),
    /** PCA with two numbers of components. */
    PCA_SIZES(
            Needs.networks(0).setting("from", 64).setting("to", 32).seconds(3),
            ReconstructionTrials::pcaSizes,
            "from-error to-error ratio increase"),
    /** The first network, epoch by epoch, until it is better than PCA. */
    RACE(
            Needs.networks(0).setting("epochs", 5).seconds(10),
            TrainingTrials::race,
            "epoch first error before pca pca-clipped clipped-epoch"),
    /** The error class by class. */
    CLASS_ERRORS(
            Needs.networks(1).setting("class", 8).seconds(2),
            ReconstructionTrials::classErrors,
            "rank error worst-error second-error best-error mean"),
    /** What comes out goes in again. */
    FED_BACK(
            Needs.networks(1).setting("images", 500).setting("passes", 20).seconds(2),
            ReconstructionTrials::fedBack,
            "once twice last mean ratio passes"),
    /** Each number of the code set to nothing in turn. */
    SILENCED(
            Needs.networks(1).setting("images", 500).seconds(3),
            ReconstructionTrials::silenced,
            "error dead median worst times numbers"),
    /** Clumps on a t-SNE map of codes, at two perplexities. */
    CRUMBS(
            Needs.networks(1)
                    .setting("points", 1_000)
                    .setting("low", 2)
                    .setting("high", 30)
                    .seconds(8),
            MapTrials::crumbs,
            "low-crumbs high-crumbs times low-trust high-trust low-accuracy high-accuracy"),
    /** The same of pure noise. */
    NOISE_CRUMBS(
            Needs.networks(1)
                    .setting("points", 1_000)
                    .setting("low", 2)
                    .setting("high", 30)
                    .seconds(8),
            MapTrials::noiseCrumbs,
            "low-crumbs high-crumbs times low-trust high-trust"),
    /** Distances between classes on several t-SNE maps of the same codes. */
    ISLANDS(
            Needs.networks(1).setting("points", 1_000).setting("seeds", 5).seconds(5),
            MapTrials::islands,
            "agreement among spread seeds ordered code-times"),
    /** A network at one level of normal noise, or two of them beside each other. */
    NOISE(
            Needs.networks(1, 2).setting("level", 0.2).seconds(4),
            NoiseTrials::noise,
            "nothing median error removed ratio other-error other-removed times weights other-weights code other-code"),
    /** The level from which on a denoiser is better than doing nothing. */
    BREAK_EVEN(
            Needs.networks(1).setting("level", 0.05).seconds(3),
            NoiseTrials::breakEven,
            "nothing error ratio level clean"),
    /** A black square, given to a network that learnt another noise. */
    SQUARE(Needs.networks(1).setting("share", 0.13).seconds(3), NoiseTrials::square, "nothing error ratio removed"),
    /** A denoiser given clean images, as if they were noisy. */
    CLEAN_INPUT(Needs.networks(1).setting("level", 0.2).seconds(4), NoiseTrials::cleanInput, "noisy clean ratio"),
    /** How near what is drawn between classes comes to a real image, for two networks of two numbers. */
    HOLES(
            Needs.networks(2).setting("references", 20_000).seconds(4),
            LatentTrials::holes,
            "codes between ratio other-codes other-between other-ratio real worst other-worst"),
    /** What each number of a variational code carries. */
    KL(
            Needs.networks(1).setting("least", 0.02).seconds(3),
            LatentTrials::kl,
            "alive dead numbers kl smallest-alive largest-dead"),
    /** Codes drawn at random, decoded by two networks. */
    DRAWS(
            Needs.networks(2)
                    .setting("references", 20_000)
                    .setting("draws", 200)
                    .seconds(4),
            LatentTrials::draws,
            "ratio other-ratio times"),
    /** Images damaged in several ways, and how often that lowers the error. */
    DAMAGES(
            Needs.networks(1).seconds(6),
            ReconstructionTrials::damages,
            "dimmed mirrored upside-down half-black inverted error dimmed-error black-error"),
    /** The least cross-entropy there is on grey images. */
    FLOOR(Needs.networks(1).seconds(2), LatentTrials::floor, "floor reached above");

    @SuppressWarnings("ImmutableEnumChecker") // holds numbers and an unmodifiable map
    private final Needs needs;

    @SuppressWarnings("ImmutableEnumChecker") // a method without state
    private final Function<TrialSubject, Measured> measuring;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final Set<String> measures;

    Trial(Needs needs, Function<TrialSubject, Measured> measuring, String measures) {
        this.needs = needs;
        this.measuring = measuring;
        this.measures = Collections.unmodifiableSet(new TreeSet<>(List.of(measures.split(" ", -1))));
    }

    /**
     * What an experiment is given.
     *
     * @param least networks at least
     * @param most networks at most
     * @param settings numbers it asks for, with what they usually are
     * @param seconds it takes on a laptop, about
     */
    record Needs(int least, int most, Map<String, Double> settings, int seconds) {
        static Needs networks(int count) {
            return networks(count, count);
        }

        static Needs networks(int least, int most) {
            return new Needs(least, most, Map.of(), 1);
        }

        Needs setting(String name, double usual) {
            Map<String, Double> more = new TreeMap<>(settings);
            more.put(name, usual);
            return new Needs(least, most, Map.copyOf(more), seconds);
        }

        Needs seconds(int value) {
            return new Needs(least, most, settings, value);
        }
    }

    Needs needs() {
        return needs;
    }

    /** About how long it takes on a laptop. */
    public int seconds() {
        return needs.seconds();
    }

    /** Whether it trains networks for long, so that time may be short for it. */
    public boolean isSlow() {
        return this == LINEAR_CODE || this == RACE;
    }

    /** Names of the numbers it measures. */
    public Set<String> measures() {
        return measures;
    }

    /** Names of classes and the like that it finds. */
    Set<String> named() {
        return this == CLASS_ERRORS ? Set.of("worst", "second", "best") : Set.of();
    }

    /** Its name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Measured measure(TrialSubject subject) {
        return measuring.apply(subject);
    }
}

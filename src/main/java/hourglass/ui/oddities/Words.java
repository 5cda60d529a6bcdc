package hourglass.ui.oddities;

import hourglass.core.metric.Detection.Flagged;
import hourglass.core.noise.Damage;
import hourglass.session.look.Look;
import hourglass.session.measure.Mixture;
import hourglass.session.measure.Odd;
import hourglass.session.measure.OddityScore;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Messages;
import java.util.Locale;
import java.util.Optional;

/** What this view says of what it found, in measured numbers. */
final class Words {
    private Words() {}

    static String kind(Odd.Kind kind) {
        return switch (kind) {
            case CLASS -> Messages.text("oddities.kind.class");
            case SET -> Messages.text("oddities.kind.set");
            case DAMAGE -> Messages.text("oddities.kind.damage");
        };
    }

    static String damage(Damage damage) {
        return switch (damage) {
            case TURNED -> Messages.text("oddities.damage.turned");
            case MIRRORED -> Messages.text("oddities.damage.mirrored");
            case UPSIDE_DOWN -> Messages.text("oddities.damage.upside-down");
            case INVERTED -> Messages.text("oddities.damage.inverted");
            case DIMMED -> Messages.text("oddities.damage.dimmed");
            case BLACK -> Messages.text("oddities.damage.black");
            case LEFT_BLACK -> Messages.text("oddities.damage.left-black");
            case RIGHT_BLACK -> Messages.text("oddities.damage.right-black");
            case TOP_BLACK -> Messages.text("oddities.damage.top-black");
            case BOTTOM_BLACK -> Messages.text("oddities.damage.bottom-black");
            case NOISE -> Messages.text("oddities.damage.noise");
            case SQUARE -> Messages.text("oddities.damage.square");
        };
    }

    static String score(OddityScore score) {
        return switch (score) {
            case SQUARED_ERROR -> Messages.text("oddities.score.squared-error");
            case CROSS_ENTROPY -> Messages.text("oddities.score.cross-entropy");
            case NEGATIVE_ELBO -> Messages.text("oddities.score.negative-elbo");
            case CODE_DISTANCE -> Messages.text("oddities.score.code-distance");
            case BRIGHTNESS -> Messages.text("oddities.score.brightness");
        };
    }

    /** The score as the axis names it, with its unit. */
    static String axis(OddityScore score) {
        return switch (score) {
            case SQUARED_ERROR -> Messages.text("oddities.axis.squared-error");
            case CROSS_ENTROPY, NEGATIVE_ELBO -> Messages.text("oddities.axis.nats", score(score));
            case CODE_DISTANCE -> Messages.text("oddities.axis.code-distance");
            case BRIGHTNESS -> Messages.text("oddities.axis.brightness");
        };
    }

    /** What is odd, such as "Bag" or "dimmed". */
    static String odd(Mixture mixture) {
        return mixture.odd().kind() == Odd.Kind.DAMAGE
                ? damage(mixture.odd().damage())
                : mixture.odd().name();
    }

    /** A score with as many digits as tell images apart. */
    static String value(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%.1f" : size >= 1 ? "%.2f" : "%.4f", value);
    }

    /** A share, such as "9.6 %". */
    static String percent(double share) {
        if (Double.isNaN(share)) {
            return Messages.text("oddities.no-share");
        }
        double hundred = 100 * share;
        boolean fine = (hundred < 10 && hundred > 0) || (hundred > 99 && hundred < 100);
        return String.format(Locale.ROOT, fine ? "%.1f" : "%.0f", hundred) + "\u00a0%";
    }

    private static String hundreds(double share) {
        return Long.toString(Math.round(100 * share));
    }

    /** What was found, in a sentence. */
    static String finding(Found found, double threshold) {
        Mixture mixture = found.mixture();
        if (found.isFailing()) {
            return mixture.odd().kind() == Odd.Kind.DAMAGE
                    ? Messages.text("oddities.finding.failing", sentence(odd(mixture)))
                    : Messages.text("oddities.finding.failing-of", odd(mixture));
        }
        Flagged flagged = found.detection().from(threshold);
        String key =
                switch (mixture.odd().kind()) {
                    case CLASS -> "oddities.finding.class";
                    case SET -> "oddities.finding.set";
                    case DAMAGE -> "oddities.finding.damage";
                };
        return Messages.text(key, LookScore.of(found.score()), hundreds(flagged.recall()), odd(mixture));
    }

    /** Who finds: the error, the bound, the distance, brightness. */
    private static final class LookScore {
        static String of(OddityScore score) {
            return switch (score) {
                case SQUARED_ERROR, CROSS_ENTROPY -> Messages.text("oddities.finder.error");
                case NEGATIVE_ELBO -> Messages.text("oddities.finder.elbo");
                case CODE_DISTANCE -> Messages.text("oddities.finder.distance");
                case BRIGHTNESS -> Messages.text("oddities.finder.brightness");
            };
        }
    }

    /** With a capital, to begin a sentence. */
    static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What stands behind the finding. */
    static String behind(Found found) {
        Mixture mixture = found.mixture();
        String pairs = hundreds(found.detection().rocArea());
        if (mixture.odd().kind() == Odd.Kind.DAMAGE) {
            Optional<Integer> lower = found.scores().lowered(found.score());
            return Messages.text(
                    found.isFailing() ? "oddities.behind.failing" : "oddities.behind.damage",
                    Counts.spaced(lower.orElse(0)),
                    Counts.spaced(mixture.test().size()),
                    pairs);
        }
        if (found.isFailing()) {
            return Messages.text("oddities.behind.failing-of", pairs);
        }
        if (mixture.odd().kind() == Odd.Kind.SET) {
            return Messages.text("oddities.behind.set", mixture.odd().name());
        }
        boolean unseen = found.look()
                .experiment()
                .data()
                .without()
                .filter(mixture.odd().name()::equals)
                .isPresent();
        return Messages.text(
                unseen ? "oddities.behind.unseen" : "oddities.behind.seen",
                mixture.odd().name());
    }

    static String thresholdLine(double threshold) {
        return Messages.text("oddities.threshold", value(threshold));
    }

    static String flaggedLine(Found found, double threshold) {
        return Messages.text(
                "oddities.flagged",
                percent(found.detection().from(threshold).share()),
                Counts.spaced(found.scored().size()));
    }

    static String usual() {
        return Messages.text("oddities.usual");
    }

    static String oddPart(Found found) {
        return Messages.text("oddities.odd-part", odd(found.mixture()));
    }

    /** Who the most suspect ones are. */
    static String top(Found found, int among) {
        int most = Math.min(among, found.scored().size());
        long odd = found.top(most).stream().filter(found.mixture()::isOdd).count();
        return Messages.text("oddities.top.odd", Counts.spaced(odd), Counts.spaced(most));
    }

    /** How many dim garments look more normal, as measured of this network. */
    static String dimmed(Optional<Integer> lower, int images) {
        return lower.map(count -> Messages.text(
                        2 * count > images ? "oddities.fail.dimmed" : "oddities.fail.dimmed-not",
                        Counts.spaced(count),
                        Counts.spaced(images)))
                .orElse(Messages.text("oddities.fail.measuring"));
    }

    /** How an image of one's own fares among the test images by a score. */
    static String own(Own own, OddityScore score) {
        return own.rank(score)
                .map(rank -> Messages.text(
                        "oddities.own.rank",
                        own.image().name(),
                        score(score),
                        value(own.by(score).orElseThrow()),
                        Counts.spaced(rank),
                        Counts.spaced(own.of().mixture().test().size())))
                .orElse(own.image().name());
    }

    /** Why the network cannot take these images. */
    static String wrongSize(Look look) {
        return Messages.text(
                "oddities.wrong-size",
                Counts.spaced(look.experiment().model().inputSize()),
                look.data().name(),
                look.test().width() + "×" + look.test().height());
    }
}

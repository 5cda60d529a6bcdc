package hourglass.ui.latent;

import hourglass.core.latent.LocalDensity;
import hourglass.session.look.Look;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.ReparametrisationWords;
import java.util.List;
import java.util.Locale;

/** Numbers, places and networks as this view writes them. */
final class Words {
    private static final double MANY = 0.4;
    private static final double SOME = 0.1;
    private static final double FEW = 0.01;

    private Words() {}

    /** A coordinate. */
    static String number(double value) {
        String digits = String.format(Locale.ROOT, Math.abs(value) < 99.995 ? "%.2f" : "%.0f", value);
        return digits.equals("-0.00") ? "0.00" : digits.replace('-', '−');
    }

    /** A mean squared error. */
    static String error(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** How the first draw of the image picked came about; empty where there is none. */
    static String draw(PickModel pick) {
        return pick.pickedProperty()
                .get()
                .filter(now -> now.isSpread() && now.drawCount() > 0)
                .map(now -> ReparametrisationWords.of(now.mean(), now::deviation, now.draw(0)))
                .orElse("");
    }

    /** Why a network has no place in this view. */
    static String unfit(Look look) {
        return look.codeSize() < 2
                ? Messages.text("latent.unfit.code")
                : Messages.text(
                        "latent.unfit.size",
                        Integer.toString(look.experiment().model().inputSize()),
                        look.data().name(),
                        look.test().width() + "×" + look.test().height());
    }

    /** Why nothing stands beside a network. */
    static String noneBeside(Look look) {
        return look.isVariational()
                ? Messages.text("latent.beside.no-plain")
                : Messages.text("latent.beside.no-variational");
    }

    /** Which classes lie around a place. */
    static String neighbours(LocalDensity.Place place, List<String> classes) {
        int[] near = place.nearestClassesByShare();
        if (near.length == 0) {
            return Messages.text("latent.place.nothing");
        }
        if (near.length == 1) {
            return Messages.text("latent.place.among", classes.get(near[0]));
        }
        return Messages.text("latent.place.between", classes.get(near[0]), classes.get(near[1]));
    }

    /** How near the nearest real code is, and how that is among real codes: for codes that no plane shows whole. */
    static String nearest(LocalDensity.Place place) {
        long nearer = Math.round(100 * (1 - place.density()));
        return nearer >= 99
                ? Messages.text("latent.density.none")
                : Messages.text("latent.density.rank", number(place.nearestDistance()), nearer);
    }

    /** How many real codes lie around a place. */
    static String density(LocalDensity.Place place) {
        if (place.density() >= MANY) {
            return Messages.text("latent.density.many");
        }
        if (place.density() >= SOME) {
            return Messages.text("latent.density.some");
        }
        return place.density() >= FEW ? Messages.text("latent.density.few") : Messages.text("latent.density.none");
    }
}

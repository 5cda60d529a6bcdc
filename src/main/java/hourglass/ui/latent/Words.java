package hourglass.ui.latent;

import hourglass.core.latent.LocalDensity;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.model.Progress;
import hourglass.session.project.ActiveModel;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.PresetNames;
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
        return digits.replace('-', '−');
    }

    /** A network on offer. */
    static String choice(NetworkChoice choice) {
        return choice.isInUse() ? Messages.text("latent.network.in-use") : title(choice.name());
    }

    private static String title(String shippedName) {
        return Preset.byId(shippedName).map(PresetNames::title).orElse(shippedName);
    }

    /** Which network this is and how far it was trained. */
    static String network(Subject subject) {
        ActiveModel model = subject.model();
        return switch (model.source()) {
            case SHIPPED -> Messages.text("latent.network.shipped", title(model.name()));
            case FILE -> Messages.text("latent.network.file", model.name());
            case TRAINING -> training(subject);
        };
    }

    private static String training(Subject subject) {
        Progress progress = subject.snapshot().progress();
        String shape = subject.experiment().model().describe();
        if (progress.iteration() == 0) {
            return Messages.text("latent.network.fresh", shape);
        }
        return progress.batch() == 0
                ? Messages.text("latent.network.trained", shape, Integer.toString(progress.epochs()))
                : Messages.text("latent.network.training", shape, Integer.toString(progress.epochs() + 1));
    }

    /** The line under an exported figure. */
    static String caption(Subject subject) {
        Experiment experiment = subject.experiment();
        return Messages.text(
                "latent.caption",
                network(subject),
                experiment.model().describe(),
                Integer.toString(subject.snapshot().progress().epochs()),
                Long.toString(experiment.seed()),
                subject.data().name());
    }

    /** Why a network has no place in this view. */
    static String unfit(Subject subject) {
        return subject.codeSize() < 2
                ? Messages.text("latent.unfit.code")
                : Messages.text(
                        "latent.unfit.size",
                        Integer.toString(subject.experiment().model().inputSize()),
                        subject.data().name(),
                        subject.test().width() + "×" + subject.test().height());
    }

    /** Why nothing stands beside a network. */
    static String noneBeside(Subject subject) {
        return subject.isVariational()
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

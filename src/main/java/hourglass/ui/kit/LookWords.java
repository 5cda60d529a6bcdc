package hourglass.ui.kit;

import hourglass.core.data.ImageSet;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.model.Progress;
import hourglass.session.look.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Networks in words, the same in every view. */
public final class LookWords {
    private LookWords() {}

    /** What it is called: a preset's name while its settings are the preset's, a file's name, else what it is. */
    public static String name(Look look) {
        return switch (look.origin()) {
            case SHIPPED -> preset(look.name(), look.experiment());
            case FILE -> look.name();
            case TRAINING, TONIGHT -> name(look.experiment());
        };
    }

    /** The same where there is little room: a network without a name of its own is the user's. */
    public static String shortName(Look look) {
        boolean named = Preset.of(look.experiment()).isPresent();
        return switch (look.origin()) {
            case SHIPPED, FILE -> name(look);
            case TRAINING, TONIGHT -> named ? name(look) : Messages.text("look.yours");
        };
    }

    /** What a network with these settings is called. */
    public static String name(Experiment experiment) {
        return preset(experiment.name(), experiment);
    }

    private static String preset(String id, Experiment experiment) {
        return Preset.byId(id)
                .map(PresetNames::title)
                .map(title -> experiment
                        .data()
                        .without()
                        .map(left -> Messages.text("look.without", title, left))
                        .orElse(title))
                .orElseGet(experiment::describe);
    }

    /** What became of it, such as "shipped" or "in training, epoch 3". */
    public static String state(Look look) {
        if (!look.isTrained()) {
            return Messages.text("look.untrained");
        }
        return switch (look.origin()) {
            case SHIPPED -> Messages.text("look.shipped");
            case FILE -> Messages.text("look.opened");
            case TRAINING -> Messages.text("look.training", epochUnderWay(look));
            case TONIGHT -> trained(look);
        };
    }

    /** Which epoch is being done, the last one where all are. */
    private static int epochUnderWay(Look look) {
        int total = look.experiment().training().epochs();
        return Math.max(1, Math.min(total, look.snapshot().progress().epochs() + 1));
    }

    /** How long it was trained, such as "trained 3 epochs" or, in the middle of one, "stopped in epoch 4". */
    public static String trained(Look look) {
        Progress progress = look.snapshot().progress();
        if (!look.isTrained()) {
            return Messages.text("look.untrained");
        }
        return progress.epochs() == 0 || progress.batch() == 0
                ? Messages.text("look.trained", Counts.trained(progress))
                : Messages.text("look.trained.part", progress.epochs() + 1);
    }

    /** With a capital, to stand alone. */
    public static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The line below the name: architecture, origin, epochs and seed. */
    public static String detail(Look look) {
        Experiment experiment = look.experiment();
        String epochs = Counts.trained(look.snapshot().progress());
        String how =
                switch (look.origin()) {
                    case SHIPPED, FILE ->
                        look.isTrained() ? Messages.text("look.line", state(look), epochs) : state(look);
                    case TRAINING, TONIGHT -> state(look);
                };
        String seed = Long.toString(experiment.seed());
        String set = experiment.data().name();
        return name(look).equals(experiment.describe())
                ? Messages.text("look.detail.short", how, set, seed)
                : Messages.text("look.detail", experiment.describe(), how, set, seed);
    }

    /** {@link #detail}, then the same with ever more left out: the set, what it is, all but what became of it. */
    public static List<String> details(Look look) {
        Experiment experiment = look.experiment();
        String epochs = Counts.trained(look.snapshot().progress());
        String state = state(look);
        boolean given =
                switch (look.origin()) {
                    case SHIPPED, FILE -> look.isTrained();
                    case TRAINING, TONIGHT -> false;
                };
        String how = given ? Messages.text("look.line", state, epochs) : state;
        String seed = Messages.text("look.seed", how, Long.toString(experiment.seed()));
        boolean named = !name(look).equals(experiment.describe());
        List<String> all = new ArrayList<>();
        all.add(detail(look));
        if (named) {
            all.add(Messages.text("look.what", experiment.describe(), seed));
        }
        all.add(sentence(seed));
        all.add(sentence(how));
        all.add(sentence(state));
        return List.copyOf(all);
    }

    /** Name and state. */
    public static String line(Look look) {
        return Messages.text("look.line", name(look), state(look));
    }

    /** Why the network cannot take these images. */
    public static String wrongSize(Look look) {
        ImageSet test = look.test();
        return Messages.text(
                "look.wrong-size",
                expected(look.experiment().model().inputSize()),
                look.data().name(),
                test.width() + "×" + test.height());
    }

    private static String expected(int pixels) {
        int side = (int) Math.round(Math.sqrt(pixels));
        return side * side == pixels
                ? Messages.text("look.images-of", side + "×" + side)
                : Messages.text("look.images-of-pixels", Integer.toString(pixels));
    }
}

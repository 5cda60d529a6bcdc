package hourglass.ui.map;

import hourglass.core.Identity;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.core.spec.Preset;
import hourglass.engine.model.Progress;
import hourglass.session.map.EmbeddingFrame;
import hourglass.session.map.MapSource;
import hourglass.session.project.ActiveModel;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.PresetNames;

/** Networks, maps and their states in words. */
final class Words {
    private Words() {}

    /** A network as one calls it. */
    static String network(ActiveModel model) {
        return switch (model.source()) {
            case SHIPPED -> preset(model.name());
            case FILE -> model.name();
            case TRAINING -> training(model.snapshot().progress());
        };
    }

    /** A shipped network by its name. */
    static String preset(String id) {
        return Preset.byId(id).map(PresetNames::title).orElse(id);
    }

    private static String training(Progress progress) {
        return progress.iteration() == 0
                ? Messages.text("map.network.fresh")
                : Messages.text("map.network.training", Integer.toString(progress.epochs()));
    }

    /** What a map is of. */
    static String subject(Subject subject) {
        return subject.source() == MapSource.PIXELS
                ? Messages.text("map.of-pixels", subject.data().name())
                : Messages.text(
                        "map.of-codes",
                        Integer.toString(subject.snapshot().experiment().model().codeSize()),
                        network(subject.model()),
                        subject.data().name());
    }

    /** Why the map on the screen is not of what is in use. */
    static String stale(Subject shown, Subject now) {
        if (!Identity.same(shown.data(), now.data())) {
            return Messages.text(
                    "map.stale.data", shown.data().name(), now.data().name());
        }
        if (shown.source() != now.source()) {
            return now.source() == MapSource.PIXELS
                    ? Messages.text("map.stale.to-pixels")
                    : Messages.text("map.stale.to-codes");
        }
        return shown.isSameRunAs(now)
                ? Messages.text(
                        "map.stale.trained-on",
                        Integer.toString(shown.snapshot().progress().epochs()))
                : Messages.text("map.stale.network", network(shown.model()), network(now.model()));
    }

    static String stage(EmbeddingFrame frame) {
        return frame.stage() == EmbeddingFrame.Stage.EXAGGERATION
                ? Messages.text("map.stage.exaggeration")
                : Messages.text("map.stage.settling");
    }

    /** The line under an exported figure. */
    static String caption(Subject subject, EmbeddingSpec spec, int points, int iterations) {
        return Messages.text(
                "map.caption",
                origin(subject),
                Numbers.count(points),
                subject.data().name(),
                Numbers.plain(spec.perplexity()),
                Numbers.count(iterations),
                Numbers.plain(spec.learningRate()),
                Long.toString(spec.seed()));
    }

    /** What a picture is of that t-SNE had no part in. */
    static String flat(Subject subject, EmbeddingSpec spec, int points) {
        return Messages.text(
                "map.caption.flat",
                origin(subject),
                Numbers.count(points),
                subject.data().name(),
                Long.toString(spec.seed()));
    }

    private static String origin(Subject subject) {
        if (subject.source() == MapSource.PIXELS) {
            return Messages.text("map.caption.pixels");
        }
        return Messages.text(
                "map.caption.codes",
                network(subject.model()),
                subject.snapshot().experiment().model().describe(),
                Integer.toString(subject.snapshot().progress().epochs()),
                Long.toString(subject.snapshot().experiment().seed()));
    }
}

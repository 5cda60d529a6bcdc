package hourglass.ui.shell;

import hourglass.core.spec.Preset;
import hourglass.session.look.Chooser;
import hourglass.session.look.Look;
import hourglass.session.project.ModelService;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.LookWords;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.PresetNames;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Keeps the menu of networks true to what there is, and its mark to what the view on the screen shows. */
public final class NetworkPresenter {
    private final ShellModel shell;
    private final ModelService models;
    private final Supplier<Chooser> view;

    /** For these networks, picked for the view that is on the screen. */
    public NetworkPresenter(ShellModel shell, ModelService models, Supplier<Chooser> view) {
        this.shell = shell;
        this.models = models;
        this.view = view;
        shell.onPick(pick -> view.get().pickForAll(pick));
    }

    /** Looks once; FX thread. */
    public void tick() {
        Chooser chooser = view.get();
        Look shown = chooser.look();
        List<NetworkEntry> now =
                chooser.offered().stream().map(look -> entry(look, shown)).toList();
        if (!now.equals(shell.networkEntries())) {
            shell.networkEntries().setAll(now);
        }
        shell.trainingErrorProperty()
                .set(chooser.offered().stream()
                        .filter(Look::isTraining)
                        .findFirst()
                        .map(look -> NetworkFacts.error(look.snapshot(), Map.of()))
                        .orElse(""));
        shell.networkNoteProperty().set(String.join("\n", models.shelf().problems()));
    }

    private NetworkEntry entry(Look look, Look shown) {
        boolean same = look.pick().equals(shown.pick());
        return new NetworkEntry(
                look.pick(),
                group(look),
                LookWords.name(look),
                line(look),
                look.isTraining() ? "" : NetworkFacts.error(look.snapshot(), figures(look)),
                (purpose(look) + "\n" + facts(look)).strip(),
                same ? NetworkEntry.Mark.SHOWN : NetworkEntry.Mark.OTHER);
    }

    private static String group(Look look) {
        return switch (look.origin()) {
            case TRAINING -> Messages.text("shell.networks.training");
            case TONIGHT -> Messages.text("shell.networks.tonight");
            case SHIPPED -> Messages.text("shell.networks.shipped");
            case FILE -> Messages.text("shell.networks.file");
        };
    }

    private static String purpose(Look look) {
        return switch (look.origin()) {
            case SHIPPED -> Preset.byId(look.name()).map(PresetNames::purpose).orElse("");
            case TRAINING, TONIGHT, FILE -> "";
        };
    }

    /** Of one that learns on only what stays, so that the menu does not move under the hand. */
    private String facts(Look look) {
        return look.isTraining()
                ? Messages.text(
                        "shell.networks.run",
                        look.experiment().describe(),
                        Long.toString(look.experiment().seed()))
                : NetworkFacts.words(look.snapshot(), figures(look));
    }

    private static String line(Look look) {
        String what = look.experiment().describe();
        String seed = Messages.text(
                "shell.networks.seed", Long.toString(look.experiment().seed()));
        String how =
                switch (look.origin()) {
                    case TRAINING -> seed;
                    case TONIGHT -> Messages.text("shell.networks.facts", LookWords.trained(look), seed);
                    case SHIPPED, FILE -> Counts.trained(look.snapshot().progress());
                };
        return LookWords.name(look).equals(what)
                ? LookWords.sentence(how)
                : Messages.text("shell.networks.facts", what, how);
    }

    private Map<String, Double> figures(Look look) {
        return models.shelf().figures().getOrDefault(look.name(), Map.of());
    }
}

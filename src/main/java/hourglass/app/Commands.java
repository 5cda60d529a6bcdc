package hourglass.app;

import hourglass.core.spec.listing.CommandListing;
import hourglass.core.spec.listing.TrainListing;
import hourglass.session.data.DataArguments;
import hourglass.session.look.Look;
import hourglass.ui.kit.Choice;
import hourglass.ui.kit.FigureCommand;
import hourglass.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The lines for a shell that make what is on the screen again; what no command can make has none. */
final class Commands {
    private final Services services;
    private final Views views;
    private final Consumer<CommandListing> copy;

    Commands(Services services, Views views, Consumer<CommandListing> copy) {
        this.services = services;
        this.views = views;
        this.copy = copy;
    }

    /** What the menu of figures offers for a view. */
    List<Choice> choices(int view) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(
                Messages.text("export.command.train"),
                () -> copy.accept(train(views.chooser().look()))));
        if (isForFigures(view)) {
            choices.add(new Choice(
                    Messages.text("export.command.figures"),
                    () -> views.command(view).flatMap(this::figures).ifPresent(copy)));
        }
        return choices;
    }

    /** Whether a command makes the figures of a view as they are now. */
    boolean isForFigures(int view) {
        return views.command(view).flatMap(this::figures).isPresent();
    }

    /** Trains the network shown. */
    static CommandListing train(Look look) {
        return TrainListing.of(look.experiment(), DataArguments.of(look.data()));
    }

    /** Makes figures; empty where the network is in no file. */
    Optional<CommandListing> figures(FigureCommand wanted) {
        Look look = wanted.look();
        return model(look).map(name -> wanted.words()
                .with("--model", name)
                .with(DataArguments.of(look.data()))
                .with("--out", "figures-" + look.experiment().name()));
    }

    private Optional<String> model(Look look) {
        return switch (look.origin()) {
            case TRAINING -> Optional.empty();
            case SHIPPED -> Optional.of(look.name());
            case FILE ->
                services.models.opened().stream()
                        .filter(file -> file.name().equals(look.name()))
                        .flatMap(file -> file.file().stream())
                        .map(file -> file.toAbsolutePath().toString())
                        .findFirst();
            case TONIGHT ->
                services.runs.shelf().runs().stream()
                        .filter(run -> String.valueOf(run.folder().getFileName())
                                .equals(look.run().text()))
                        .filter(run -> run.epochs().size()
                                == look.snapshot().progress().epochs())
                        .flatMap(run -> run.weights().last().stream())
                        .map(file -> file.toAbsolutePath().toString())
                        .findFirst();
        };
    }
}

package hourglass.ui.runs;

import hourglass.core.data.DataSet;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.listing.CommandListing;
import hourglass.core.spec.listing.TrainListing;
import hourglass.session.data.DataArguments;
import hourglass.session.runs.RunRecord;
import hourglass.session.runs.RunSeries;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The lines for a shell that train runs again, and sweeps; empty where no command can name their data. */
final class RunCommands {
    private RunCommands() {}

    static Optional<CommandListing> of(RunRecord run, DataSet inUse) {
        return data(run.experiment(), inUse).map(words -> TrainListing.of(run.experiment(), words));
    }

    static Optional<CommandListing> of(RunSeries series, DataSet inUse) {
        Experiment first = series.steps().get(0).runs().get(0).experiment();
        return data(first, inUse).flatMap(series::command);
    }

    private static Optional<List<String>> data(Experiment experiment, DataSet inUse) {
        DataSpec wanted = experiment.data();
        return wanted.fingerprint().equals(inUse.fingerprint())
                ? Optional.of(DataArguments.of(inUse))
                : DataArguments.named(wanted.name());
    }

    /** Puts a line into the clipboard, quoted for the shell of this machine, and gives it. */
    static String copied(CommandListing command) {
        String line = command.text(CommandListing.Shell.of(System.getProperty("os.name", "")));
        ClipboardContent content = new ClipboardContent();
        content.putString(line);
        Clipboard.getSystemClipboard().setContent(content);
        return line;
    }
}

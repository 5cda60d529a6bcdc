package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.session.concurrent.Interruption;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Finds, downloads or checks the data set. */
@Command(name = "data", description = "Finds, downloads or checks the data set.", mixinStandardHelpOptions = true)
final class DataCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataChoice choice = new DataChoice();

    DataCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (Interruption interruption = new Interruption(Duration.ofSeconds(5))) {
            DataSet data = choice.load(context.sources(), interruption.token(), out, DataChoice.Offline.FAIL);
            data.sha256().forEach((file, hash) -> out.printf(Locale.ROOT, "  %s  %s%n", hash, file));
            out.printf(
                    Locale.ROOT,
                    "  %d×%d pixels, %d classes: %s%n",
                    data.train().width(),
                    data.train().height(),
                    data.train().classCount(),
                    String.join(", ", data.train().classNames()));
        }
        return 0;
    }
}

package hourglass.cli;

import hourglass.session.data.download.DownloadProgress;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** Prints a download's progress, a line for every tenth. */
final class DownloadPrinter implements Consumer<DownloadProgress> {
    private final PrintWriter out;
    private int printed = -1;

    DownloadPrinter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(DownloadProgress progress) {
        int tenth = (int) Math.floor(10 * progress.fraction());
        if (tenth != printed) {
            printed = tenth;
            out.printf("  %3d %%  %s%n", tenth * 10, progress.file());
        }
    }
}

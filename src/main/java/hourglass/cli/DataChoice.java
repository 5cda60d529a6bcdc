package hourglass.cli;

import hourglass.core.data.DataFormatException;
import hourglass.core.data.DataSet;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.data.DataSources;
import hourglass.session.data.download.DownloadException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which data, shared by all commands. */
final class DataChoice {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder with Fashion-MNIST, IDX files with a classes.txt, or images by class."
                    + " Without it Fashion-MNIST is looked for on this machine, else downloaded.")
    @Nullable
    private Path folder;

    @Option(names = "--sketchwear", description = "Use the embedded data set that Hourglass draws itself.")
    private boolean sketchwear;

    /** Whether a folder is named, whose images may be of any size. */
    boolean isOwnFolder() {
        return folder != null;
    }

    /** What to do where Fashion-MNIST is neither here nor reachable. */
    enum Offline {
        /** Go on with Sketchwear and say so. */
        SKETCHWEAR,
        /** Fail. */
        FAIL
    }

    /** The chosen data set, or Sketchwear where nothing was chosen and nothing can be had; one line says which. */
    DataSet load(DataSources sources, CancelToken token, PrintWriter out) throws IOException, UsageException {
        return load(sources, token, out, Offline.SKETCHWEAR);
    }

    DataSet load(DataSources sources, CancelToken token, PrintWriter out, Offline offline)
            throws IOException, UsageException {
        if (folder != null && sketchwear) {
            throw new UsageException("Choose either --data or --sketchwear.");
        }
        DataSet data = sketchwear ? sources.sketchwear() : fromFiles(sources, token, out, offline);
        out.printf(
                "Data: %s (%s), %d training and %d test images%n",
                data.name(), data.location(), data.train().size(), data.test().size());
        return data;
    }

    private DataSet fromFiles(DataSources sources, CancelToken token, PrintWriter out, Offline offline)
            throws IOException {
        if (folder != null) {
            return sources.read(folder);
        }
        Optional<Path> found = sources.fashionMnist();
        if (found.isPresent()) {
            try {
                return sources.read(found.get());
            } catch (DataFormatException damaged) {
                out.println(damaged.getMessage());
            }
        }
        out.println("Downloading Fashion-MNIST, 30.9 MB, to " + sources.cache());
        try {
            return sources.download(token, new DownloadPrinter(out));
        } catch (DownloadException unreachable) {
            if (offline == Offline.FAIL) {
                throw unreachable;
            }
            out.println(unreachable.getMessage());
            out.println("Going on with Sketchwear, the data set that Hourglass draws itself.");
            return sources.sketchwear();
        }
    }
}

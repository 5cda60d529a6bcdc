package hourglass.cli;

import hourglass.core.data.DataFormatException;
import hourglass.core.data.DataSet;
import hourglass.core.data.OfficialSet;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.data.DataSources;
import hourglass.session.data.download.DownloadException;
import hourglass.session.data.download.DownloadProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which data, shared by all commands. */
final class DataChoice {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder with an official set, IDX files with a classes.txt, or images by class."
                    + " Without it Fashion-MNIST is looked for on this machine, else downloaded.")
    @Nullable
    private Path folder;

    @Option(
            names = "--set",
            paramLabel = "NAME",
            description = "Official set to look for on this machine, else to download, instead of Fashion-MNIST,"
                    + " such as kmnist.")
    @Nullable
    private String set;

    @Option(names = "--sketchwear", description = "Use the embedded data set that Hourglass draws itself.")
    private boolean sketchwear;

    @Option(
            names = "--turned",
            paramLabel = "yes|no",
            arity = "0..1",
            fallbackValue = "yes",
            description = "Exchange rows and columns of the images, as those of EMNIST need it, or no longer do so;"
                    + " remembered for these data.")
    @Nullable
    private String turned;

    /** Whether a folder is named, whose images may be of any size. */
    boolean isOwnFolder() {
        return folder != null;
    }

    /** The same choice for another process. */
    List<String> arguments() {
        if (sketchwear) {
            return List.of("--sketchwear");
        }
        if (set != null) {
            return List.of("--set", set);
        }
        return folder == null
                ? List.of()
                : List.of("--data", folder.toAbsolutePath().toString());
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
        if (Stream.of(folder != null, set != null, sketchwear)
                        .filter(given -> given)
                        .count()
                > 1) {
            throw new UsageException("Choose one of --data, --set and --sketchwear.");
        }
        if (turned != null && !List.of("yes", "no").contains(turned)) {
            throw new UsageException("--turned takes yes or no; got \"" + turned + "\".");
        }
        DataSet data = sketchwear ? sources.sketchwear() : fromFiles(sources, token, out, offline);
        if (turned != null && turned.equals("yes") != data.isTurned()) {
            data = sources.turned(data);
        }
        out.printf(
                Locale.ROOT,
                "Data: %s (%s), %d training and %d test images%n",
                data.name(),
                data.location(),
                data.train().size(),
                data.test().size());
        data.remarks().forEach(remark -> out.println("  " + remark));
        return data;
    }

    private DataSet fromFiles(DataSources sources, CancelToken token, PrintWriter out, Offline offline)
            throws IOException, UsageException {
        if (folder != null) {
            return sources.read(folder, token);
        }
        OfficialSet wanted = wanted(sources.official());
        Optional<Path> found = sources.find(wanted);
        if (found.isPresent()) {
            try {
                return sources.read(found.get(), token);
            } catch (DataFormatException damaged) {
                out.println(damaged.getMessage());
            }
        }
        out.printf(
                Locale.ROOT,
                "Downloading %s, %.1f MB, to %s%n",
                wanted.name(),
                wanted.downloadBytes() / 1e6,
                sources.cache(wanted));
        try {
            return sources.download(wanted, token, new Tenths(out));
        } catch (DownloadException unreachable) {
            if (offline == Offline.FAIL || set != null) {
                throw unreachable;
            }
            out.println(unreachable.getMessage());
            out.println("Going on with Sketchwear, the data set that Hourglass draws itself.");
            return sources.sketchwear();
        }
    }

    private OfficialSet wanted(List<OfficialSet> official) throws UsageException {
        if (set == null) {
            return official.get(0);
        }
        return official.stream()
                .filter(each -> each.key().equals(set.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no official set \"" + set + "\"; there are "
                        + official.stream().map(OfficialSet::key).collect(Collectors.joining(", ")) + "."));
    }

    /** Prints a download's progress, a line for every tenth. */
    private static final class Tenths implements Consumer<DownloadProgress> {
        private final PrintWriter out;
        private int printed = -1;

        Tenths(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void accept(DownloadProgress progress) {
            int tenth = (int) Math.floor(10 * progress.fraction());
            if (tenth != printed) {
                printed = tenth;
                out.printf(Locale.ROOT, "  %3d %%  %s%n", tenth * 10, progress.file());
            }
        }
    }
}

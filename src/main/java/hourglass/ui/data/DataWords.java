package hourglass.ui.data;

import hourglass.core.data.DataOrigin;
import hourglass.core.data.DataSet;
import hourglass.core.data.OfficialSet;
import hourglass.core.data.OfficialSets;
import hourglass.session.data.DataService;
import hourglass.session.data.DataState;
import hourglass.session.data.download.DownloadProgress;
import hourglass.ui.kit.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The sentences of this view that are put together from numbers. */
final class DataWords {
    private static final int SHORT_HASH = 8;
    private static final int REMARKS = 4;

    private DataWords() {}

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', ' ');
    }

    static String decimals(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    static String origin(DataSet data) {
        return switch (data.origin()) {
            case OFFICIAL -> credit(data);
            case SKETCHWEAR -> Messages.text("data.origin.sketchwear");
            case IDX_FOLDER -> Messages.text("data.origin.idx");
            case IMAGE_FOLDER -> Messages.text("data.origin.images");
        };
    }

    /** Where the data come from, and what was remarked when they were read, the first few sentences of it. */
    static String about(DataSet data) {
        List<String> remarks = data.remarks();
        String first = remarks.stream().limit(REMARKS).collect(Collectors.joining("\n"));
        String more = remarks.size() > REMARKS
                ? "\n" + Messages.text("data.remarks.more", number(remarks.size() - REMARKS))
                : "";
        return remarks.isEmpty() ? origin(data) : origin(data) + "\n" + first + more;
    }

    private static String credit(DataSet data) {
        return OfficialSets.ALL.stream()
                .filter(data::is)
                .map(OfficialSet::credit)
                .findFirst()
                .orElse("");
    }

    static String place(DataSet data) {
        return data.origin() == DataOrigin.SKETCHWEAR ? Messages.text("data.place.none") : data.location();
    }

    static String part(Part part) {
        return part == Part.TEST ? Messages.text("data.part.test") : Messages.text("data.part.training");
    }

    static String partInSentence(Part part) {
        return part(part).toLowerCase(Locale.ROOT);
    }

    /** The first digits of the first checksum, and how many there are. */
    static String shortHash(DataSet data) {
        String first = data.sha256().values().iterator().next();
        return first.substring(0, Math.min(SHORT_HASH, first.length())) + "…";
    }

    /** One line a file, as checksum programs write it. */
    static String hashes(DataSet data) {
        return data.sha256().entrySet().stream()
                .map(file -> file.getValue() + "  " + file.getKey())
                .collect(Collectors.joining("\n"));
    }

    static String position(Page page) {
        if (page.images().isEmpty()) {
            return Messages.text("data.position.none");
        }
        return Messages.text(
                "data.position",
                number(page.first() + 1L),
                number(page.first() + page.images().size()),
                number(page.total()));
    }

    static String order(int draw) {
        return draw == 0 ? Messages.text("data.order.file") : Messages.text("data.order.draw", Integer.toString(draw));
    }

    static String classes(DataSet data, Set<Integer> chosen) {
        if (chosen.isEmpty()) {
            return Messages.text("data.classes.all");
        }
        return chosen.stream()
                .sorted()
                .map(c -> data.train().classNames().get(c))
                .collect(Collectors.joining(", "));
    }

    /** The name of a set, with what a click would download where it is not at hand. */
    static String menu(DataService.Offer offer) {
        String name = offer.set().name();
        return offer.atHand()
                ? name
                : Messages.text(
                        "data.menu.download", name, megabytes(offer.set().downloadBytes()));
    }

    static String progress(DataState state) {
        DownloadProgress progress = state.progress();
        if (state.activity() == DataState.Activity.READING) {
            return Messages.text("data.reading");
        }
        if (progress == null) {
            return Messages.text("data.connecting");
        }
        String done =
                Messages.text("data.downloading", megabytes(progress.bytesDone()), megabytes(progress.bytesTotal()));
        String rate = progress.bytesPerSecond() > 0
                ? Messages.text("data.downloading.rate", megabytes((long) progress.bytesPerSecond()))
                : Messages.text("data.downloading.waiting");
        Duration remaining = progress.remaining();
        return remaining == null ? done + " · " + rate : done + " · " + rate + " · " + left(remaining);
    }

    private static String left(Duration remaining) {
        long seconds = Math.max(1, remaining.toSeconds());
        return seconds < 90
                ? Messages.text("data.downloading.seconds", Long.toString(seconds))
                : Messages.text("data.downloading.minutes", Long.toString(Math.round(seconds / 60.0)));
    }

    private static String megabytes(long bytes) {
        return decimals(bytes / 1e6, 1);
    }
}

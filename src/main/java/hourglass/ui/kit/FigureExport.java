package hourglass.ui.kit;

import hourglass.core.Reason;
import hourglass.figures.FigureFormat;
import hourglass.figures.FigureSize;
import hourglass.figures.FigureStyle;
import hourglass.figures.Saved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns figures into files: asks where, takes what to draw on the FX thread, draws and writes on another, and says what became of it. */
public final class FigureExport {
    private static final String PICTURE = ".png";
    private static final List<FigureSize> SIZES = List.of(
            FigureSize.scaled(1), FigureSize.scaled(2), FigureSize.scaled(4), FigureSize.COLUMN, FigureSize.PAGE);

    private final Appearance appearance;
    private final SaveDialog dialog;
    private final Executor io;
    private final Executor window;
    private final Consumer<Notice> told;
    private @Nullable Path lastFolder;

    /**
     * With who writes and who is told.
     *
     * @param appearance whether figures are light or dark
     * @param dialog asks where to save
     * @param io writes files, off the FX thread
     * @param window runs tasks on the FX thread, see {@link FrameClock#post}
     * @param told hears on the FX thread what became of it
     */
    public FigureExport(Appearance appearance, SaveDialog dialog, Executor io, Executor window, Consumer<Notice> told) {
        this.appearance = appearance;
        this.dialog = dialog;
        this.io = io;
        this.window = window;
        this.told = told;
    }

    /** What a menu offers for some figures: pictures at each size, everything else once. */
    public List<Choice> choices(List<Exportable> figures) {
        return figures.stream()
                .flatMap(figure -> switch (figure.ending()) {
                    case PICTURE ->
                        SIZES.stream().map(size -> new Choice(words(figure, size), () -> save(figure, size)));
                    case "" -> Stream.of(choice(figure, "export.choice.folder"));
                    case ".html" -> Stream.of(choice(figure, "export.choice.page"));
                    case ".gif" -> Stream.of(choice(figure, "export.choice.gif"));
                    default -> Stream.of(choice(figure, "export.choice.csv"));
                })
                .toList();
    }

    private static String words(Exportable picture, FigureSize size) {
        if (size.isOnPaper()) {
            return Messages.text("export.choice.print", picture.title(), Math.round(size.millimetres()));
        }
        return size.scale() == 1
                ? Messages.text("export.choice.picture", picture.title())
                : Messages.text("export.choice.picture-scaled", picture.title(), size.scale());
    }

    private Choice choice(Exportable figure, String words) {
        return new Choice(Messages.text(words, figure.title()), () -> save(figure, FigureSize.scaled(1)));
    }

    /** Not at once, because the dialog waits, and the menu it was chosen from should close first. */
    private void save(Exportable figure, FigureSize size) {
        window.execute(() -> askAndSave(figure, size));
    }

    private void askAndSave(Exportable figure, FigureSize size) {
        Optional<Path> answer = dialog.ask(figure.fileName(), Optional.ofNullable(lastFolder));
        if (answer.isEmpty()) {
            return;
        }
        Path chosen = answer.get().toAbsolutePath();
        lastFolder = chosen.getParent();
        Path file;
        try {
            file = figure.ending().equals(PICTURE) ? FigureFormat.named(chosen) : withEnding(chosen, figure.ending());
        } catch (IOException noPicture) {
            told.accept(new Notice(Notice.Kind.WARNING, Reason.of(noPicture)));
            return;
        }
        // The dialog asked about replacing the name that was typed, not the one made of it.
        if (!file.equals(chosen) && Files.exists(file)) {
            told.accept(new Notice(Notice.Kind.WARNING, Messages.text("export.exists", file.toString())));
            return;
        }
        Optional<? extends Saved> known = figure.figure().get();
        if (known.isEmpty()) {
            told.accept(new Notice(Notice.Kind.WARNING, Messages.text("export.nothing-yet", name(file))));
            return;
        }
        FigureStyle style = size.isOnPaper() ? FigureStyle.print() : FigureStyle.on(appearance.ground());
        io.execute(() -> write(known.get(), file, style, size));
    }

    private void write(Saved figure, Path file, FigureStyle style, FigureSize size) {
        Notice notice;
        try {
            figure.write(file, style, size);
            notice = new Notice(Notice.Kind.SUCCESS, Messages.text("export.saved", name(file), folder(file)));
        } catch (IOException failure) {
            notice = new Notice(Notice.Kind.ERROR, sentence(failure));
        } catch (RuntimeException | OutOfMemoryError failure) {
            notice = new Notice(Notice.Kind.ERROR, Messages.text("export.not-drawn", name(file)));
        }
        Notice outcome = notice;
        window.execute(() -> told.accept(outcome));
    }

    private static String sentence(IOException failure) {
        return Messages.text("export.failed", Reason.of(failure));
    }

    private static Path withEnding(Path file, String ending) {
        String name = name(file);
        return name.toLowerCase(Locale.ROOT).endsWith(ending) ? file : file.resolveSibling(name + ending);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String folder(Path file) {
        return String.valueOf(file.getParent());
    }
}

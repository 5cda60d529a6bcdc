package hourglass.ui.kit;

import hourglass.core.Reason;
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
    private static final List<Integer> SCALES = List.of(1, 2, 4);

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

    /** What a menu offers for some figures: pictures at each scale, everything else once. */
    public List<Choice> choices(List<Exportable> figures) {
        return figures.stream()
                .flatMap(figure -> switch (figure.ending()) {
                    case ".png" -> SCALES.stream().map(scale -> choice(figure, scale));
                    case "" -> Stream.of(choice(figure, "export.choice.folder"));
                    case ".html" -> Stream.of(choice(figure, "export.choice.page"));
                    case ".gif" -> Stream.of(choice(figure, "export.choice.gif"));
                    default -> Stream.of(choice(figure, "export.choice.csv"));
                })
                .toList();
    }

    private Choice choice(Exportable picture, int scale) {
        String words = scale == 1
                ? Messages.text("export.choice.png", picture.title())
                : Messages.text("export.choice.png-scaled", picture.title(), Integer.toString(scale));
        return new Choice(words, () -> save(picture, scale));
    }

    private Choice choice(Exportable figure, String words) {
        return new Choice(Messages.text(words, figure.title()), () -> save(figure, 1));
    }

    /** Not at once, because the dialog waits, and the menu it was chosen from should close first. */
    private void save(Exportable figure, int scale) {
        window.execute(() -> askAndSave(figure, scale));
    }

    private void askAndSave(Exportable figure, int scale) {
        Optional<Path> answer = dialog.ask(figure.fileName(), Optional.ofNullable(lastFolder));
        if (answer.isEmpty()) {
            return;
        }
        Path chosen = answer.get().toAbsolutePath();
        lastFolder = chosen.getParent();
        Path file = withEnding(chosen, figure.ending());
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
        FigureStyle style = FigureStyle.on(appearance.ground());
        io.execute(() -> write(known.get(), file, style, scale));
    }

    private void write(Saved figure, Path file, FigureStyle style, int scale) {
        Notice notice;
        try {
            figure.write(file, style, scale);
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

package hourglass.ui.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns figures into files: asks where, draws on the FX thread, writes on another, and says what became of it. */
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
     * @param appearance colours of the caption
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

    private interface Writing {
        void to(Path file) throws IOException;
    }

    private interface Drawing {
        Writing draw();
    }

    /** What a menu offers for some figures: pictures at each scale, tables once. */
    public List<Choice> choices(List<Exportable> figures) {
        List<Choice> choices = new ArrayList<>();
        for (Exportable figure : figures) {
            if (figure instanceof Exportable.Picture picture) {
                SCALES.forEach(scale -> choices.add(choice(picture, scale)));
            } else if (figure instanceof Exportable.Table table) {
                choices.add(choice(table));
            } else if (figure instanceof Exportable.Folder folder) {
                choices.add(choice(folder));
            } else if (figure instanceof Exportable.Animation animation) {
                choices.add(choice(animation));
            }
        }
        return List.copyOf(choices);
    }

    private Choice choice(Exportable.Picture picture, int scale) {
        String words = scale == 1
                ? Messages.text("export.choice.png", picture.title())
                : Messages.text("export.choice.png-scaled", picture.title(), Integer.toString(scale));
        return new Choice(
                words,
                () -> save(picture.fileName(), ".png", () -> {
                    String caption = picture.caption().get();
                    CaptionedPicture drawn =
                            CaptionedPicture.of(picture.drawAt().apply(scale), caption, scale, appearance.colors());
                    return file -> drawn.write(file, caption);
                }));
    }

    private Choice choice(Exportable.Table table) {
        return new Choice(
                Messages.text("export.choice.csv", table.title()),
                () -> save(table.fileName(), ".csv", () -> {
                    String csv = table.csv().get();
                    return file -> TextFile.write(file, csv);
                }));
    }

    private Choice choice(Exportable.Folder folder) {
        return new Choice(
                Messages.text("export.choice.folder", folder.title()),
                () -> save(folder.fileName(), "", () -> folder.writing().get()::to));
    }

    private Choice choice(Exportable.Animation animation) {
        return new Choice(
                Messages.text("export.choice.gif", animation.title()),
                () -> save(
                        animation.fileName(), ".gif", () -> animation.writing().get()::to));
    }

    /** Not at once, because the dialog waits, and the menu it was chosen from should close first. */
    private void save(String suggestedName, String ending, Drawing drawing) {
        window.execute(() -> askAndSave(suggestedName, ending, drawing));
    }

    private void askAndSave(String suggestedName, String ending, Drawing drawing) {
        Optional<Path> answer = dialog.ask(suggestedName, Optional.ofNullable(lastFolder));
        if (answer.isEmpty()) {
            return;
        }
        Path chosen = answer.get().toAbsolutePath();
        lastFolder = chosen.getParent();
        Path file = withEnding(chosen, ending);
        // The dialog asked about replacing the name that was typed, not the one made of it.
        if (!file.equals(chosen) && Files.exists(file)) {
            told.accept(new Notice(Notice.Kind.WARNING, Messages.text("export.exists", file.toString())));
            return;
        }
        try {
            Writing writing = drawing.draw();
            io.execute(() -> write(file, writing));
        } catch (NothingToSaveException missing) {
            told.accept(new Notice(Notice.Kind.WARNING, Messages.text("export.nothing-yet", name(file))));
        } catch (RuntimeException | OutOfMemoryError failure) {
            told.accept(new Notice(Notice.Kind.ERROR, Messages.text("export.not-drawn", name(file))));
        }
    }

    private void write(Path file, Writing writing) {
        Notice notice;
        try {
            writing.to(file);
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
        return Messages.text("export.failed", String.valueOf(failure.getMessage()));
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

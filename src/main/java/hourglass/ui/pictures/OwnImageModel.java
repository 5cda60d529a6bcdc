package hourglass.ui.pictures;

import hourglass.core.Reason;
import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.core.data.Preparation;
import hourglass.core.data.Preparation.Step;
import hourglass.figures.GreyPicture;
import hourglass.session.look.OwnImage;
import hourglass.session.look.Showcase;
import hourglass.ui.kit.Messages;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** An image of one's own being made: drawn, pasted or opened, and prepared; once used, every view shows it. */
public final class OwnImageModel {
    private static final int LONGEST_NAME = 24;

    private final Showcase showcase;
    private final Supplier<ImageSet> like;
    private final Executor io;
    private final Executor window;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final ObjectProperty<Preparation> preparation =
            new SimpleObjectProperty<>(this, "preparation", Preparation.NONE);
    private final ReadOnlyObjectWrapper<ImageBlock> picture = new ReadOnlyObjectWrapper<>(this, "picture", black(1, 1));
    private final ReadOnlyObjectWrapper<ImageBlock> prepared =
            new ReadOnlyObjectWrapper<>(this, "prepared", black(1, 1));
    private final ReadOnlyObjectWrapper<Optional<OwnImage>> used =
            new ReadOnlyObjectWrapper<>(this, "used", Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private String name = "";
    private ImageBlock ground = black(1, 1);
    private Drawing drawing = Drawing.blank(1, 1);
    private long reading;

    /**
     * For the views over a showcase.
     *
     * @param like the images it is to be like
     * @param io reads files, off the FX thread
     * @param window runs tasks on the FX thread
     */
    public OwnImageModel(Showcase showcase, Supplier<ImageSet> like, Executor io, Executor window) {
        this.showcase = showcase;
        this.like = like;
        this.io = io;
        this.window = window;
        picture.addListener((observed, before, now) -> prepare());
        preparation.addListener((observed, before, now) -> prepare());
        shown.addListener((observed, before, now) -> fit());
    }

    private static ImageBlock black(int width, int height) {
        return ImageBlock.copyOf(width, height, new float[width * height]);
    }

    /** A sheet of the size of the test images; what was drawn for another size is gone. */
    private void fit() {
        if (picture.get().pixelsPerImage() == 1) {
            clear();
        } else {
            prepare();
        }
    }

    private void prepare() {
        ImageSet test = like.get();
        problem.set("");
        prepared.set(preparation.get().of(picture.get(), test.width(), test.height()));
    }

    /** An empty sheet. */
    public void clear() {
        ImageSet test = like.get();
        begin(new OwnImage(
                Messages.text("own.drawing"),
                black(test.width(), test.height()),
                Preparation.suggestedFor(black(test.width(), test.height()))));
    }

    /** Opens with this image, which can be drawn on where it has the size of the test images. */
    public void openWith(OwnImage image) {
        begin(image);
        shown.set(true);
    }

    private void begin(OwnImage image) {
        // What is still being read would come too late.
        reading++;
        name = image.name();
        ground = image.picture();
        drawing = Drawing.blank(ground.width(), ground.height());
        preparation.set(image.preparation());
        picture.set(ground);
    }

    /** Whether one can draw on what is there. */
    boolean isSheet() {
        ImageSet test = like.get();
        return ground.width() == test.width() && ground.height() == test.height();
    }

    /** Draws from one pixel to another. */
    public void stroke(int fromX, int fromY, int toX, int toY, BrushTip tip) {
        if (isSheet()) {
            drawing = drawing.with(fromX, fromY, toX, toY, tip);
            float[] pixels = ground.image(0);
            drawing.over(pixels, 0);
            picture.set(ImageBlock.copyOf(ground.width(), ground.height(), pixels));
        }
    }

    /** Opens with the first picture of some files; why it cannot be read is said there. */
    public void open(List<File> files) {
        if (!files.isEmpty()) {
            shown.set(true);
            Path file = files.get(0).toPath();
            long mine = ++reading;
            problem.set(Messages.text("own.reading"));
            io.execute(() -> read(file, mine));
        }
    }

    private void read(Path file, long mine) {
        try {
            ImageBlock block = GreyPicture.read(file);
            answer(mine, () -> take(named(file), block));
        } catch (IOException | RuntimeException | OutOfMemoryError refused) {
            answer(mine, () -> problem.set(Reason.of(refused)));
        }
    }

    private void answer(long mine, Runnable then) {
        window.execute(() -> {
            if (mine == reading) {
                then.run();
            }
        });
    }

    private static String named(Path file) {
        String full = String.valueOf(file.getFileName());
        String name = full.contains(".") ? full.substring(0, full.lastIndexOf('.')) : full;
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
    }

    private void take(String called, ImageBlock block) {
        openWith(new OwnImage(called, block, Preparation.suggestedFor(block)));
        if (Preparation.isPlain(block)) {
            problem.set(Messages.text("own.plain"));
        }
    }

    /** Opens with a picture that was pasted or dropped. */
    public void paste(ImageBlock pasted) {
        take(Messages.text("own.pasted"), pasted);
    }

    /** Opens with why there is nothing to paste. */
    void nothingToPaste() {
        shown.set(true);
        problem.set(Messages.text("own.nothing-to-paste"));
    }

    /** Shows it in every view; an empty picture is refused in a sentence. */
    public void use() {
        if (Preparation.isPlain(picture.get())) {
            problem.set(Messages.text(isSheet() ? "own.empty" : "own.plain"));
            return;
        }
        OwnImage image = new OwnImage(name, picture.get(), preparation.get());
        showcase.useOwn(image);
        used.set(Optional.of(image));
        shown.set(false);
    }

    /** No view shows it any more. */
    public void forget() {
        showcase.forgetOwn();
        used.set(Optional.empty());
        shown.set(false);
    }

    /** Takes a step of the preparation, or leaves it. */
    public void toggle(Step step) {
        preparation.set(preparation.get().toggled(step));
    }

    /** Whether it is being made. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** What is done to it. */
    public ObjectProperty<Preparation> preparationProperty() {
        return preparation;
    }

    /** As it came. */
    public ReadOnlyObjectProperty<ImageBlock> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** As networks will see it. */
    public ReadOnlyObjectProperty<ImageBlock> preparedProperty() {
        return prepared.getReadOnlyProperty();
    }

    /** The one that views show. */
    public ReadOnlyObjectProperty<Optional<OwnImage>> usedProperty() {
        return used.getReadOnlyProperty();
    }

    /** What is in the way, in a sentence; empty where nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}

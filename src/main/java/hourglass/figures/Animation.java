package hourglass.figures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Moving pictures: figures of one size, each shown for a while, and at the end from the beginning again. Immutable. */
public abstract class Animation implements Saved {
    private final List<Shown> shown;
    private final String caption;

    /** A figure and how long it stays; the same one may come several times. */
    record Shown(Figure figure, Duration time) {}

    /** Of at least one figure. */
    Animation(List<Shown> shown, String caption) {
        this.shown = List.copyOf(shown);
        this.caption = caption;
    }

    /** The picture it ends with. */
    Figure last() {
        return shown.get(shown.size() - 1).figure();
    }

    /** As a GIF at half the scale, as it is for the screen. */
    @Override
    public final void write(Path file, FigureStyle style, FigureSize size) throws IOException {
        GifWriter.write(file, frames(style, Math.max(1, size.scale() / 2)), caption);
    }

    /** Draws every picture, each figure once. */
    List<GifFrame> frames(FigureStyle style, int scale) {
        IdentityHashMap<Figure, BufferedImage> drawn = new IdentityHashMap<>();
        List<GifFrame> frames = new ArrayList<>();
        for (Shown each : shown) {
            BufferedImage image = drawn.computeIfAbsent(each.figure(), figure -> figure.draw(style, scale));
            frames.add(new GifFrame(image, each.time()));
        }
        return frames;
    }
}

package hourglass.ui.data;

import java.util.List;

/**
 * The images shown at once.
 *
 * @param images their numbers within the part
 * @param first place of the first of them among all that could be shown, from 0
 * @param total how many could be shown
 */
public record Page(List<Integer> images, int first, int total) {
    /** Keeps a copy. */
    public Page {
        images = List.copyOf(images);
    }

    /** Whether there are images before these. */
    public boolean hasPrevious() {
        return first > 0;
    }

    /** Whether there are images after these. */
    public boolean hasNext() {
        return first + images.size() < total;
    }
}

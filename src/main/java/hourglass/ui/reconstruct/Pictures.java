package hourglass.ui.reconstruct;

import hourglass.session.look.ChosenImage;
import hourglass.session.look.Look;
import hourglass.session.measure.NetworkInput;
import hourglass.ui.pictures.ImageTiles;
import java.util.List;
import java.util.Optional;

/**
 * The images shown and what became of them. Immutable.
 *
 * @param look the network and the data they are of
 * @param input what the network was given of them
 * @param columns how many of the comparisons stand in the grid; one more may follow, the chosen one
 * @param comparisons one per image
 * @param tiles the originals to pick from
 */
record Pictures(Look look, NetworkInput input, int columns, List<Comparison> comparisons, ImageTiles tiles) {
    Pictures {
        comparisons = List.copyOf(comparisons);
    }

    /** The comparisons of the grid, from the left. */
    List<Comparison> inGrid() {
        return comparisons.subList(0, columns);
    }

    Optional<Comparison> of(ChosenImage image) {
        return comparisons.stream().filter(each -> each.image().equals(image)).findFirst();
    }

    /** Column of a test image, −1 if it is not in the grid. */
    int columnOf(int image) {
        for (int i = 0; i < columns; i++) {
            if (comparisons.get(i).index() == image) {
                return i;
            }
        }
        return -1;
    }
}

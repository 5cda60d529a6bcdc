package hourglass.session.project;

import hourglass.engine.model.ModelSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The networks that came with the program, as far as they are read. Immutable; a newer one replaces it.
 *
 * @param names those on offer, in the order of the lesson; one that turns out broken disappears from it
 * @param models those already read, by name
 * @param figures measured on the test images, by name of the network and of the figure, such as {@code test.mse}
 * @param problems one sentence for each that cannot be offered
 */
public record ShippedShelf(
        List<String> names,
        Map<String, ModelSnapshot> models,
        Map<String, Map<String, Double>> figures,
        List<String> problems) {
    /** Copies everything. */
    public ShippedShelf {
        names = List.copyOf(names);
        models = Map.copyOf(models);
        figures = Map.copyOf(figures);
        problems = List.copyOf(problems);
    }

    static ShippedShelf offering(List<String> names, List<String> problems) {
        return new ShippedShelf(names, Map.of(), Map.of(), problems);
    }

    /** The network of this name, once it is read. */
    public Optional<ModelSnapshot> model(String name) {
        return Optional.ofNullable(models.get(name));
    }

    ShippedShelf with(ShippedFiles.Read read) {
        Map<String, ModelSnapshot> more = new LinkedHashMap<>(models);
        more.put(read.name(), read.snapshot());
        Map<String, Map<String, Double>> moreFigures = new LinkedHashMap<>(figures);
        moreFigures.put(read.name(), Map.copyOf(read.figures()));
        return new ShippedShelf(names, more, moreFigures, problems);
    }

    ShippedShelf without(String name, String problem) {
        List<String> fewer = new ArrayList<>(names);
        fewer.remove(name);
        List<String> more = new ArrayList<>(problems);
        more.add(problem);
        return new ShippedShelf(fewer, models, figures, more);
    }
}

package hourglass.session.project;

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
        Map<String, ActiveModel> models,
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
    public Optional<ActiveModel> model(String name) {
        return Optional.ofNullable(models.get(name));
    }

    ShippedShelf with(ActiveModel model, Map<String, Double> measured) {
        Map<String, ActiveModel> more = new LinkedHashMap<>(models);
        more.put(model.name(), model);
        Map<String, Map<String, Double>> moreFigures = new LinkedHashMap<>(figures);
        moreFigures.put(model.name(), Map.copyOf(measured));
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

package hourglass.ui.map;

import hourglass.core.spec.EmbeddingSpec;
import hourglass.core.spec.InvalidSpecException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The settings of the next map as they are typed, and whether they make sense. */
final class MapSettings {
    /** Seed of the first map; the seed is an ordinary setting. */
    private static final long FIRST_SEED = 7;

    private static final long LARGEST_WHOLE = 1L << 31;

    private final NumberSetting points;
    private final NumberSetting perplexity;
    private final NumberSetting iterations;
    private final NumberSetting learningRate;
    private final NumberSetting seed;
    private final ObjectProperty<EmbeddingSpec.Engine> engine;
    private final ReadOnlyObjectWrapper<Optional<EmbeddingSpec>> spec =
            new ReadOnlyObjectWrapper<>(this, "spec", Optional.empty());

    MapSettings() {
        EmbeddingSpec first = EmbeddingSpec.standard(FIRST_SEED);
        points = whole(first.points());
        perplexity = new NumberSetting(NumberSetting.Kind.DECIMAL, Numbers.plain(first.perplexity()));
        iterations = whole(first.iterations());
        learningRate = new NumberSetting(NumberSetting.Kind.DECIMAL, Numbers.plain(first.learningRate()));
        seed = whole(first.seed());
        engine = new SimpleObjectProperty<>(this, "engine", first.engine());
        engine.addListener((observed, before, now) -> read());
        for (NumberSetting each : List.of(points, perplexity, iterations, learningRate, seed)) {
            each.textProperty().addListener((observed, before, now) -> read());
        }
        read();
    }

    private static NumberSetting whole(long first) {
        return new NumberSetting(NumberSetting.Kind.WHOLE, Long.toString(first));
    }

    NumberSetting points() {
        return points;
    }

    NumberSetting perplexity() {
        return perplexity;
    }

    NumberSetting iterations() {
        return iterations;
    }

    NumberSetting learningRate() {
        return learningRate;
    }

    NumberSetting seed() {
        return seed;
    }

    /** Who computes the map. */
    ObjectProperty<EmbeddingSpec.Engine> engineProperty() {
        return engine;
    }

    /** The settings, as long as all of them make sense. */
    ReadOnlyObjectProperty<Optional<EmbeddingSpec>> specProperty() {
        return spec.getReadOnlyProperty();
    }

    private void read() {
        OptionalDouble n = points.read();
        OptionalDouble neighbours = perplexity.read();
        OptionalDouble steps = iterations.read();
        OptionalDouble rate = learningRate.read();
        OptionalDouble number = seed.read();
        boolean all =
                n.isPresent() && neighbours.isPresent() && steps.isPresent() && rate.isPresent() && number.isPresent();
        spec.set(all ? checked(n, neighbours, steps, rate, number) : Optional.empty());
    }

    private Optional<EmbeddingSpec> checked(
            OptionalDouble n,
            OptionalDouble neighbours,
            OptionalDouble steps,
            OptionalDouble rate,
            OptionalDouble number) {
        try {
            return Optional.of(new EmbeddingSpec(
                    whole(n),
                    neighbours.getAsDouble(),
                    whole(steps),
                    rate.getAsDouble(),
                    (long) number.getAsDouble(),
                    engine.get()));
        } catch (InvalidSpecException wrong) {
            settingOf(wrong.field()).errorProperty().set(String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    /** Too large a number stays too large rather than becoming another one. */
    private static int whole(OptionalDouble number) {
        return (int) Math.max(-LARGEST_WHOLE, Math.min(LARGEST_WHOLE - 1, number.getAsDouble()));
    }

    private NumberSetting settingOf(String field) {
        return switch (field) {
            case "embedding.perplexity" -> perplexity;
            case "embedding.iterations" -> iterations;
            case "embedding.learningRate" -> learningRate;
            default -> points;
        };
    }
}

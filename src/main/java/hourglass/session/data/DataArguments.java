package hourglass.session.data;

import hourglass.core.data.DataOrigin;
import hourglass.core.data.DataSet;
import hourglass.core.data.OfficialSets;
import hourglass.core.data.Sketchwear;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How a command is told which data to use. */
public final class DataArguments {
    private DataArguments() {}

    /** The words that name a data set on this machine. */
    public static List<String> of(DataSet data) {
        if (data.origin() == DataOrigin.SKETCHWEAR) {
            return List.of("--sketchwear");
        }
        return Files.exists(Path.of(data.location())) ? List.of("--data", data.location()) : List.of();
    }

    /** Those of a set that is known by its name alone; empty where only its owner has it. */
    public static Optional<List<String>> named(String name) {
        if (name.equals(Sketchwear.NAME)) {
            return Optional.of(List.of("--sketchwear"));
        }
        return OfficialSets.ALL.stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .map(set -> List.of("--set", set.key()));
    }
}

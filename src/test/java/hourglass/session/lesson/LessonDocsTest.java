package hourglass.session.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who writes an evening has the documentation and nothing else. */
class LessonDocsTest {
    private static String row(Trial trial) {
        Trial.Needs needs = trial.needs();
        String networks = needs.least() == needs.most() ? "" + needs.least() : needs.least() + " or " + needs.most();
        Map<String, Double> settings = new TreeMap<>(needs.settings());
        String usual = settings.entrySet().stream()
                .map(each -> "`" + each.getKey() + "` " + plain(each.getValue()))
                .collect(Collectors.joining(", "));
        String measures =
                trial.measures().stream().map(name -> "`" + name + "`").collect(Collectors.joining(" "));
        return "| `" + trial.id() + "` | " + networks + " | " + usual + " | " + measures + " |";
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    @Test
    void everyExperimentIsDocumentedWithItsSettingsAndItsNumbers() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/site/markdown/lessons.md"));
        assertEquals(
                Arrays.stream(Trial.values()).map(LessonDocsTest::row).toList(),
                lines.stream()
                        .filter(line -> Arrays.stream(Trial.values())
                                .anyMatch(trial -> line.startsWith("| `" + trial.id() + "` |")))
                        .toList());
    }
}

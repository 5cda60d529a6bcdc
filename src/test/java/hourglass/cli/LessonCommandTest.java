package hourglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.session.lesson.LessonFiles;
import hourglass.testing.Engines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonCommandTest {
    @TempDir
    Path folder;

    private CommandLab lab;
    private Path ours;

    @BeforeEach
    void writeAnEvening() throws IOException {
        lab = new CommandLab(folder, Engines::networks);
        ours = Files.createDirectory(folder.resolve("ours"));
        Files.writeString(
                ours.resolve("evening.json"),
                "{\"title\": \"Ours\", \"steps\": [\"shuffled-labels\", \"code-size\"], \"goals\": []}");
        for (String name : new String[] {"shuffled-labels.json", "code-size.json"}) {
            try (InputStream in = Objects.requireNonNull(LessonFiles.SHIPPED.open(name))) {
                Files.copy(in, ours.resolve(name));
            }
        }
    }

    private void change(String file, String before, String after) throws IOException {
        Path path = ours.resolve(file);
        Files.writeString(path, Files.readString(path).replace(before, after));
    }

    @Test
    void anEveningOfOnesOwnIsChecked() throws IOException {
        lab.succeeds("lesson --check " + ours);
        assertTrue(lab.out().contains("Ours: 2 steps, 5 minutes, nothing is wrong."), lab.out());
        change("code-size.json", "\"key\": \"C\"", "\"key\": \"F\"");
        assertEquals(1, lab.run("lesson --check " + ours));
        assertTrue(
                lab.out().contains("code-size.json, step code-size: the field answer.key must be a letter from A to D"),
                lab.out());
    }

    @Test
    void whatIsMeasuredIsPrintedAndDecides() throws IOException {
        change("shuffled-labels.json", "\"settings\": {}", "\"settings\": {\"batches\": 5}");
        lab.succeeds("lesson --play --step shuffled-labels --out " + lab.path("out") + " " + ours);
        String page = Files.readString(lab.path("out").resolve("evening.html"));
        assertTrue(page.contains("Each number was measured when its step was run."), page);
        assertTrue(page.contains("the loss never sees a label") || page.contains("The loss never sees a label"), page);
        assertTrue(Files.size(lab.path("out").resolve("evening.png")) > 1000);
        assertTrue(lab.out().contains("pass  shuffled-labels"), lab.out());
        assertTrue(lab.out().contains("difference = 0"), lab.out());
        assertTrue(lab.out().contains("1 of 1 steps hold."), lab.out());
        change("shuffled-labels.json", "\"least\": 0", "\"least\": 1");
        change("shuffled-labels.json", "\"most\": 0", "\"most\": 2");
        assertEquals(1, lab.run("lesson --play --step shuffled-labels " + ours));
        assertTrue(lab.out().contains("FAIL  shuffled-labels"), lab.out());
    }

    @Test
    void nonsenseIsRefused() {
        assertEquals(2, lab.run("lesson " + ours));
    }

    @Test
    void aFolderOrAStepThatIsNotThereIsNamed() {
        assertEquals(2, lab.run("lesson --check " + folder.resolve("nowhere")));
        assertEquals(2, lab.run("lesson --check --step other " + ours));
    }
}

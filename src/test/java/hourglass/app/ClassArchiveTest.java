package hourglass.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    private static final String[] WINDOW = {};
    private static final String[] COMMAND = {"train"};
    private static final String WRITE = "-XX:ArchiveClassesAtExit=";
    private static final String USE = "-XX:SharedArchiveFile=";

    @TempDir
    Path folder;

    private Path jar() throws IOException {
        return Files.write(folder.resolve("program.jar"), new byte[] {1, 2, 3});
    }

    private ClassArchive archive() {
        return ClassArchive.of(
                folder.resolve("cache"), folder.resolve("program.jar").toString());
    }

    private static String last(List<String> options) {
        return options.get(options.size() - 1);
    }

    private static Path named(String option) {
        return Path.of(option.substring(option.indexOf('=') + 1));
    }

    private void written(ClassArchive archive) throws IOException {
        Files.write(named(last(archive.options(WINDOW))), new byte[] {7});
        archive.keep();
    }

    @Test
    void theFirstWindowWritesItAndEveryStartAfterwardsUsesIt() throws IOException {
        jar();
        ClassArchive archive = archive();
        assertTrue(archive.options(COMMAND).stream().noneMatch(option -> option.startsWith("-XX")));
        assertTrue(last(archive.options(WINDOW)).startsWith(WRITE));
        written(archive);
        assertTrue(last(archive().options(WINDOW)).startsWith(USE));
        assertEquals(last(archive().options(WINDOW)), last(archive().options(COMMAND)));
        assertTrue(Files.isRegularFile(named(last(archive().options(COMMAND)))));
    }

    @Test
    void anInstalledProgramUsesWhatItsInstallationWrote() throws IOException {
        assertTrue(ClassArchive.installed(folder).isEmpty());
        Path written = Files.write(folder.resolve("classes.jsa"), new byte[] {7});
        ClassArchive archive = ClassArchive.installed(folder).orElseThrow();
        assertEquals(USE + written, last(archive.options(WINDOW)));
        assertEquals(USE + written, last(archive.options(COMMAND)));
        archive.keep();
        assertTrue(Files.isRegularFile(written));
    }

    @Test
    void anotherProgramWritesItsOwnAndTheOldOneGoes() throws IOException {
        Path jar = jar();
        written(archive());
        Path old = named(last(archive().options(WINDOW)));
        Files.write(jar, new byte[] {1, 2, 3, 4});
        Path torn = Files.write(old.resolveSibling(old.getFileName() + ".fresh1"), new byte[1]);
        assertTrue(last(archive().options(WINDOW)).startsWith(WRITE));
        written(archive());
        assertNotEquals(old, named(last(archive().options(WINDOW))));
        assertFalse(Files.exists(old));
        assertFalse(Files.exists(torn));
    }

    @Test
    void whereNothingWasWrittenNothingIsKept() throws IOException {
        jar();
        archive().keep();
        assertTrue(last(archive().options(WINDOW)).startsWith(WRITE));
    }

    @Test
    void classesInFoldersAreNotShared() throws IOException {
        assertEquals(List.of(), ClassArchive.of(folder, folder.toString()).options(WINDOW));
        assertEquals(List.of(), ClassArchive.of(folder, "").options(WINDOW));
    }

    @Test
    void aFolderThatCannotBeMadeIsNoFault() throws IOException {
        Path jar = jar();
        ClassArchive archive = ClassArchive.of(jar.resolve("below"), jar.toString());
        assertTrue(archive.options(WINDOW).stream().noneMatch(option -> option.startsWith("-XX")));
        archive.keep();
    }
}

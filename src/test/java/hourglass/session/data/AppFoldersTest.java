package hourglass.session.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AppFoldersTest {
    private static final Path HOME = Path.of("home", "ada").toAbsolutePath();
    private static final Path OTHER = Path.of("other").toAbsolutePath();

    @Test
    void linuxUsesTheDefaultsOfTheXdgSpecification() {
        AppFolders folders = AppFolders.of("Linux", HOME, Map.of());
        assertEquals(HOME.resolve(".cache/hourglass"), folders.cache());
        assertEquals(HOME.resolve(".local/share/hourglass"), folders.data());
        assertEquals(HOME.resolve(".local/share/hourglass/logs"), folders.logs());
    }

    @Test
    void linuxFollowsAbsoluteXdgVariables() {
        Map<String, String> env = Map.of(
                "XDG_CACHE_HOME", OTHER.resolve("c").toString(),
                "XDG_DATA_HOME", OTHER.resolve("d").toString());
        AppFolders folders = AppFolders.of("Linux", HOME, env);
        assertEquals(OTHER.resolve("c/hourglass"), folders.cache());
        assertEquals(OTHER.resolve("d/hourglass"), folders.data());
    }

    @Test
    void relativeAndEmptyXdgVariablesAreIgnored() {
        AppFolders folders = AppFolders.of("Linux", HOME, Map.of("XDG_CACHE_HOME", "relative/c", "XDG_DATA_HOME", ""));
        assertEquals(AppFolders.of("Linux", HOME, Map.of()), folders);
    }

    @Test
    void macUsesTheLibraryAndIgnoresXdg() {
        AppFolders folders = AppFolders.of("Mac OS X", HOME, Map.of("XDG_CACHE_HOME", OTHER.toString()));
        assertEquals(HOME.resolve("Library/Caches/Hourglass"), folders.cache());
        assertEquals(HOME.resolve("Library/Application Support/Hourglass"), folders.data());
        assertEquals(HOME.resolve("Library/Application Support/Hourglass/logs"), folders.logs());
    }

    @Test
    void windowsUsesTheLocalApplicationData() {
        AppFolders folders = AppFolders.of("Windows 11", HOME, Map.of("LOCALAPPDATA", OTHER.toString()));
        assertEquals(OTHER.resolve("Hourglass/Cache"), folders.cache());
        assertEquals(OTHER.resolve("Hourglass/Data"), folders.data());
        assertEquals(OTHER.resolve("Hourglass/Data/logs"), folders.logs());
    }

    @Test
    void windowsWithoutTheVariableUsesItsUsualPlace() {
        AppFolders folders = AppFolders.of("Windows 10", HOME, Map.of());
        assertEquals(HOME.resolve("AppData/Local/Hourglass/Cache"), folders.cache());
    }

    @Test
    void darwinIsNotTakenForWindows() {
        assertEquals(AppFolders.of("Linux", HOME, Map.of()), AppFolders.of("Darwin", HOME, Map.of()));
    }

    @Test
    void ownVariablePutsEverythingIntoOneFolderOnEveryPlatform() {
        Map<String, String> env =
                Map.of("HOURGLASS_HOME", OTHER.toString(), "XDG_CACHE_HOME", HOME.toString(), "LOCALAPPDATA", "x");
        for (String os : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
            AppFolders folders = AppFolders.of(os, HOME, env);
            assertEquals(
                    new AppFolders(OTHER.resolve("cache"), OTHER.resolve("data"), OTHER.resolve("data/logs")), folders);
        }
    }

    @Test
    void relativeOwnVariableIsTakenFromTheWorkingFolderAndABlankOneIgnored() {
        AppFolders relative = AppFolders.of("Linux", HOME, Map.of("HOURGLASS_HOME", "here"));
        assertEquals(Path.of("here", "cache").toAbsolutePath(), relative.cache());
        assertTrue(relative.data().isAbsolute());
        assertEquals(
                AppFolders.of("Linux", HOME, Map.of()), AppFolders.of("Linux", HOME, Map.of("HOURGLASS_HOME", " ")));
    }

    @Test
    void ownVariableThatIsNoPathIsRefusedByName() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> AppFolders.of("Linux", HOME, Map.of("HOURGLASS_HOME", "a\0b")));
        assertTrue(String.valueOf(refused.getMessage()).contains("HOURGLASS_HOME"), refused::getMessage);
    }
}

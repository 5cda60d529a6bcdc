package hourglass.session.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where Hourglass keeps its files on this machine. Nothing is created here; all paths are absolute if {@code home} is.
 *
 * <p>Linux and other systems follow the <a
 * href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base Directory Specification</a>, which asks to
 * ignore values that are not absolute. The environment variable {@value #HOME_VARIABLE} puts everything into one folder.
 *
 * @param cache what can be fetched or computed again, such as the downloaded data set
 * @param data the user's work
 * @param logs what happened, for bug reports; inside {@code data}
 */
public record AppFolders(Path cache, Path data, Path logs) {
    /** Environment variable that holds a folder for everything. */
    public static final String HOME_VARIABLE = "HOURGLASS_HOME";

    private AppFolders(Path cache, Path data) {
        this(cache, data, data.resolve("logs"));
    }

    /**
     * The folders of a platform.
     *
     * @param osName the system property {@code os.name}
     * @param home the user's home folder
     * @param env the environment variables
     * @throws IllegalArgumentException if {@value #HOME_VARIABLE} is set to something that is no path
     */
    public static AppFolders of(String osName, Path home, Map<String, String> env) {
        String own = env.get(HOME_VARIABLE);
        if (own != null && !own.isBlank()) {
            Path root = chosenRoot(own);
            return new AppFolders(root.resolve("cache"), root.resolve("data"));
        }
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return windows(home, env);
        }
        return os.startsWith("mac") ? mac(home) : xdg(home, env);
    }

    private static Path chosenRoot(String value) {
        try {
            return Path.of(value).toAbsolutePath();
        } catch (InvalidPathException invalid) {
            throw new IllegalArgumentException(
                    HOME_VARIABLE + " must name a folder, but \"" + value + "\" is not a path", invalid);
        }
    }

    private static AppFolders windows(Path home, Map<String, String> env) {
        Path local = absolute(env, "LOCALAPPDATA")
                .orElse(home.resolve("AppData").resolve("Local"))
                .resolve("Hourglass");
        return new AppFolders(local.resolve("Cache"), local.resolve("Data"));
    }

    private static AppFolders mac(Path home) {
        Path library = home.resolve("Library");
        return new AppFolders(
                library.resolve("Caches").resolve("Hourglass"),
                library.resolve("Application Support").resolve("Hourglass"));
    }

    private static AppFolders xdg(Path home, Map<String, String> env) {
        Path cache = absolute(env, "XDG_CACHE_HOME").orElse(home.resolve(".cache"));
        Path data = absolute(env, "XDG_DATA_HOME").orElse(home.resolve(".local").resolve("share"));
        return new AppFolders(cache.resolve("hourglass"), data.resolve("hourglass"));
    }

    private static Optional<Path> absolute(Map<String, String> env, String variable) {
        try {
            return Optional.ofNullable(env.get(variable)).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException notUsable) {
            return Optional.empty();
        }
    }
}

package hourglass.core.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a person sees in a folder: without what other programs leave there, such as {@code .DS_Store}, {@code ._x},
 * {@code __MACOSX}, {@code Thumbs.db} or {@code desktop.ini}.
 */
public final class FolderContents {
    private static final Set<String> LEFTOVERS = Set.of("__macosx", "thumbs.db", "ehthumbs.db", "desktop.ini");

    private FolderContents() {}

    /** The files in a folder, by name. */
    public static List<Path> files(Path folder) throws IOException {
        return list(folder, Files::isRegularFile);
    }

    /** The folders in a folder, by name. */
    public static List<Path> folders(Path folder) throws IOException {
        return list(folder, Files::isDirectory);
    }

    private static List<Path> list(Path folder, Predicate<Path> kind) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> isSeen(String.valueOf(path.getFileName())))
                    .filter(kind)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private static boolean isSeen(String name) {
        return !name.startsWith(".") && !LEFTOVERS.contains(name.toLowerCase(Locale.ROOT));
    }
}

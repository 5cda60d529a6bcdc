package hourglass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages lead somewhere: links, pictures and the menu. */
class SiteTest {
    private static final Path SITE = Path.of("src/site");
    private static final Path MARKDOWN = SITE.resolve("markdown");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)\\)");
    private static final Pattern ITEM = Pattern.compile("<item [^>]*href=\"([^\"]+)\"");
    private static final long LARGEST_PICTURE = 200_000;

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        for (Matcher each = pattern.matcher(text); each.find(); ) {
            found.add(each.group(1));
        }
        return found;
    }

    /** Where a page of the site, seen from another, comes from. */
    private static boolean isThere(Path from, String link) {
        String source = link.endsWith(".html") ? link.substring(0, link.length() - 5) + ".md" : link;
        Path folder = from.getParent();
        return Files.exists(folder.resolve(source))
                || Files.exists(SITE.resolve("resources")
                        .resolve(MARKDOWN.relativize(folder.resolve(source)).normalize()));
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : files(MARKDOWN)) {
            for (String link : found(LINK, Files.readString(page))) {
                if (!link.contains("://") && !isThere(page, link)) {
                    broken.add(page + ": " + link);
                }
            }
        }
        for (String link : found(LINK, Files.readString(Path.of("README.md")))) {
            if (!link.contains("://") && !Files.exists(Path.of(link))) {
                broken.add("README.md: " + link);
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void theMenuHasEveryPageAndNoOther() throws IOException {
        List<String> items = found(ITEM, Files.readString(SITE.resolve("site.xml")));
        List<String> pages = new ArrayList<>();
        for (Path page : files(MARKDOWN)) {
            String name = MARKDOWN.relativize(page).toString().replace('\\', '/');
            pages.add(name.substring(0, name.length() - 3) + ".html");
        }
        assertEquals(
                pages,
                items.stream().filter(item -> item.endsWith(".html")).sorted().toList());
        for (String item : items) {
            assertTrue(isThere(MARKDOWN.resolve("index.md"), item), item);
        }
    }

    @Test
    void noPictureIsLargerThanAPageCanBear() throws IOException {
        for (Path picture : files(SITE.resolve("resources/images"))) {
            assertTrue(Files.size(picture) <= LARGEST_PICTURE, picture + " has " + Files.size(picture) + " bytes");
        }
    }
}

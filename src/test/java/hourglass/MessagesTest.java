package hourglass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hourglass.core.spec.NoiseKind;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key used has its words, and all words are used. */
class MessagesTest {
    private static final Pattern USE = Pattern.compile("Messages\\.text\\(\\s*\"([a-z0-9.-]+)\"");
    private static final Pattern ANY_TEXT = Pattern.compile("\"([a-z0-9-]+(?:\\.[a-z0-9-]+)+)\"");

    private static Set<String> keys() throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("resources/i18n/messages.properties"))) {
            words.load(reader);
        }
        return new TreeSet<>(words.stringPropertyNames());
    }

    private static Set<String> inSources(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/hourglass"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }

    /** Keys put together from a kind of noise, so that a new one needs words and no code. */
    private static Set<String> composed() {
        Set<String> keys = new TreeSet<>();
        for (NoiseKind kind : NoiseKind.values()) {
            keys.add("noise.name." + kind.id());
            keys.add("noise.setting." + kind.id());
        }
        return keys;
    }

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("resources/i18n", file))) {
            words.load(reader);
        }
        return words;
    }

    private static Set<String> placeholders(String words) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{[0-9]}").matcher(words);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    @Test
    void theStripOfTheLessonIsTranslatedWhole() throws IOException {
        Properties english = words("messages.properties");
        Properties german = words("messages_de.properties");
        Set<String> lesson = new TreeSet<>(english.stringPropertyNames());
        lesson.removeIf(
                key -> !key.startsWith("lesson.") && !key.startsWith("shell.lesson") && !key.equals("keys.lesson"));
        assertEquals(lesson, new TreeSet<>(german.stringPropertyNames()));
        for (String key : lesson) {
            assertEquals(placeholders(english.getProperty(key)), placeholders(german.getProperty(key)), key);
        }
    }

    @Test
    void everyKeyUsedExists() throws IOException {
        Set<String> missing = inSources(USE);
        assertFalse(missing.isEmpty());
        missing.removeIf(key -> key.endsWith("."));
        missing.addAll(composed());
        missing.removeAll(keys());
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        Set<String> unused = keys();
        Set<String> used = inSources(ANY_TEXT);
        used.addAll(composed());
        // A control whose words are "x" may ask for its tooltip "x.tip" by adding the ending.
        unused.removeIf(key -> used.contains(key) || (key.endsWith(".tip") && used.contains(key.replace(".tip", ""))));
        assertEquals(Set.of(), unused);
    }
}

package hourglass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What each room imports, held against the sentence in its package-info, such as {@code May import: core.*, session.ask,
 * javafx.} Rooms of ours stand without {@code hourglass.}; a star is a room and all below it; a library is named by the
 * beginning of its packages. {@code May import: nothing.} leaves {@code java.*}, which everybody may import but for
 * {@code java.awt}.
 */
final class Rooms {
    private static final Pattern SENTENCE = Pattern.compile("May import: (.+?)\\.(?:\\s|$)");
    private static final List<String> FREE = List.of("org.jspecify", "com.google.errorprone.annotations");
    private static final List<String> LIBRARIES = List.of(
            "atlantafx",
            "com.fasterxml.jackson",
            "com.lowagie",
            "com.sun.jna",
            "com.sun.management",
            "java.awt",
            "javafx",
            "javax.imageio",
            "jdk.incubator.vector",
            "org.bytedeco",
            "org.deeplearning4j",
            "org.kordamp.ikonli",
            "org.nd4j",
            "org.slf4j",
            "org.apache.commons.math3",
            "org.w3c.dom",
            "picocli",
            "smile");

    private Rooms() {}

    static void assertNobodyImportsMoreThanSaid(JavaClasses classes) {
        Map<String, Set<String>> imports = imports(classes);
        List<String> wrong = new ArrayList<>();
        imports.forEach((room, used) -> {
            Path file = Path.of("src", "main", "java", room.replace('.', '/'), "package-info.java");
            Set<String> said = said(file);
            Set<String> unsaid = new TreeSet<>(used);
            unsaid.removeIf(name -> said.stream().anyMatch(any -> covers(any, name)));
            Set<String> unknown = new TreeSet<>(said);
            unknown.removeIf(name -> exists(name, imports.keySet()));
            if (!unsaid.isEmpty() || !unknown.isEmpty()) {
                wrong.add(complaint(file, unsaid, unknown, used));
            }
        });
        assertEquals("", String.join("\n", wrong), "package-info sentences that are not true");
    }

    private static String complaint(Path file, Set<String> unsaid, Set<String> unknown, Set<String> used) {
        String more =
                unsaid.isEmpty() ? "" : " does not allow " + String.join(", ", unsaid) + ", which the room imports;";
        String less =
                unknown.isEmpty() ? "" : " names " + String.join(", ", unknown) + ", which is no room or library;";
        String all = used.isEmpty() ? "nothing" : String.join(", ", used);
        return file + more + less + " either move what is needed to where it may be known, or write there: May import: "
                + all + ".";
    }

    /** All that the classes of each room depend on outside it. */
    private static Map<String, Set<String>> imports(JavaClasses classes) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (JavaClass each : classes) {
            Set<String> room = found.computeIfAbsent(each.getPackageName(), name -> new TreeSet<>());
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                String target =
                        dependency.getTargetClass().getBaseComponentType().getPackageName();
                if (!target.equals(each.getPackageName()) && !target.isEmpty() && !isFree(target)) {
                    room.add(shortened(target));
                }
            }
        }
        return found;
    }

    private static boolean isFree(String name) {
        boolean java = (name + ".").startsWith("java.") && !(name + ".").startsWith("java.awt.");
        return java || FREE.stream().anyMatch(free -> isWithin(name, free));
    }

    private static String shortened(String name) {
        if (isWithin(name, "hourglass")) {
            return name.substring("hourglass.".length());
        }
        return LIBRARIES.stream()
                .filter(library -> isWithin(name, library))
                .findFirst()
                .orElse(name);
    }

    private static boolean isWithin(String name, String outer) {
        return name.equals(outer) || name.startsWith(outer + ".");
    }

    private static boolean covers(String said, String name) {
        return said.endsWith(".*") ? isWithin(name, said.substring(0, said.length() - 2)) : said.equals(name);
    }

    private static boolean exists(String said, Set<String> rooms) {
        return LIBRARIES.contains(said)
                || rooms.stream()
                        .map(room -> room.substring(Math.min(room.length(), "hourglass.".length())))
                        .anyMatch(room -> covers(said, room));
    }

    private static Set<String> said(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException("every room has a " + file, missing);
        }
        Matcher sentence = SENTENCE.matcher(text.replaceAll("\\s*\\n \\* ?", " "));
        if (!sentence.find()) {
            throw new AssertionError(file + " must hold a sentence such as: May import: core.*, javafx.");
        }
        return sentence.group(1).equals("nothing")
                ? Set.of()
                : Pattern.compile(", ").splitAsStream(sentence.group(1)).collect(Collectors.toSet());
    }
}

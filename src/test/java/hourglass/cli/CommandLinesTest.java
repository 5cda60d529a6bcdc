package hourglass.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.session.concurrent.Program;
import hourglass.session.data.DataSources;
import hourglass.testing.Engines;
import hourglass.testing.NoNetwork;
import hourglass.testing.SmallData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** What README and site say of the command line is what it takes; its page is made from the commands themselves. */
class CommandLinesTest {
    private static final Path PAGE = Path.of("src/site/markdown/commands.md");
    private static final Pattern COMMAND =
            Pattern.compile("(?m)(?:^|`)(?:java -jar target/)?hourglass(?:\\.jar)? ([^`\\n]*)");
    private static final Pattern COMMENT = Pattern.compile(" {3,}[^- ].*| \\(.*| #.*");
    /** What begins the arguments of the window, which picocli never sees. */
    private static final Pattern WINDOW = Pattern.compile(
            "--(lesson|data|language|heartbeat|engine)\\b.*|\\S+\\.safetensors|\\S+\\.hourglass|COMMAND.*");

    @TempDir
    Path folder;

    private CommandLine commands() {
        DataSources sources =
                NoNetwork.sources(folder.resolve("cache"), (chosen, seed, cancelled) -> SmallData.garments());
        return HourglassCommand.commandLine(
                new CommandContext(sources, Engines::networks, "VERSION", folder.resolve("kept"), Program.NONE));
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("packaging/README.md")));
        try (Stream<Path> files = Files.walk(Path.of("src/site/markdown"))) {
            files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.equals(PAGE))
                    .forEach(pages::add);
        }
        return pages;
    }

    /** Each line that shows a command, without what is said about it. */
    private static List<String> shown(String text) {
        List<String> shown = new ArrayList<>();
        for (Matcher found = COMMAND.matcher(text.replaceAll("(?<=\\S)\\n *(?=\\S+[^`\\n]*`)", " ")); found.find(); ) {
            String line = COMMENT.matcher(found.group(1))
                    .replaceFirst("")
                    .replaceAll("[\\[\\]]", "")
                    .strip();
            if (!line.isEmpty() && !WINDOW.matcher(line).matches()) {
                shown.add(line);
            }
        }
        return shown;
    }

    @Test
    void everyCommandThatIsShownIsOneThatIsTaken() throws IOException {
        int count = 0;
        for (Path page : pages()) {
            for (String line : shown(Files.readString(page))) {
                count++;
                assertTaken(line, page + " shows: " + line);
            }
        }
        assertTrue(count > 20, "found " + count);
    }

    /** A command alone is only spoken of. */
    private void assertTaken(String line, String where) {
        if (line.contains(" ")) {
            assertDoesNotThrow(() -> commands().parseArgs(line.split(" +")), where);
        } else {
            assertTrue(line.startsWith("--") || commands().getSubcommands().containsKey(line), where);
        }
    }

    @Test
    void aCommandThatIsNoneOrLacksSomethingWouldBeSeen() {
        for (String line :
                List.of("trian --out DIR", "train --preset dense-64", "render --model F --out D --formt pdf")) {
            assertEquals(List.of(line), shown("text `hourglass " + line + "` text"));
            assertThrows(ParameterException.class, () -> commands().parseArgs(line.split(" +")), line);
        }
        assertEquals(
                List.of("train --out DIR"),
                shown("java -jar target/hourglass.jar train  --out DIR    says it").stream()
                        .map(line -> line.replaceAll(" +", " "))
                        .toList());
    }

    /** With {@code -Dhourglass.pages=write} it is written anew. */
    @Test
    void thePageOfCommandsSaysWhatTheCommandsSay() throws IOException {
        String page = page(commands());
        if ("write".equals(System.getProperty("hourglass.pages"))) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), "mvn test -Dtest=CommandLinesTest -Dhourglass.pages=write");
    }

    private static String page(CommandLine line) {
        StringBuilder page = new StringBuilder("# Command line\n\n"
                + "`hourglass` alone opens the window; with a command it works without one. Exit code 0: all was written;"
                + " 1: something failed, said in one line; 2: arguments that make no sense. Below is what each command says"
                + " with `--help`.\n");
        for (Map.Entry<String, CommandLine> command : line.getSubcommands().entrySet()) {
            if (command.getKey().equals("help")) {
                continue;
            }
            CommandLine.Model.UsageMessageSpec usage =
                    command.getValue().getCommandSpec().usageMessage();
            usage.width(110);
            String text = command.getValue().getUsageMessage(Ansi.OFF).replace("\r\n", "\n");
            assertFalse(text.isBlank());
            page.append("\n## ").append(command.getKey()).append("\n```\n");
            Arrays.stream(text.strip().split("\n"))
                    .forEach(each -> page.append(each.stripTrailing()).append('\n'));
            page.append("```\n");
        }
        return page.toString();
    }
}

package hourglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.figures.ImageFolderReader;
import hourglass.session.concurrent.Program;
import hourglass.testing.Engines;
import hourglass.testing.NoNetwork;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that a command says when it is given what it cannot use, read as a person reads it. */
class MessagesOfCommandsTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandContext context = new CommandContext(
                NoNetwork.sources(folder.resolve("cache"), ImageFolderReader::read),
                Engines::networks,
                "test",
                folder.resolve("kept"),
                Program.NONE);
        return HourglassCommand.run(arguments, context, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private List<List<String>> failing() throws IOException {
        Path file = Files.writeString(folder.resolve("file.txt"), "hello");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path web = Files.writeString(folder.resolve("web.safetensors"), "<!DOCTYPE html><html></html>");
        Path pickle =
                Files.write(folder.resolve("x.safetensors"), new byte[] {(byte) 0x80, 4, 99, 0, 0, 0, 0, 0, 0, 0});
        Path npz = Files.writeString(folder.resolve("bad.npz"), "PK");
        Path csv = Files.writeString(folder.resolve("bad.csv"), "a,b\nc,d\n");
        Path gz = Files.write(folder.resolve("train-images-idx3-ubyte.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
        List<List<String>> all = new ArrayList<>();
        for (String data : List.of(
                "" + file, "" + empty, "" + npz, "" + csv, "" + gz.getParent(), "/no/such/folder", "a\0b", "\uFFFD")) {
            all.add(List.of("data", "--data", data));
        }
        for (String model : List.of("" + file, "" + empty, "" + web, "" + pickle, "/no/such/file", "", "\0")) {
            all.add(List.of(
                    "render", "--model", model, "--out", "" + folder.resolve("out"), "--data", "/no/such/images"));
            all.add(List.of(
                    "oddities", "--model", model, "--out", "" + folder.resolve("out"), "--data", "/no/such/images"));
            all.add(List.of("train", "--model", model, "--out", "" + folder.resolve("out"), "--data", "" + folder));
        }
        for (String value : List.of("x", "-1", "1e99", "99999999999999999999", "NaN")) {
            for (String option : List.of("--epochs", "--batch", "--rate", "--seed", "--code", "--hidden", "--noise")) {
                all.add(List.of(
                        "train", "--out", "" + folder.resolve("out"), "--data", "/no/such/images", option, value));
            }
            all.add(List.of("render", "--model", "m", "--out", "o", "--scale", value));
            all.add(List.of("data", "--set", value));
            all.add(List.of("data", "--turned", value, "--data", "/no/such/images"));
        }
        all.add(List.of("train", "--out", file + "/out", "--sketchwear", "--epochs", "1", "--preset", "dense-2"));
        all.add(List.of("train"));
        all.add(List.of("nothing"));
        all.add(List.of("sweep", "--out", "" + file, "--sketchwear"));
        all.add(List.of("lesson", "--check", "" + empty));
        all.add(List.of("lesson", "--check", "" + file));
        return all;
    }

    @Test
    void noneOfThemSpeaksToProgrammers() throws IOException {
        for (List<String> arguments : failing()) {
            int code = run(arguments.toArray(String[]::new));
            String said = err.toString().strip();
            String about = arguments + " -> " + code + ": " + said;
            assertNotEquals(0, code, about);
            assertTrue(said.isEmpty() ? out.toString().length() > 20 : said.startsWith("hourglass: "), about);
            assertFalse(said.contains("Exception") || said.contains("null") || said.contains("java."), about);
            assertFalse(said.matches("(?s).*\\b(int|double|boolean|enum)\\b.*"), about);
            assertFalse(said.matches("(?s).*\\bat [a-z]+\\.[a-z.]+\\(.*"), about);
        }
    }

    @Test
    void numbersAreWrittenInPlainDigitsWhateverTheLanguage() throws IOException {
        Locale before = Locale.getDefault();
        try {
            for (String language : List.of("ar-EG", "fa-IR", "hi-IN-u-nu-deva", "my-MM")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertNotEquals("12", String.format(Locale.getDefault(), "%d", 12), language);
                assertEquals(0, run("data", "--sketchwear"), err.toString());
                String said = out.toString();
                assertTrue(said.contains("6000 training and 1000 test images"), said);
                assertFalse(said.codePoints().anyMatch(c -> c > 127 && Character.isDigit(c)), said);
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}

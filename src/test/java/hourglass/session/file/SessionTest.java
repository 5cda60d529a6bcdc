package hourglass.session.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.engine.store.FailingOps;
import hourglass.engine.store.FileOps;
import hourglass.engine.store.ModelFile;
import hourglass.engine.store.SessionFile;
import hourglass.engine.store.StoredModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Session files: what is saved comes back, and what is damaged or forged does not. */
class SessionTest {
    @TempDir
    Path folder;

    private final Session session = Sessions.session();
    private Path file;

    @BeforeEach
    void save() throws IOException {
        file = folder.resolve("evening.hourglass");
        session.write(file, "1.0");
    }

    @Test
    void whatIsSavedComesBackEqual() throws IOException {
        assertEquals(session, Session.read(file));
        assertEquals(
                List.of("Dense 2", "Kleider “größer” 👕"),
                List.copyOf(session.byName().keySet()));
    }

    @Test
    void theSameSessionIsTheSameFile() throws IOException {
        Path again = folder.resolve("again.hourglass");
        Session.read(file).write(again, "1.0");
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again));
    }

    @Test
    void anyZipProgramListsIt() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            assertEquals("session.json", zip.getNextEntry().getName());
            assertTrue(new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                    .contains("\"format\" : \"hourglass-session\""));
            assertEquals("networks/n1.safetensors", zip.getNextEntry().getName());
            assertEquals(session.networks().get("n1"), ModelFile.read(zip, "n1").snapshot());
        }
    }

    @Test
    void everyFlippedByteIsNoticed() throws IOException {
        byte[] good = Files.readAllBytes(file);
        for (int at = 0; at < good.length; at++) {
            byte[] bytes = good.clone();
            bytes[at] ^= (byte) (1 << at % 8);
            refused(bytes);
        }
    }

    @Test
    void everyTruncationAndAnythingAddedIsNoticed() throws IOException {
        byte[] good = Files.readAllBytes(file);
        for (int length = 0; length < good.length; length += 3) {
            refused(Arrays.copyOf(good, length));
        }
        clear(refused(Arrays.copyOf(good, good.length - 1)), "damaged");
        clear(refused(Arrays.copyOf(good, good.length + 1)), "damaged");
    }

    @Test
    void aFailingSaveLeavesTheOldFile() throws IOException {
        byte[] old = Files.readAllBytes(file);
        Session other =
                new Session(session.words(), Map.of("n1", Sessions.network("x", 1), "n2", Sessions.network("y", 2)));
        FailingOps counted = new FailingOps((call, operation) -> false, "test");
        other.write(folder.resolve("count.hourglass"), "1.0", counted);
        for (int n = 1; n <= counted.calls.size(); n++) {
            int failing = n;
            FailingOps ops = new FailingOps((call, operation) -> call == failing, "No space left on device");
            String failed = failure(other, ops);
            String operation = ops.calls.get(n - 1);
            if (failed.isEmpty() || operation.equals("forceFolder")) {
                session.write(file, "1.0");
            } else {
                assertArrayEquals(old, Files.readAllBytes(file), operation);
                assertTrue(failed.contains("the disk is full"), failed);
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(2, left.count(), "temporary files stayed");
        }
    }

    private String failure(Session other, FileOps ops) {
        try {
            other.write(file, "1.0", ops);
            return "";
        } catch (IOException failed) {
            return String.valueOf(failed.getMessage());
        }
    }

    @Test
    void whatIsCompressedIsNotUnpacked() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.setComment("0".repeat(64));
            zip.putNextEntry(new ZipEntry("session.json"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
        clear(refused(bomb.toByteArray()), "is compressed");
    }

    @Test
    void liesAboutSizesTakeNoMemory() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        // The size of the first part, both times it is said there.
        for (int at : new int[] {18, 22}) {
            Arrays.fill(bytes, at, at + 4, (byte) 0x7f);
        }
        clear(refused(bytes), "is said to have");
    }

    @Test
    void otherFilesAreCalledByWhatTheyAre() throws IOException {
        clear(
                refused("once upon a time there was a file that was long enough to be one of the others"
                        .repeat(2)
                        .getBytes(StandardCharsets.UTF_8)),
                "no session of Hourglass");
        clear(refused(ModelFile.bytes(new StoredModel(Sessions.network("x", 1), Map.of(), "1.0"))), "no session");
        clear(assertThrows(IOException.class, () -> Session.read(folder)), "it is a folder");
        clear(assertThrows(IOException.class, () -> Session.read(folder.resolve("none"))), "does not exist");
    }

    @Test
    void textsAreReadStrictly() throws IOException {
        lie("\"view\" : \"latent\"", "\"view\" : \"latent\", \"more\" : 1", "the field \"more\" is unknown");
        lie("\"view\" : \"latent\",", "", "the field \"view\" is missing");
        lie("\"version\" : 1", "\"version\" : 2", "its version is 2");
        lie("\"format\" : \"hourglass-session\"", "\"format\" : \"other\"", "no session of Hourglass");
        lie("\"level\" : 0.35", "\"level\" : 7", "a level from 0 to 1");
        lie("\"pixels\" : \"01..\"", "\"pixels\" : \"01.\"", "4 letters");
        lie("\"isolated\" : 4", "\"isolated\" : -2", "a place from 0");
        lie("\"file\" : \"n2\"", "\"file\" : \"n3\"", "that is not in it");
        lie("\"drawSeed\" : 5", "\"drawSeed\" : \"5\"", "drawSeed");
        lie("\"kind\" : \"salt-and-pepper\"", "\"kind\" : \"java.lang.Runtime\"", "must be one of");
    }

    @Test
    void withoutItsDataASessionSpeaksOfNoImage() throws IOException {
        ViewStates views = session.words().views().withoutImages();
        assertTrue(views.data().isEmpty());
        assertEquals(-1, views.reconstruct().orElseThrow().image());
        assertEquals("worst", views.reconstruct().orElseThrow().order());
        assertEquals(List.of(), views.denoise().orElseThrow().painted());
        assertEquals(0.35, views.denoise().orElseThrow().noise().level());
        assertEquals(List.of(), views.map().orElseThrow().selected());
        assertEquals(Optional.empty(), views.latent().orElseThrow().image());
        assertEquals(List.of(0.25, -1.5), views.latent().orElseThrow().handle());
        assertEquals(Optional.empty(), views.oddities().orElseThrow().className());
    }

    /** A file that says something else and has the right checksum. */
    private void lie(String truth, String lie, String part) throws IOException {
        SessionFile.Content content = SessionFile.read(file);
        assertTrue(content.text().contains(truth), truth + " in " + content.text());
        Path forged = folder.resolve("forged.hourglass");
        SessionFile.write(
                forged,
                new SessionFile.Content(
                        content.text().replaceFirst(Pattern.quote(truth), Matcher.quoteReplacement(lie)),
                        content.networks()),
                FileOps.system());
        clear(assertThrows(IOException.class, () -> Session.read(forged)), part);
    }

    private IOException refused(byte[] bytes) throws IOException {
        Path bad = Files.write(folder.resolve("bad.hourglass"), bytes);
        IOException sentence = assertThrows(IOException.class, () -> Session.read(bad));
        clear(sentence, bad.toString());
        return sentence;
    }

    private static void clear(IOException thrown, String part) {
        String message = String.valueOf(thrown.getMessage());
        assertTrue(message.endsWith(".") && message.lines().count() == 1, message);
        assertFalse(message.contains("null") || message.contains("Exception"), message);
        assertTrue(message.contains(part), message);
    }
}

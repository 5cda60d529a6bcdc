package hourglass.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class ReasonTest {
    /** What the platform and the libraries throw, with and without words of their own. */
    private static final List<Throwable> THROWN = List.of(
            new IOException(),
            new IOException("Stream closed"),
            new EOFException(),
            new FileNotFoundException("/x (Permission denied)"),
            new NoSuchFileException("/x/y"),
            new AccessDeniedException("/x/y"),
            new FileAlreadyExistsException("/x/y"),
            new DirectoryNotEmptyException("/x"),
            new FileSystemException("/x", null, "No space left on device"),
            new FileSystemException("/x"),
            new FileSystemException(null),
            new MalformedInputException(1),
            new ZipException("invalid block type"),
            new ConnectException(),
            new UncheckedIOException(new IOException()),
            new ExecutionException(new NoSuchFileException("/z")),
            new InvalidPathException("a\0b", "Nul character not allowed"),
            new NullPointerException(),
            new NullPointerException("Cannot invoke \"String.length()\" because \"x\" is null"),
            new IndexOutOfBoundsException("Index 1200 out of bounds for length 40"),
            new ClassCastException("class a.B cannot be cast to class c.D"),
            new IllegalArgumentException(),
            new IllegalStateException(" "),
            new ArithmeticException("/ by zero"),
            new NumberFormatException("For input string: \"x\""),
            new StackOverflowError(),
            new OutOfMemoryError("Java heap space"),
            new UnsatisfiedLinkError(),
            new NoClassDefFoundError("Could not initialize class org.nd4j.Nd4j"),
            new ExceptionInInitializerError(),
            new ExceptionInInitializerError(
                    new RuntimeException("wrapped", new UnsatisfiedLinkError("libx.so: gone"))));

    @Test
    void everyFailureHasASentenceForPeople() {
        for (Throwable thrown : THROWN) {
            String sentence = Reason.of(thrown);
            assertTrue(sentence.endsWith(".") && sentence.indexOf(' ') > 0, thrown + " -> " + sentence);
            assertFalse(sentence.contains("null"), thrown + " -> " + sentence);
            assertFalse(sentence.matches("(?s).*(Exception|Error)\\b.*"), thrown + " -> " + sentence);
            assertFalse(
                    sentence.contains("\n") || sentence.contains("java.") || sentence.contains("org."),
                    thrown + " -> " + sentence);
            assertTrue(Character.isUpperCase(sentence.charAt(0)) || sentence.startsWith("/"), sentence);
        }
    }

    @Test
    void whatWeSaidOurselvesStays() {
        assertEquals("Epochs must be 1 to 9.", Reason.of(new IllegalArgumentException("Epochs must be 1 to 9")));
        assertEquals("The file x is full.", Reason.of(new IOException("The file x is full.")));
    }

    @Test
    void itNamesTheFileAndTheRoot() {
        assertEquals("/x/y does not exist.", Reason.of(new NoSuchFileException("/x/y")));
        assertEquals(
                "The disk is full; free some space or choose another disk.",
                Reason.of(new FileSystemException("/x", null, "No space left on device")));
        assertEquals(
                "A library of this program cannot be loaded here: /n/x.so: failed to map segment from shared object; its"
                        + " folder lets no program run, so name another one with -Dorg.bytedeco.javacpp.cachedir=FOLDER.",
                Reason.of(new UnsatisfiedLinkError("/n/x.so: /n/x.so: failed to map segment from shared object")));
        Throwable deep = new ExceptionInInitializerError(
                new RuntimeException("wrapped", new UnsatisfiedLinkError("libgtk-3.so.0: cannot open")));
        assertEquals("A library of this program cannot be loaded here: libgtk-3.so.0: cannot open.", Reason.of(deep));
    }
}

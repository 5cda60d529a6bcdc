package hourglass.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What every message for the user must be. */
final class Sentences {
    private Sentences() {}

    /** Checks that a message is one clear sentence with all of these parts. */
    static void assertClear(Throwable thrown, String... parts) {
        String message = String.valueOf(thrown.getMessage());
        assertTrue(message.endsWith("."), message);
        assertFalse(message.endsWith(".."), message);
        assertEquals(1, message.lines().count(), message);
        assertTrue(message.length() < 700, message);
        String unusual = message.replace("not null", ""); // The one place where JSON's own word is right.
        assertFalse(
                unusual.contains("null") || message.contains("Exception") || message.contains("com.fasterxml"),
                message);
        for (String part : parts) {
            assertTrue(message.contains(part), () -> "expected \"" + part + "\" in: " + message);
        }
    }
}

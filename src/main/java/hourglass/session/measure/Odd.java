package hourglass.session.measure;

import hourglass.core.noise.Damage;
import hourglass.core.spec.InvalidSpecException;
import java.util.Locale;

/**
 * What counts as odd, as it is written on the command line: {@code class:Bag}, {@code damage:turned}, {@code
 * set:sketchwear} or {@code folder:PATH}.
 *
 * @param kind where the odd images come from
 * @param name of the class, of the other data, or of the damage
 */
public record Odd(Kind kind, String name) {
    private static final String FIELD = "odd";
    private static final String FOLDER = "folder:";

    /** Where odd images come from. */
    public enum Kind {
        /** A class among the test images, best one that the network was trained without. */
        CLASS,
        /** The test images of other data, by the name of a known set or by their folder. */
        SET,
        /** Damaged copies of all test images, by {@link Damage#id()}. */
        DAMAGE;

        String prefix() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks the name. */
    public Odd {
        if (name.isBlank()) {
            throw new InvalidSpecException(FIELD, "What counts as odd needs a name after \"" + kind.prefix() + ":\".");
        }
        if (kind == Kind.DAMAGE && Damage.byId(name).isEmpty()) {
            throw new InvalidSpecException(
                    FIELD, "There is no damage \"" + name + "\"; choose one of " + Damage.allIds() + ".");
        }
    }

    /** A class. */
    public static Odd ofClass(String name) {
        return new Odd(Kind.CLASS, name);
    }

    /** Damaged copies. */
    public static Odd of(Damage damage) {
        return new Odd(Kind.DAMAGE, damage.id());
    }

    /** Other data. */
    public static Odd ofSet(String name) {
        return new Odd(Kind.SET, name);
    }

    /**
     * From text.
     *
     * @throws InvalidSpecException in a sentence for the user
     */
    public static Odd parse(String text) {
        if (text.toLowerCase(Locale.ROOT).startsWith(FOLDER)) {
            return ofSet(text.substring(FOLDER.length()).strip());
        }
        for (Kind kind : Kind.values()) {
            String start = kind.prefix() + ":";
            if (text.toLowerCase(Locale.ROOT).startsWith(start)) {
                return new Odd(kind, text.substring(start.length()).strip());
            }
        }
        throw new InvalidSpecException(
                FIELD,
                "What counts as odd is written class:NAME, set:NAME, folder:PATH or damage:NAME; got \"" + text
                        + "\".");
    }

    /** The damage, where it is one. */
    public Damage damage() {
        return Damage.byId(name).orElseThrow();
    }

    @Override
    public String toString() {
        return kind.prefix() + ":" + name;
    }
}

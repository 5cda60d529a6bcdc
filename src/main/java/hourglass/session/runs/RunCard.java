package hourglass.session.runs;

import java.util.Optional;

/**
 * What a run is called and shows, beside its report: the file {@code run.json}.
 *
 * @param version of this form, 1
 * @param run name of the training, as in its model files; empty where it is not known
 * @param name given by the user; empty where there is none
 * @param note of the user
 * @param pinned whether its weights stay when room is made
 * @param began when, in milliseconds since 1970; 0 where it is not known
 * @param strip test images as it draws them
 */
public record RunCard(
        int version, String run, String name, String note, boolean pinned, long began, Optional<PictureStrip> strip) {
    /** Where nothing is known. */
    public static final RunCard BLANK = new RunCard(1, "", "", "", false, 0, Optional.empty());

    private static final int MOST_LETTERS = 2000;

    /** Refuses what no user can have typed. */
    public RunCard {
        if (version != 1) {
            throw new IllegalArgumentException("expected version 1, got " + version);
        }
        if (name.length() > MOST_LETTERS || note.length() > MOST_LETTERS) {
            throw new IllegalArgumentException("expected a name and a note of at most " + MOST_LETTERS + " letters");
        }
    }

    /** Of a training that has begun. */
    static RunCard of(String run, long began) {
        return new RunCard(1, run, "", "", false, began, Optional.empty());
    }

    /** Called otherwise. */
    public RunCard withName(String value) {
        return new RunCard(version, run, cut(value), note, pinned, began, strip);
    }

    /** With another note. */
    public RunCard withNote(String value) {
        return new RunCard(version, run, name, cut(value), pinned, began, strip);
    }

    /** Pinned where it was not, and the other way round. */
    public RunCard turned() {
        return new RunCard(version, run, name, note, !pinned, began, strip);
    }

    /** With these pictures. */
    public RunCard withStrip(PictureStrip value) {
        return new RunCard(version, run, name, note, pinned, began, Optional.of(value));
    }

    private static String cut(String text) {
        String plain = text.strip();
        return plain.substring(0, Math.min(MOST_LETTERS, plain.length()));
    }
}

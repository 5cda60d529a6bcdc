package hourglass.session.file;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.InvalidSpecException;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.FileOps;
import hourglass.engine.store.Json;
import hourglass.engine.store.SessionFile;
import hourglass.engine.store.StoredModel;
import hourglass.session.lesson.LessonRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the window shows, to be shown again: here later, or elsewhere. Immutable.
 *
 * @param words all but the weights
 * @param networks weights, by the name of each in {@link Words#networks}
 */
public record Session(Words words, Map<String, ModelSnapshot> networks) {
    private static final String FORMAT = "hourglass-session";
    private static final int VERSION = 1;
    private static final Json<Words> JSON = new Json<>("the session", Words.class, 4_000_000, 400_000);

    /** Copies the networks. */
    public Session {
        networks = Map.copyOf(networks);
    }

    /**
     * What {@code session.json} says; every field must be there, and no other.
     *
     * @param view on the screen
     * @param shown which network each view shows
     * @param draft settings of the next training
     * @param evening where the lesson stands
     */
    public record Words(
            String format,
            int version,
            Data data,
            List<Network> networks,
            String view,
            List<Shown> shown,
            Experiment draft,
            Optional<Evening> evening,
            ViewStates views) {
        /** Checks that this program reads it. */
        public Words {
            networks = List.copyOf(networks);
            shown = List.copyOf(shown);
            if (!format.equals(FORMAT)) {
                throw new InvalidSpecException("format", "it is no session of Hourglass");
            }
            if (version != VERSION) {
                throw new InvalidSpecException(
                        "version",
                        "its version is " + version + " and this program reads version " + VERSION
                                + "; use the version of Hourglass that wrote it");
            }
        }

        /** Of this version. */
        public Words(
                Data data,
                List<Network> networks,
                String view,
                List<Shown> shown,
                Experiment draft,
                Optional<Evening> evening,
                ViewStates views) {
            this(FORMAT, VERSION, data, networks, view, shown, draft, evening, views);
        }
    }

    /** The data in use: what they are called, and what tells them from others. */
    public record Data(String name, String fingerprint) {}

    /** A network of the session: its name in the file, and what it is called in the window. */
    public record Network(String file, String name) {}

    /**
     * What a view shows.
     *
     * @param view its id
     * @param network of the session, by its name in the file
     * @param shipped or one that came with the program
     * @param run which training either is of
     */
    public record Shown(String view, Optional<String> network, Optional<String> shipped, String run) {}

    /** The evening: whether its strip is open, and what became of it. */
    public record Evening(boolean shown, LessonRecord record) {}

    /**
     * Saves it.
     *
     * @param version of the program
     * @throws IOException with a sentence if it was not saved; an earlier file of that name is as it was
     */
    public void write(Path file, String version) throws IOException {
        write(file, version, FileOps.system());
    }

    void write(Path file, String version, FileOps ops) throws IOException {
        Map<String, StoredModel> models = new LinkedHashMap<>();
        for (Network network : words.networks()) {
            ModelSnapshot weights = networks.get(network.file());
            if (weights != null) {
                models.put(network.file(), new StoredModel(weights, Map.of(), version));
            }
        }
        SessionFile.write(file, new SessionFile.Content(JSON.write(words), models), ops);
    }

    /**
     * Opens one, wholly or not at all.
     *
     * @throws IOException with a sentence about what is wrong
     */
    public static Session read(Path file) throws IOException {
        SessionFile.Content content = SessionFile.read(file);
        Words words = JSON.read(content.text().getBytes(StandardCharsets.UTF_8), file.toString());
        Map<String, ModelSnapshot> networks = new LinkedHashMap<>();
        for (Network network : words.networks()) {
            StoredModel model = content.networks().get(network.file());
            if (model == null) {
                throw new IOException(file + " was not opened: it speaks of a network \"" + network.name()
                        + "\" that is not in it; use another copy.");
            }
            networks.put(network.file(), model.snapshot());
        }
        if (networks.size() != content.networks().size()) {
            throw new IOException(
                    file + " was not opened: it has a network that it does not speak of; use another copy.");
        }
        return new Session(words, networks);
    }

    /** Its networks by what they are called, in their order. */
    public Map<String, ModelSnapshot> byName() {
        Map<String, ModelSnapshot> named = new LinkedHashMap<>();
        for (Network network : words.networks()) {
            named.put(network.name(), networks.get(network.file()));
        }
        return named;
    }
}

package hourglass.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What computes the networks, as the option {@code --engine} of window and commands names it. */
enum Engine {
    /** The products of this program in the processor's vectors; Deeplearning4j where the machine has none. */
    HOURGLASS,
    /** Deeplearning4j, with this program's layers in it. */
    DL4J;

    /** Where the choice is kept between the start and the making of the first network. */
    static final String PROPERTY = "hourglass.engine";

    private static final String OPTION = "--engine";

    /** The choice of this start. */
    static Engine chosen() {
        return named(System.getProperty(PROPERTY, "")).orElse(HOURGLASS);
    }

    /** Tells another process of the choice. */
    static String option() {
        return "-D" + PROPERTY + "=" + chosen().word();
    }

    private static Optional<Engine> named(String name) {
        return Arrays.stream(values())
                .filter(engine -> engine.word().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Takes {@code --engine NAME} or {@code --engine=NAME} out of the arguments, wherever it stands, and remembers it.
     *
     * @throws IllegalArgumentException with one sentence where the name is none
     */
    static String[] takenFrom(String[] arguments) {
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals(OPTION)) {
                i++;
                choose(i < arguments.length ? arguments[i] : "");
            } else if (arguments[i].startsWith(OPTION + "=")) {
                choose(arguments[i].substring(OPTION.length() + 1));
            } else {
                rest.add(arguments[i]);
            }
        }
        return rest.toArray(String[]::new);
    }

    private static void choose(String name) {
        Engine engine = named(name)
                .orElseThrow(() -> new IllegalArgumentException(OPTION + " must be "
                        + Arrays.stream(values()).map(Engine::word).collect(Collectors.joining(" or ")) + ", not \""
                        + name
                        + "\""));
        System.setProperty(PROPERTY, engine.word());
    }
}

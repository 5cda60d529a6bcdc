package hourglass.engine.store;

import hourglass.core.spec.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the shapes of a network's tensors do not tell, and somebody must say where another program saved it again without
 * its settings.
 *
 * @param hidden of every hidden layer
 * @param code of the code; of a variational network it is linear whatever is said here
 */
public record Activations(Activation hidden, Activation code) {
    /** The likely ones first: those of the lesson's networks. */
    public static List<Activations> choices() {
        List<Activations> all = new ArrayList<>();
        for (Activation hidden : Activation.values()) {
            all.add(new Activations(hidden, Activation.LINEAR));
            if (hidden != Activation.LINEAR) {
                all.add(new Activations(hidden, hidden));
            }
        }
        return List.copyOf(all);
    }

    /**
     * Of the names of the two with a comma between, such as {@code relu,linear}, or of one name for both.
     *
     * @throws IllegalArgumentException with a sentence for the user if there are no such
     */
    public static Activations parse(String text) {
        List<Activation> named = Arrays.stream(text.split(",", -1))
                .map(name -> named(name.strip(), text))
                .toList();
        if (named.size() > 2) {
            throw unknown(text);
        }
        return new Activations(named.get(0), named.get(named.size() - 1));
    }

    private static Activation named(String name, String text) {
        return Arrays.stream(Activation.values())
                .filter(each -> each.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> unknown(text));
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("There are no activations \"" + text
                + "\"; name that of the hidden layers and that of the code with a comma between, such as relu,linear, of"
                + " relu, tanh, sigmoid, elu and linear.");
    }

    /** Such as "ReLU, code linear". */
    @Override
    public String toString() {
        return hidden.words() + ", code " + code.words();
    }
}

package hourglass.engine.store;

import java.util.Locale;

/** How enumerations are spelt in files: {@code lower-case-with-hyphens}. */
final class Choices {
    private Choices() {}

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package hourglass.ui.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Every sentence the user reads, by its key in {@code i18n/messages.properties}. */
public final class Messages {
    /** The system property that names a language, as far as the words are translated. */
    public static final String LANGUAGE = "hourglass.language";

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(
            "i18n.messages",
            Locale.forLanguageTag(language()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Messages() {}

    /** The language that was chosen, two small letters; empty for that of the program. */
    public static String language() {
        return System.getProperty(LANGUAGE, "");
    }

    /** The sentence of {@code key}, with {@code {0}}, {@code {1}} … replaced by the arguments' text. */
    public static String text(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
    }
}

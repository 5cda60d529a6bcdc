package hourglass.core.color;

import java.util.Locale;

/** The name of every colour; the values live in {@code css/tokens-dark.css} and {@code css/tokens-light.css}. */
public enum Token {
    GROUND,
    SURFACE,
    RAISED,
    WELL,
    BORDER,
    BORDER_STRONG,
    GRID,
    SHADOW,
    INK,
    INK_SOFT,
    INK_FAINT,
    FLOW,
    ACCENT,
    ACCENT_STRONG,
    ACCENT_SOFT,
    ON_ACCENT,
    SELECTION,
    SELECTION_SOFT,
    ON_SELECTION,
    FOCUS,
    INFO,
    INFO_SOFT,
    SUCCESS,
    SUCCESS_SOFT,
    WARN,
    WARN_SOFT,
    DANGER,
    DANGER_SOFT,
    CURVE_TRAIN,
    CURVE_VALIDATION,
    CURVE_PCA,
    SECOND,
    NEGATIVE,
    POSITIVE,
    CLASS_0,
    CLASS_1,
    CLASS_2,
    CLASS_3,
    CLASS_4,
    CLASS_5,
    CLASS_6,
    CLASS_7,
    CLASS_8,
    CLASS_9;

    private static final Token[] CLASSES = {
        CLASS_0, CLASS_1, CLASS_2, CLASS_3, CLASS_4, CLASS_5, CLASS_6, CLASS_7, CLASS_8, CLASS_9
    };

    /** The colour of class {@code index}; after the tenth they begin again. */
    public static Token ofClass(int index) {
        return CLASSES[Math.floorMod(index, CLASSES.length)];
    }

    /** Its name in the style sheets, such as {@code -hg-ink-soft}. */
    public String css() {
        return "-hg-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

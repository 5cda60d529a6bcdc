package hourglass.ui.kit;

import hourglass.core.spec.NoiseKind;

/** What kinds of noise and their levels are called in the window; the keys end in the kind's and the unit's own names. */
public final class NoiseWords {
    private NoiseWords() {}

    /** On a button, such as "Square". */
    public static String name(NoiseKind kind) {
        return Messages.text("noise.name." + kind.id());
    }

    /** In a list of settings, such as "masked square". */
    public static String setting(NoiseKind kind) {
        return Messages.text("noise.setting." + kind.id());
    }

    /** What a level is, such as "share of the pixels". */
    public static String level(NoiseKind kind) {
        return switch (kind.unit()) {
            case DEVIATION -> Messages.text("noise.level.deviation");
            case SHARE_OF_PIXELS -> Messages.text("noise.level.pixels");
            case SHARE_OF_IMAGE -> Messages.text("noise.level.image");
        };
    }
}

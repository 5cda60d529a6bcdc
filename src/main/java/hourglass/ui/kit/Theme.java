package hourglass.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import hourglass.core.color.Ground;

/** Dark for evenings with a projector, light for bright rooms. */
public enum Theme {
    DARK(Ground.DARK),
    LIGHT(Ground.LIGHT);

    private final Ground ground;

    Theme(Ground ground) {
        this.ground = ground;
    }

    /** The other one. */
    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }

    /** What everything stands on. */
    public Ground ground() {
        return ground;
    }

    /** The base theme beneath ours. */
    String baseStylesheet() {
        return switch (this) {
            case DARK -> new PrimerDark().getUserAgentStylesheet();
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
        };
    }
}

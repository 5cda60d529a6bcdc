package hourglass.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** Dark for evenings with a projector, light for bright rooms. */
public enum Theme {
    DARK("/css/tokens-dark.css"),
    LIGHT("/css/tokens-light.css");

    private final String tokenFile;

    Theme(String tokenFile) {
        this.tokenFile = tokenFile;
    }

    /** The other one. */
    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }

    /** Its colours, on the class path. */
    String tokenFile() {
        return tokenFile;
    }

    /** The base theme beneath ours. */
    String baseStylesheet() {
        return switch (this) {
            case DARK -> new PrimerDark().getUserAgentStylesheet();
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
        };
    }
}

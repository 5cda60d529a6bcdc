package hourglass.ui.kit;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every icon of the program. */
public enum Icons {
    DATA(Feather.GRID),
    TRAIN(Feather.ACTIVITY),
    RECONSTRUCT(Feather.COPY),
    INSIDE(Feather.LAYERS),
    DENOISE(Feather.DROPLET),
    MAP(Feather.MAP),
    LATENT(Feather.COMPASS),
    ODDITIES(Feather.TARGET),
    RUNS(Feather.LIST),
    PLAY(Feather.PLAY),
    PREVIOUS(Feather.CHEVRON_LEFT),
    NEXT(Feather.CHEVRON_RIGHT),
    SHUFFLE(Feather.SHUFFLE),
    IN_ORDER(Feather.LIST),
    CLIPBOARD(Feather.CLIPBOARD),
    PAUSE(Feather.PAUSE),
    STEP(Feather.SKIP_FORWARD),
    STOP(Feather.SQUARE),
    RESTART(Feather.ROTATE_CCW),
    RESTART_NEW(Feather.SHUFFLE),
    OPEN(Feather.FOLDER),
    SAVE(Feather.SAVE),
    EXPORT(Feather.SHARE),
    SHIPPED(Feather.PACKAGE),
    DATABASE(Feather.DATABASE),
    PROCESSOR(Feather.CPU),
    MEMORY(Feather.HARD_DRIVE),
    HEARTBEAT(Feather.HEART),
    TO_LIGHT(Feather.SUN),
    TO_DARK(Feather.MOON),
    TEXT_SIZE(Feather.TYPE),
    INFO(Feather.INFO),
    SUCCESS(Feather.CHECK_CIRCLE),
    WARNING(Feather.ALERT_TRIANGLE),
    ERROR(Feather.ALERT_OCTAGON),
    DISMISS(Feather.X),
    STALE(Feather.REFRESH_CW),
    FIT(Feather.MAXIMIZE),
    LESSON(Feather.BOOK_OPEN),
    CHECK(Feather.CHECK),
    PIN(Feather.BOOKMARK),
    DELETE(Feather.TRASH_2),
    DRAW(Feather.EDIT_3),
    DICE(Feather.BOX),
    HELP(Feather.HELP_CIRCLE),
    UNDO(Feather.CORNER_UP_LEFT);

    private final Feather feather;

    Icons(Feather feather) {
        this.feather = feather;
    }

    /** A new node showing it. */
    public FontIcon node() {
        return new FontIcon(feather);
    }
}

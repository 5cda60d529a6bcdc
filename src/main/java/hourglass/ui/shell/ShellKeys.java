package hourglass.ui.shell;

import hourglass.ui.kit.Appearance;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keys of the whole window; they keep silent while somebody types. */
final class ShellKeys {
    /** Nodes of this style do something of their own with Space. */
    private static final String TAKES_SPACE = "takes-space";

    private final ShellModel model;
    private final Appearance appearance;
    private final List<Integer> viewKeys;
    private final Predicate<KeyEvent> moreKeys;

    ShellKeys(ShellModel model, Appearance appearance, List<Integer> viewKeys, Predicate<KeyEvent> moreKeys) {
        this.model = model;
        this.appearance = appearance;
        this.viewKeys = viewKeys;
        this.moreKeys = moreKeys;
    }

    void attach(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean handled = event.isShortcutDown()
                    ? withShortcut(event.getCode(), event.isShiftDown(), scene.getFocusOwner())
                    : !event.isAltDown() && plain(event, scene.getFocusOwner());
            if (handled) {
                event.consume();
            }
        });
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("?") && !typesInto(scene.getFocusOwner())) {
                model.run(ShellCommand.SHOW_KEYS);
                event.consume();
            }
        });
        // Once what was typed is said to be so, keys are keys again.
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> {
            boolean done = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE;
            if (done && scene.getFocusOwner() instanceof TextInputControl) {
                scene.getRoot().requestFocus();
            }
        });
    }

    private boolean withShortcut(KeyCode code, boolean shift, @Nullable Node focus) {
        if (code == KeyCode.Z || code == KeyCode.Y) {
            // A field takes back what is typed in it.
            return !typesInto(focus) && does(shift || code == KeyCode.Y ? ShellCommand.REDO : ShellCommand.UNDO);
        }
        if (code == KeyCode.V) {
            return !typesInto(focus) && does(ShellCommand.PASTE_IMAGE);
        }
        switch (code) {
            case PLUS, EQUALS, ADD -> appearance.larger();
            case MINUS, SUBTRACT -> appearance.smaller();
            case DIGIT0, NUMPAD0 -> appearance.resetTextSize();
            case O -> model.run(ShellCommand.OPEN);
            case E -> model.run(ShellCommand.SAVE_SESSION);
            case K -> model.run(ShellCommand.FIND);
            case I -> model.run(ShellCommand.OWN_IMAGE);
            case L -> model.run(ShellCommand.LIST_SHIPPED);
            case S -> model.run(shift ? ShellCommand.SAVE_BEST : ShellCommand.SAVE);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event, @Nullable Node focus) {
        KeyCode code = event.getCode();
        switch (code) {
            case F1 -> {
                return does(ShellCommand.EXPLAIN);
            }
            case F8 -> {
                return does(ShellCommand.FREEZE);
            }
            case F9 -> {
                return does(ShellCommand.SHOW_INPUT);
            }
            case F11 -> {
                return does(ShellCommand.PRESENT);
            }
            default -> {}
        }
        if (code == KeyCode.ESCAPE) {
            return leaves();
        }
        if (typesInto(focus) || model.ownShownProperty().get()) {
            return false;
        }
        if (code == KeyCode.L && !event.isShiftDown()) {
            return does(ShellCommand.LESSON);
        }
        // Enter presses the button that the keyboard has reached.
        boolean pressed = code == KeyCode.ENTER && wantsSpace(focus);
        if (!pressed && !model.findShownProperty().get() && moreKeys.test(event)) {
            return true;
        }
        if (code == KeyCode.SPACE) {
            return !wantsSpace(focus) && does(ShellCommand.TOGGLE_TRAINING);
        }
        if (!model.atTrainProperty().get()) {
            // Where one does not train a stray letter must not end a training.
            return selectsView(code);
        }
        return switch (code) {
            case S -> does(ShellCommand.STEP);
            case X -> does(ShellCommand.STOP);
            case R -> does(ShellCommand.RESTART_SAME);
            case N -> does(ShellCommand.RESTART_NEW);
            default -> selectsView(code);
        };
    }

    private boolean leaves() {
        if (model.frozenProperty().get()) {
            return does(ShellCommand.FREEZE);
        }
        if (model.ownShownProperty().get()) {
            return does(ShellCommand.OWN_IMAGE);
        }
        if (model.explainShownProperty().get()) {
            return does(ShellCommand.EXPLAIN);
        }
        if (model.findShownProperty().get()) {
            return does(ShellCommand.FIND);
        }
        if (model.keysShownProperty().get()) {
            return does(ShellCommand.SHOW_KEYS);
        }
        return model.presentingProperty().get() && does(ShellCommand.PRESENT);
    }

    private boolean does(ShellCommand command) {
        model.run(command);
        return true;
    }

    private boolean selectsView(KeyCode code) {
        if (!code.isDigitKey()) {
            return false;
        }
        int view = viewKeys.indexOf(code.getName().charAt(code.getName().length() - 1) - '0');
        if (view < 0) {
            return false;
        }
        model.viewProperty().set(view);
        return true;
    }

    private static boolean typesInto(@Nullable Node focus) {
        return focus instanceof TextInputControl
                || (focus instanceof Spinner<?> spinner && spinner.isEditable())
                || (focus instanceof ComboBoxBase<?> box && (box.isEditable() || box.isShowing()));
    }

    /** Space belongs to a control reached by the keyboard; one that was only clicked must not be pressed again. */
    private static boolean wantsSpace(@Nullable Node focus) {
        if (focus != null && focus.getStyleClass().contains(TAKES_SPACE)) {
            return true;
        }
        boolean pressable =
                focus instanceof ButtonBase || focus instanceof ComboBoxBase<?> || focus instanceof ChoiceBox<?>;
        return focus != null && pressable && focus.isFocusVisible();
    }
}

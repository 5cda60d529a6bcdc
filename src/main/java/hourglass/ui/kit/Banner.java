package hourglass.ui.kit;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A notice across the width of its place, with what can be done about it and a button to put it away. */
public final class Banner extends HBox {
    /** Shows {@code notice}; {@code onDismiss} is called when the user is done with it. */
    public Banner(Notice notice, Runnable onDismiss) {
        getStyleClass().addAll("banner", "banner-" + notice.kind().name().toLowerCase(Locale.ROOT));
        setAlignment(Pos.CENTER_LEFT);
        Label words = new Label(notice.text(), icon(notice.kind()).node());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().add(words);
        Choice action = notice.action();
        if (action != null) {
            getChildren().add(actionButton(action, onDismiss));
        }
        getChildren().add(dismissButton(onDismiss));
    }

    private static Icons icon(Notice.Kind kind) {
        return switch (kind) {
            case INFO -> Icons.INFO;
            case SUCCESS -> Icons.SUCCESS;
            case WARNING -> Icons.WARNING;
            case ERROR -> Icons.ERROR;
        };
    }

    private static Button actionButton(Choice action, Runnable onDismiss) {
        Button button = new Button(action.text());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            onDismiss.run();
            action.run().run();
        });
        return button;
    }

    private static Button dismissButton(Runnable onDismiss) {
        Button button = new Button("", Icons.DISMISS.node());
        button.getStyleClass().addAll("button-icon", "flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(Messages.text("banner.dismiss"));
        Tips.add(button, Messages.text("banner.dismiss"));
        button.setOnAction(event -> onDismiss.run());
        return button;
    }
}

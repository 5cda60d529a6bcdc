package hourglass.ui.sketch;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Fonts;
import hourglass.ui.kit.FrameClock;
import hourglass.ui.shell.ShellCommand;
import hourglass.ui.shell.ShellModel;
import hourglass.ui.shell.ShellView;
import hourglass.ui.shell.WindowIcons;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The sketches in a window one can click and type in: {@code SketchWindow DATA}. */
public final class SketchWindow {
    private int count;

    private SketchWindow() {}

    public static void main(String[] arguments) throws Exception {
        StandIn data = new StandIn(Path.of(arguments[0]));
        Platform.startup(() -> {
            Fonts.load();
            new SketchWindow().open(data);
        });
    }

    private void open(StandIn data) {
        Appearance appearance = new Appearance();
        ShellModel model = new ShellModel();
        SketchMain.fill(model);
        for (ShellCommand command : ShellCommand.values()) {
            model.on(command, () -> model.messageProperty().set(command + " " + ++count));
        }
        Stage stage = new Stage();
        stage.setTitle("Hourglass");
        stage.setScene(new ShellView(model, appearance, SketchMain.views(appearance, data)).scene(1440, 900));
        WindowIcons.add(stage);
        FrameClock clock = new FrameClock(escaped -> model.messageProperty().set(String.valueOf(escaped.getMessage())));
        clock.attach(stage);
        clock.heartbeatProperty().set(true);
        clock.register(
                () -> model.heartbeatTextProperty().set(clock.heartbeatReport().inWords()));
        stage.setMinWidth(1100);
        stage.setMinHeight(700);
        stage.show();
    }
}

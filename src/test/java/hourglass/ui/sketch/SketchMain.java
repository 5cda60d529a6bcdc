package hourglass.ui.sketch;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Choice;
import hourglass.ui.kit.Fonts;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Notice;
import hourglass.ui.kit.Theme;
import hourglass.ui.shell.ShellModel;
import hourglass.ui.shell.ShellView;
import hourglass.ui.shell.ViewEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/** Draws the three views inside the real shell with stand-in content: {@code SketchMain DATA OUT [WIDTH HEIGHT]}. */
public final class SketchMain {
    private final Appearance appearance = new Appearance();
    private final ShellModel model = new ShellModel();
    private final List<ViewEntry> views;

    private SketchMain(StandIn data) {
        views = views(appearance, data);
    }

    static List<ViewEntry> views(Appearance appearance, StandIn data) {
        return List.of(
                new ViewEntry("data", Icons.DATA, "Data", "Look", () -> new DataSketch(appearance, data).node()),
                new ViewEntry("train", Icons.TRAIN, "Train", "Train", () -> new TrainSketch(appearance, data).node()),
                new ViewEntry("reconstruct", Icons.RECONSTRUCT, "Reconstruct", "Compare", () -> new ReconstructSketch(
                                appearance, data)
                        .node()));
    }

    public static void main(String[] arguments) throws Exception {
        StandIn data = new StandIn(Path.of(arguments[0]));
        Path out = Files.createDirectories(Path.of(arguments[1]));
        int width = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1440;
        int height = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 900;
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            try {
                Fonts.load();
                new SketchMain(data).draw(out, width, height);
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            } finally {
                done.countDown();
            }
        });
        done.await();
        Platform.exit();
    }

    private void draw(Path out, int width, int height) throws Exception {
        fill(model);
        while (appearance.textSizeProperty().get() < Integer.getInteger("sketch.text", 14)) {
            appearance.larger();
        }
        ShellView shell = new ShellView(model, appearance, views);
        Scene scene = shell.scene(width, height);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        for (Theme theme : Theme.values()) {
            appearance.themeProperty().set(theme);
            for (int view = 0; view < views.size(); view++) {
                model.viewProperty().set(view);
                String suffix = (width == 1440 ? "" : "-" + width) + (appearance.em() > 14 ? "-text" : "");
                String name = views.get(view).id() + "-" + theme.name().toLowerCase(Locale.ROOT) + suffix + ".png";
                save(scene, out.resolve(name));
            }
        }
        stage.hide();
    }

    private static void save(Scene scene, Path file) throws Exception {
        WritableImage image = null;
        // The first picture after a change is taken before every child has its size.
        for (int round = 0; round < 3; round++) {
            image = scene.snapshot(null);
        }
        PngFile.write(image, file);
    }

    static void fill(ShellModel model) {
        model.networkTitleProperty().set("Dense autoencoder 784–100–30–100–784");
        model.networkDetailProperty().set("trained 3 epochs on Fashion-MNIST · seed 7");
        model.runningProperty().set(true);
        model.epochTextProperty().set("Epoch 4 of 10");
        model.progressProperty().set(0.34);
        model.rateTextProperty().set("12 400");
        model.dataTextProperty().set("Fashion-MNIST · 60 000 training, 10 000 test images");
        model.threadsTextProperty().set("1 of 2 threads");
        model.memoryTextProperty().set("312 of 1 024 MB");
        model.messageProperty().set("Opened the shipped network Dense 64.");
        model.dataChoices().add(new Choice("Sketchwear, drawn by Hourglass", () -> {}));
        model.exportChoices().add(new Choice("Curve as a picture", () -> {}));
        if (Boolean.getBoolean("sketch.notice")) {
            model.notify(new Notice(
                    Notice.Kind.WARNING,
                    "Fashion-MNIST could not be downloaded: no connection. Hourglass shows its own Sketchwear meanwhile.",
                    new Choice("Try again", () -> {})));
        }
    }
}

package hourglass.ui.data;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Exportable;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The Data view: source, classes and samples on the left, one sample large and the class means on the right. */
public final class DataView extends HBox {
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private final DataModel model;

    /** Shows {@code model}; {@code askForFolder} lets the user pick a folder. */
    public DataView(Appearance appearance, DataModel model, Supplier<Optional<Path>> askForFolder) {
        this.model = model;
        getStyleClass().addAll("view", "data-view");
        SamplesPane samples = new SamplesPane(appearance, model);
        VBox main = new VBox(
                new SourcePane(model, askForFolder).node(), new ClassChips(model).node(), growing(samples.node()));
        main.getStyleClass().add("wide-column");
        HBox.setHgrow(main, Priority.ALWAYS);
        VBox side = new VBox(
                new LargePane(appearance, model.samples()).node(), growing(new MeansPane(appearance, model).node()));
        side.getStyleClass().add("side-panel");
        getChildren().addAll(main, side);
        setOnKeyPressed(this::keyed);
        setOnDragOver(this::draggedOver);
        setOnDragExited(event -> pseudoClassStateChanged(DROP, false));
        setOnDragDropped(this::dropped);
        sceneProperty().addListener((observed, before, now) -> samples.grid().requestFocus());
    }

    private static VBox growing(VBox section) {
        VBox.setVgrow(section, Priority.ALWAYS);
        return section;
    }

    /** What can be saved from here. */
    public List<Exportable> exports() {
        return DataFigures.of(model);
    }

    private void keyed(KeyEvent event) {
        switch (event.getCode()) {
            case PAGE_DOWN -> model.samples().next();
            case PAGE_UP -> model.samples().previous();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void draggedOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            pseudoClassStateChanged(DROP, true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        pseudoClassStateChanged(DROP, false);
        if (!files.isEmpty()) {
            model.open(files.get(0).toPath());
        }
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }
}

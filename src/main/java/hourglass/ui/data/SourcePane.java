package hourglass.ui.data;

import hourglass.core.data.DataOrigin;
import hourglass.core.data.DataSet;
import hourglass.ui.kit.Banner;
import hourglass.ui.kit.Choice;
import hourglass.ui.kit.Menus;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Notice;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.Tips;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which data these are, where they came from, and a click to others. */
final class SourcePane {
    private final DataModel model;
    private final Supplier<Optional<Path>> askForFolder;
    private final MenuButton official = new MenuButton();
    private final ToggleButton sketchwear = new ToggleButton(Messages.text("data.use.sketchwear"));
    private final ToggleButton folder = new ToggleButton(Messages.text("data.use.folder"));
    private final Label origin = new Label();
    private final VBox trouble = new VBox();
    private final Section section;

    SourcePane(DataModel model, Supplier<Optional<Path>> askForFolder) {
        this.model = model;
        this.askForFolder = askForFolder;
        origin.getStyleClass().addAll("soft", "small");
        origin.setWrapText(true);
        origin.setMinHeight(Region.USE_PREF_SIZE);
        VBox content = new VBox(new SourceFacts(model), origin, fetching(), trouble);
        content.getStyleClass().add("column");
        section = new Section("", content);
        section.getStyleClass().add("source");
        section.setMinHeight(Region.USE_PREF_SIZE);
        section.tools(choices());
        model.officialProperty().addListener((observed, before, now) -> Menus.fill(official, now));
        Menus.fill(official, model.officialProperty().get());
        trouble.managedProperty().bind(trouble.visibleProperty());
        model.dataProperty().addListener((observed, before, now) -> show(now));
        model.problemProperty().addListener((observed, before, now) -> showProblem(now));
        show(model.dataProperty().get());
        showProblem(model.problemProperty().get());
    }

    Section node() {
        return section;
    }

    private Node choices() {
        wire(sketchwear, Messages.text("data.use.sketchwear.tip"), model::useSketchwear);
        wire(folder, Messages.text("data.use.folder.tip"), () -> askForFolder
                .get()
                .ifPresent(model::open));
        official.setMinWidth(Region.USE_PREF_SIZE);
        official.setMnemonicParsing(false);
        Tips.add(official, Messages.text("data.use.official.tip"));
        HBox others = new HBox(sketchwear, folder);
        others.getStyleClass().add("segmented");
        others.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        HBox box = new HBox(official, others);
        box.getStyleClass().add("row");
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    private void wire(ToggleButton button, String tip, Runnable action) {
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        Tips.add(button, tip);
        button.setOnAction(event -> {
            mark();
            action.run();
        });
    }

    /** What is chosen is what is shown, not what was asked for and may not come. */
    private void mark() {
        String shown = model.dataProperty().get().name();
        official.setText(model.shows(DataOrigin.OFFICIAL) ? shown : Messages.text("data.use.official"));
        sketchwear.setSelected(model.shows(DataOrigin.SKETCHWEAR));
        folder.setSelected(model.shows(DataOrigin.IDX_FOLDER) || model.shows(DataOrigin.IMAGE_FOLDER));
    }

    private Node fetching() {
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("small");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinWidth(80);
        HBox.setHgrow(bar, Priority.ALWAYS);
        // A bar that runs to and fro where nobody sees it would keep the window drawing.
        bar.progressProperty()
                .bind(model.busyProperty()
                        .flatMap(busy -> busy ? model.progressProperty() : null)
                        .orElse(0));
        Label words = new Label();
        words.getStyleClass().add("numbers");
        words.setMinWidth(Region.USE_PREF_SIZE);
        words.textProperty().bind(model.progressTextProperty());
        Button cancel = new Button(Messages.text("data.cancel"));
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> model.cancel());
        Tips.add(cancel, Messages.text("data.cancel.tip"));
        HBox row = new HBox(bar, words, cancel);
        row.getStyleClass().add("wide-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.visibleProperty().bind(model.busyProperty());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private void show(DataSet data) {
        section.titleProperty().set(data.name());
        origin.setText(DataWords.about(data));
        mark();
    }

    private void showProblem(String sentence) {
        trouble.setVisible(!sentence.isEmpty());
        if (sentence.isEmpty()) {
            trouble.getChildren().clear();
            return;
        }
        Choice again = model.retry()
                .map(retry -> new Choice(Messages.text("data.again"), retry))
                .orElse(null);
        trouble.getChildren().setAll(new Banner(new Notice(Notice.Kind.ERROR, sentence, again), model::dismissProblem));
    }
}

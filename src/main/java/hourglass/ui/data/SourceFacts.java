package hourglass.ui.data;

import hourglass.core.data.DataOrigin;
import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The numbers of a data set in a line, with its folder and its checksum. */
final class SourceFacts extends FlowPane {
    private final DataModel model;
    private final Label train = value();
    private final Label test = value();
    private final Label pixels = value();
    private final Label mean = value();
    private final Label deviation = value();
    private final Label folder = value();
    private final Label hash = value();
    private final CheckBox turned = new CheckBox(Messages.text("data.turned"));
    private final Label fullHash = new Label();

    SourceFacts(DataModel model) {
        this.model = model;
        getStyleClass().add("facts");
        setMinHeight(Region.USE_PREF_SIZE);
        folder.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        folder.getStyleClass().add("folder");
        HBox checksum = fact(Messages.text("data.fact.sha"), Messages.text("data.fact.sha.tip"), hash);
        checksum.getChildren().add(copyButton());
        Tips.follow(hash, fullHash.textProperty());
        Tips.follow(folder, folder.textProperty());
        getChildren()
                .addAll(
                        fact(Messages.text("data.fact.training"), Messages.text("data.fact.training.tip"), train),
                        fact(Messages.text("data.fact.test"), Messages.text("data.fact.test.tip"), test),
                        fact(Messages.text("data.fact.pixels"), Messages.text("data.fact.pixels.tip"), pixels),
                        fact(Messages.text("data.fact.mean"), Messages.text("data.fact.mean.tip"), mean),
                        fact(Messages.text("data.fact.deviation"), Messages.text("data.fact.deviation.tip"), deviation),
                        fact(Messages.text("data.fact.folder"), Messages.text("data.fact.folder.tip"), folder),
                        checksum,
                        turned);
        turned.managedProperty().bind(turned.visibleProperty());
        turned.setOnAction(event -> {
            turned.setSelected(model.dataProperty().get().isTurned());
            model.turn();
        });
        Tips.add(turned, Messages.text("data.turned.tip"));
        model.dataProperty().addListener((observed, before, now) -> show(now));
        model.factsProperty().addListener((observed, before, now) -> show(now));
        show(model.dataProperty().get());
        show(model.factsProperty().get());
    }

    private static Label value() {
        Label label = new Label();
        label.getStyleClass().add("numbers");
        return label;
    }

    private static HBox fact(String words, String tip, Label value) {
        Label name = new Label(words);
        name.getStyleClass().add("soft");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Tips.add(name, tip);
        HBox box = new HBox(name, value);
        box.getStyleClass().add("row");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Button copyButton() {
        Button button = new Button("", Icons.CLIPBOARD.node());
        button.getStyleClass().addAll("button-icon", "flat", "tight");
        button.setAccessibleText(Messages.text("data.copy"));
        Tips.add(button, Messages.text("data.copy.tip"));
        button.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(fullHash.getText());
            Clipboard.getSystemClipboard().setContent(content);
            button.setGraphic(Icons.CHECK.node());
        });
        // The check mark says that it is done; it goes when the pointer or the keyboard leaves.
        button.setOnMouseExited(event -> button.setGraphic(Icons.CLIPBOARD.node()));
        button.focusedProperty().addListener((observed, before, now) -> button.setGraphic(Icons.CLIPBOARD.node()));
        model.dataProperty().addListener((observed, before, now) -> button.setGraphic(Icons.CLIPBOARD.node()));
        return button;
    }

    private void show(DataSet data) {
        ImageSet images = data.train();
        turned.setVisible(data.origin() == DataOrigin.IDX_FOLDER || data.origin() == DataOrigin.IMAGE_FOLDER);
        turned.setSelected(data.isTurned());
        train.setText(DataWords.number(images.size()));
        test.setText(DataWords.number(data.test().size()));
        pixels.setText(images.width() + " × " + images.height());
        folder.setText(DataWords.place(data));
        hash.setText(DataWords.shortHash(data));
        fullHash.setText(DataWords.hashes(data));
    }

    private void show(PartFacts facts) {
        mean.setText(DataWords.decimals(facts.mean(), 3));
        deviation.setText(DataWords.decimals(facts.deviation(), 3));
    }
}

package hourglass.ui.denoise;

import hourglass.core.spec.NoiseKind;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.NoiseWords;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.SegmentedChoice;
import hourglass.ui.kit.Tips;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The large slider, the kind of noise and its seed, and what the curves say at this level. */
final class NoisePane {
    private static final double STEP = 0.01;
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final DenoiseModel model;
    private final Section section;

    NoisePane(DenoiseModel model, Appearance appearance) {
        this.model = model;
        section = new Section(
                Messages.text("denoise.noise"),
                new VBox(4, new HBox(20, number(), slider(appearance)), new HBox(16, finding(), seed())));
        section.detailProperty()
                .bind(Bindings.createStringBinding(
                        () -> NoiseWords.level(model.kindProperty().get()), model.kindProperty()));
        section.tools(kinds());
        section.setMinHeight(Region.USE_PREF_SIZE);
    }

    Node node() {
        return section;
    }

    private Node kinds() {
        SegmentedChoice<NoiseKind> choice = new SegmentedChoice<>(NoiseKind.spoiling(), NoiseWords::name);
        choice.valueProperty().bindBidirectional(model.kindProperty());
        choice.setMinWidth(Region.USE_PREF_SIZE);
        Tips.add(choice, Messages.text("denoise.kind.tip"));
        return choice;
    }

    private Node seed() {
        Button button = new Button(Messages.text("denoise.new-noise"), Icons.SHUFFLE.node());
        button.setId("denoise-new-noise");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll("flat", "small", "denoise-small");
        button.setOnAction(event -> model.newNoise());
        Tips.add(button, Messages.text("denoise.new-noise.tip"));
        Label seed = new Label();
        seed.getStyleClass().addAll("soft", "small");
        seed.setMinWidth(Region.USE_PREF_SIZE);
        seed.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.text(
                                "denoise.seed",
                                Long.toString(model.noiseSeedProperty().get())),
                        model.noiseSeedProperty()));
        HBox both = new HBox(8, seed, button);
        both.setMinWidth(Region.USE_PREF_SIZE);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private Node number() {
        Label number = new Label();
        number.getStyleClass().add("denoise-level");
        number.setMinWidth(Region.USE_PREF_SIZE);
        number.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Words.level(model.levelProperty().get()), model.levelProperty()));
        Tips.add(number, Messages.text("denoise.level.tip"));
        return number;
    }

    private Node slider(Appearance appearance) {
        Slider slider =
                new Slider(0, DenoiseModel.HIGHEST, model.levelProperty().get());
        slider.setId("denoise-slider");
        slider.getStyleClass().add("denoise-slider");
        slider.setBlockIncrement(STEP);
        slider.setAccessibleText(Messages.text("denoise.level"));
        slider.valueProperty().bindBidirectional(model.levelProperty());
        Tips.add(slider, Messages.text("denoise.level.tip"));
        VBox both = new VBox(slider, new LevelScale(appearance, slider, model));
        HBox.setHgrow(both, Priority.ALWAYS);
        return both;
    }

    private Node finding() {
        Label finding = new Label();
        finding.getStyleClass().add("denoise-finding");
        finding.setWrapText(true);
        finding.setMinHeight(Region.USE_PREF_SIZE);
        finding.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(finding, Priority.ALWAYS);
        finding.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Words.finding(
                                model.curvesProperty().get(),
                                model.levelProperty().get()),
                        model.curvesProperty(),
                        model.levelProperty()));
        finding.textProperty()
                .addListener((observed, before, now) -> finding.pseudoClassStateChanged(
                        WARNING,
                        Words.isNothingBetter(
                                model.curvesProperty().get(),
                                model.levelProperty().get())));
        Tips.add(finding, Messages.text("denoise.finding.tip"));
        return finding;
    }
}

package hourglass.ui.train;

import hourglass.core.spec.Activation;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.Loss;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.edit.CodeKind;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Field;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.NoiseWords;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.Tips;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The settings as fields, each with its mark and its sentence, and below them what a restart would change. */
final class SettingsPane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final TrainModel model;
    private final DraftModel draft;
    private final Map<Setting, Field> fields = new EnumMap<>(Setting.class);
    private final VBox network = new VBox(7);

    private SettingsPane(TrainModel model) {
        this.model = model;
        draft = model.draft();
    }

    static Section section(TrainModel model) {
        SettingsPane pane = new SettingsPane(model);
        pane.draft.rowsProperty().addListener((observed, before, now) -> pane.fill(now));
        pane.fill(pane.draft.rowsProperty().get());
        Section section =
                new Section(Messages.text("train.settings"), new VBox(7, pane.network, pane.training(), pane.note()));
        section.detailProperty()
                .bind(pane.draft
                        .weightsProperty()
                        .map(weights -> Messages.text("train.settings.detail", Counts.spaced(weights.longValue()))));
        section.setMinHeight(Region.USE_PREF_SIZE);
        return section;
    }

    private void fill(List<SettingRows.Row> rows) {
        network.getChildren().setAll(rows.stream().map(this::row).toList());
    }

    private Node training() {
        return row(new SettingRows.Row(
                List.of(Setting.LEARNING_RATE, Setting.BATCH_SIZE, Setting.EPOCHS, Setting.SEED),
                List.of(28.0, 24.0, 20.0, 28.0)));
    }

    /** Fields side by side, and the sentence about a wrong one below all of them, where it has room. */
    private Node row(SettingRows.Row row) {
        GridPane form = new GridPane();
        form.getStyleClass().addAll("form", "train-form");
        VBox lines = new VBox(4, form);
        for (int i = 0; i < row.settings().size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(row.percents().get(i));
            form.getColumnConstraints().add(column);
            Setting setting = row.settings().get(i);
            form.add(fields.computeIfAbsent(setting, this::field), i, 0);
            if (isTyped(setting)) {
                lines.getChildren().add(sentence(setting));
            }
        }
        return lines;
    }

    private Node sentence(Setting setting) {
        Label line = new Label();
        line.getStyleClass().add("field-error");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.textProperty().bind(draft.text(setting).errorProperty());
        line.visibleProperty().bind(line.textProperty().isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private static boolean isTyped(Setting setting) {
        return switch (setting) {
            case FAMILY, DENSE_CODE, ACTIVATION, CODE_ACTIVATION, LOSS, LIKELIHOOD, NOISE -> false;
            default -> true;
        };
    }

    private Field field(Setting setting) {
        Region control = isTyped(setting) ? typed(setting) : chosen(setting);
        Field field = new Field(setting.title(), setting.tip(), control);
        if (field.lookup(".field-name") instanceof Label name) {
            name.textProperty().bind(draft.titleOf(setting));
        }
        field.staleProperty().bind(model.stale().markOf(setting));
        if (isTyped(setting)) {
            StringProperty error = draft.text(setting).errorProperty();
            error.addListener((observed, before, now) -> field.pseudoClassStateChanged(WRONG, !now.isEmpty()));
        }
        return field;
    }

    private Region chosen(Setting setting) {
        ComboBox<?> box =
                switch (setting) {
                    case DENSE_CODE ->
                        Boxes.over(draft.codeKindProperty(), List.of(CodeKind.values()), SettingsPane::words);
                    case CODE_ACTIVATION ->
                        Boxes.over(
                                draft.codeActivationProperty(),
                                List.of(Activation.RELU, Activation.LINEAR),
                                Activation::words);
                    case LOSS -> Boxes.over(draft.lossProperty(), List.of(Loss.values()), SettingsPane::words);
                    case LIKELIHOOD ->
                        Boxes.over(draft.likelihoodProperty(), List.of(Likelihood.values()), Likelihood::words);
                    case NOISE ->
                        Boxes.over(draft.noiseKindProperty(), List.of(NoiseKind.values()), NoiseWords::setting);
                    default ->
                        Boxes.over(
                                draft.activationProperty(),
                                List.of(Activation.RELU, Activation.TANH, Activation.SIGMOID, Activation.ELU),
                                Activation::words);
                };
        box.setId(id(setting));
        return box;
    }

    private static String words(CodeKind kind) {
        return kind == CodeKind.FEATURE_MAPS
                ? Messages.text("train.dense-code.maps")
                : Messages.text("train.dense-code.numbers");
    }

    private static String words(Loss loss) {
        return switch (loss) {
            case MEAN_SQUARED_ERROR -> Messages.text("train.loss.mse");
            case BINARY_CROSS_ENTROPY -> Messages.text("train.loss.bce");
        };
    }

    private TextField typed(Setting setting) {
        TextSetting text = draft.text(setting);
        TextField control = new TextField();
        control.setId(id(setting));
        control.setPrefColumnCount(6);
        control.textProperty().bindBidirectional(text.textProperty());
        if (setting == Setting.NOISE_LOWEST) {
            control.setPromptText(Messages.text("train.noise-lowest.fixed"));
        } else if (setting == Setting.NEURONS) {
            control.disableProperty().bind(draft.neuronsEditableProperty().not());
        }
        control.setOnAction(event -> {
            text.commit();
            // The keys of the window are the window's again.
            if (text.errorProperty().get().isEmpty()) {
                control.getParent().requestFocus();
            }
        });
        control.focusedProperty().addListener((observed, before, now) -> {
            if (!now) {
                text.commit();
            }
        });
        control.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                text.revert();
                event.consume();
            }
        });
        return control;
    }

    private static String id(Setting setting) {
        return "train-" + setting.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Node note() {
        Label words = new Label("", Icons.STALE.node());
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.textProperty().bind(model.stale().sentenceProperty());
        HBox.setHgrow(words, Priority.ALWAYS);
        Button restart = new Button(Messages.text("train.restart"));
        restart.setId("train-restart");
        restart.setMinWidth(Region.USE_PREF_SIZE);
        restart.setOnAction(event -> model.restart());
        Tips.add(restart, Messages.text("train.restart.tip"));
        HBox note = new HBox(words, restart);
        note.getStyleClass().add("stale-note");
        // Its place is kept, so that nothing moves under the hand that edits the network.
        note.visibleProperty().bind(words.textProperty().isNotEmpty());
        return note;
    }
}

package hourglass.ui.training;

import hourglass.core.spec.Activation;
import hourglass.core.spec.Loss;
import hourglass.ui.common.Field;
import hourglass.ui.common.Icons;
import hourglass.ui.common.Messages;
import hourglass.ui.common.Section;
import hourglass.ui.common.Tips;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
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
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The settings as fields, each with its mark and its sentence, and below them what a restart would change. */
final class SettingsPane {
    private final TrainModel model;
    private final DraftModel draft;

    private SettingsPane(TrainModel model) {
        this.model = model;
        draft = model.draft();
    }

    static Section section(TrainModel model) {
        SettingsPane pane = new SettingsPane(model);
        Section section = new Section(
                Messages.text("train.settings"), new VBox(12, pane.network(), pane.training(), pane.note()));
        section.detailProperty().set(Messages.text("train.settings.detail"));
        section.setMinHeight(Region.USE_PREF_SIZE);
        return section;
    }

    private Node network() {
        GridPane form = form(30, 32, 38);
        TextField neurons = typed(Setting.NEURONS);
        neurons.disableProperty().bind(draft.neuronsEditableProperty().not());
        form.addRow(
                0,
                field(Setting.CODE_SIZE, typed(Setting.CODE_SIZE)),
                field(Setting.HIDDEN_LAYERS, typed(Setting.HIDDEN_LAYERS)),
                field(Setting.NEURONS, neurons));
        form.addRow(
                1,
                field(
                        Setting.ACTIVATION,
                        choice(
                                Setting.ACTIVATION,
                                draft.activationProperty(),
                                List.of(Activation.RELU, Activation.TANH, Activation.SIGMOID, Activation.ELU),
                                Activation::words)),
                field(
                        Setting.CODE_ACTIVATION,
                        choice(
                                Setting.CODE_ACTIVATION,
                                draft.codeActivationProperty(),
                                List.of(Activation.RELU, Activation.LINEAR),
                                Activation::words)),
                field(
                        Setting.LOSS,
                        choice(Setting.LOSS, draft.lossProperty(), List.of(Loss.values()), SettingsPane::words)));
        return form;
    }

    private Node training() {
        GridPane form = form(28, 24, 20, 28);
        form.addRow(
                0,
                field(Setting.LEARNING_RATE, typed(Setting.LEARNING_RATE)),
                field(Setting.BATCH_SIZE, typed(Setting.BATCH_SIZE)),
                field(Setting.EPOCHS, typed(Setting.EPOCHS)),
                field(Setting.SEED, typed(Setting.SEED)));
        return form;
    }

    private static GridPane form(double... percents) {
        GridPane form = new GridPane();
        form.getStyleClass().addAll("form", "train-form");
        for (double percent : percents) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            form.getColumnConstraints().add(column);
        }
        return form;
    }

    private static String words(Loss loss) {
        return switch (loss) {
            case MEAN_SQUARED_ERROR -> Messages.text("train.loss.mse");
            case BINARY_CROSS_ENTROPY -> Messages.text("train.loss.bce");
        };
    }

    private Field field(Setting setting, Region control) {
        Field field = new Field(setting.title(), setting.tip(), control);
        field.staleProperty().bind(model.stale().markOf(setting));
        if (control instanceof TextField) {
            field.errorProperty().bind(draft.text(setting).errorProperty());
        }
        return field;
    }

    private TextField typed(Setting setting) {
        TextSetting text = draft.text(setting);
        TextField control = new TextField();
        control.setId(id(setting));
        control.setPrefColumnCount(6);
        control.textProperty().bindBidirectional(text.textProperty());
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

    private static <T> ComboBox<T> choice(
            Setting setting, ObjectProperty<T> value, List<T> values, Function<T, String> inWords) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id(setting));
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T each) {
                return each == null ? "" : inWords.apply(each);
            }

            @Override
            public T fromString(String words) {
                throw new UnsupportedOperationException("The box is not for typing.");
            }
        });
        box.valueProperty().bindBidirectional(value);
        return box;
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

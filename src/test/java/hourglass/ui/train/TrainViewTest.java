package hourglass.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.ConvSpec;
import hourglass.core.spec.VariationalSpec;
import hourglass.core.spec.edit.NetworkFamily;
import hourglass.session.run.Phase;
import hourglass.ui.chart.CurveChart;
import hourglass.ui.hourglass.HourglassDiagram;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Field;
import hourglass.ui.kit.Fonts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TrainViewTest {
    private final TrainScene scene = new TrainScene();
    private TrainView view;

    @Start
    void open(Stage stage) {
        Fonts.load();
        Appearance appearance = new Appearance();
        view = new TrainView(scene.model, appearance);
        Scene window = new Scene(view, 1320, 780);
        appearance.apply(window);
        stage.setScene(window);
        stage.show();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private ConvSpec conv() {
        return (ConvSpec) scene.desk.draft().model().trunk();
    }

    @Test
    void theFamilyIsTwoClicksAndShowsItsOwnSettings(FxRobot robot) {
        robot.clickOn("Convolutional");
        assertEquals(
                NetworkFamily.CONVOLUTIONAL, NetworkFamily.of(scene.desk.draft().model()));
        assertTrue(robot.lookup("#train-kernel").tryQuery().isPresent());
        robot.clickOn("Variational");
        assertEquals(
                NetworkFamily.VARIATIONAL_CONVOLUTIONAL,
                NetworkFamily.of(scene.desk.draft().model()));
        assertTrue(robot.lookup("#train-beta").tryQuery().isPresent());
        assertFalse(robot.lookup("#train-loss").tryQuery().isPresent());
        robot.clickOn("Dense");
        robot.clickOn("Plain");
        assertEquals(NetworkFamily.DENSE, NetworkFamily.of(scene.desk.draft().model()));
        assertFalse(robot.lookup("#train-kernel").tryQuery().isPresent());
    }

    @Test
    void stagesAreAddedAndRemovedWithTheKeys(FxRobot robot) {
        robot.clickOn("Convolutional");
        HourglassDiagram diagram = robot.lookup("#train-hourglass").queryAs(HourglassDiagram.class);
        robot.interact(() -> {
            scene.model.draft().hourglass().selectedProperty().set(1);
            diagram.requestFocus();
        });
        robot.type(KeyCode.PLUS);
        assertEquals(3, conv().channels().size());
        robot.type(KeyCode.UP);
        assertTrue(conv().channels().get(1) > 16, conv().channels().toString());
        robot.type(KeyCode.DELETE);
        assertEquals(List.of(16, 32), conv().channels());
    }

    /** What stands over each field, and what in it. */
    private static Map<String, String> fields(FxRobot robot) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Node field : robot.lookup(".field").queryAll()) {
            String name = ((Label) field.lookup(".field-name")).getText();
            Node control = ((Pane) field).getChildren().get(1);
            if (control instanceof TextField text) {
                found.put(name, text.getText());
            } else if (control instanceof ComboBox<?> box) {
                found.put(name, chosen(box));
            }
        }
        return found;
    }

    private static <T> String chosen(ComboBox<T> box) {
        return box.getConverter().toString(box.getValue());
    }

    private void choose(FxRobot robot, String preset) {
        @SuppressWarnings("unchecked")
        ComboBox<String> presets = robot.lookup("#train-preset").queryAs(ComboBox.class);
        robot.interact(() -> presets.setValue(preset));
        robot.interact(() -> view.applyCss());
        robot.interact(() -> view.layout());
    }

    @Test
    void everyFieldHoldsTheSettingItIsNamedAfter(FxRobot robot) {
        choose(robot, "stacked-30");
        robot.interact(() -> scene.desk.edit(scene.desk
                .draft()
                .withTraining(scene.desk.draft().training().withBatchSize(48).withEpochs(12))));
        robot.interact(scene.model::tick);
        Map<String, String> dense = fields(robot);
        assertEquals("30", dense.get("Code size"), dense.toString());
        assertEquals("1", dense.get("Hidden layers"));
        assertEquals("ReLU", dense.get("Activation"));
        assertEquals("squared error", dense.get("Loss"));
        assertEquals("none", dense.get("Noise"));
        assertEquals("0.001", dense.get("Learning rate"));
        assertEquals("48", dense.get("Batch size"));
        assertEquals("12", dense.get("Epochs"));
        assertEquals("7", dense.get("Seed"));
        choose(robot, "vae-16");
        Map<String, String> variational = fields(robot);
        assertEquals("16", variational.get("Latent size"), variational.toString());
        assertEquals("1", variational.get("β"));
        assertEquals(
                TypedNumber.text(((VariationalSpec) scene.desk.draft().model()).warmUpEpochs()),
                variational.get("KL warm-up"));
        assertFalse(variational.containsKey("Code size"));
        choose(robot, "conv-64");
        Map<String, String> convolutional = fields(robot);
        assertEquals("2", convolutional.get("Stages"), convolutional.toString());
        assertEquals("3", convolutional.get("Kernel"));
        assertEquals("64", convolutional.get("Code size"));
        assertEquals("numbers", convolutional.get("Code"));
    }

    @Test
    void theMarkOfAChangedSettingStandsAtThatField(FxRobot robot) {
        robot.interact(() -> {
            scene.desk.edit(scene.desk
                    .draft()
                    .withTraining(scene.desk.draft().training().withEpochs(1)));
            scene.desk.restart();
            scene.tickUntil(() -> scene.training.state().phase() == Phase.COMPLETED);
            scene.tick();
            scene.desk.edit(scene.desk
                    .draft()
                    .withTraining(scene.desk.draft().training().withBatchSize(48)));
            scene.tick();
        });
        Set<String> marked = robot.lookup(".field").queryAllAs(Field.class).stream()
                .filter(field -> field.staleProperty().get())
                .map(field -> ((Label) field.lookup(".field-name")).getText())
                .collect(Collectors.toSet());
        assertEquals(Set.of("Batch size"), marked);
    }

    private static String detailOf(FxRobot robot, String title) {
        return robot.lookup(".section-head").queryAllAs(Pane.class).stream()
                .filter(head ->
                        ((Label) head.lookup(".section-title")).getText().equals(title))
                .map(head -> ((Label) head.lookup(".section-detail")).getText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section " + title));
    }

    @Test
    void everySectionSaysItsOwnDetail(FxRobot robot) {
        robot.interact(scene.model::tick);
        assertTrue(
                detailOf(robot, "Error").startsWith("mean squared error per pixel · Dense 64, trained 2 epochs"),
                detailOf(robot, "Error"));
        long weights = scene.desk.draft().model().parameterCount();
        assertEquals(Counts.spaced(weights) + " weights, trained with Adam", detailOf(robot, "Settings"));
        int images = scene.model.strip().contentProperty().get().columns();
        assertEquals("mean squared error per pixel of " + images + " images", detailOf(robot, "Test images, live"));
    }

    @Test
    void theAxisIsLogarithmicWhereLogIsChosen(FxRobot robot) {
        CurveChart chart = robot.lookup("#train-curve").queryAs(CurveChart.class);
        assertFalse(chart.logProperty().get());
        robot.clickOn("Log");
        assertTrue(chart.logProperty().get());
        robot.clickOn("Linear");
        assertFalse(chart.logProperty().get());
    }

    @Test
    void theBestEpochIsNamedAndItsButtonSaysWhatItOffers(FxRobot robot) {
        robot.interact(() -> {
            scene.model.best().textProperty().set("best epoch 3: 0.0123");
            scene.model.best().offerProperty().set(BestModel.Offer.BEST);
        });
        Button take = robot.lookup("#train-best-take").queryButton();
        assertEquals(
                "best epoch 3: 0.0123",
                robot.lookup("#train-best").queryLabeled().getText());
        assertEquals("Use its weights", take.getText());
        robot.interact(() -> scene.model.best().offerProperty().set(BestModel.Offer.LAST));
        assertEquals("Back to the last", take.getText());
        robot.interact(() -> scene.model.best().offerProperty().set(BestModel.Offer.NONE));
        assertFalse(take.isVisible());
    }

    @Test
    void aWrongNumberIsSaidBelowItsRow(FxRobot robot) {
        robot.clickOn("Variational");
        TextField beta = robot.lookup("#train-beta").queryAs(TextField.class);
        robot.interact(() -> beta.setText("-1"));
        Set<Label> sentences = robot.lookup(".field-error").queryAllAs(Label.class);
        assertTrue(sentences.stream()
                .anyMatch(line -> line.isVisible() && line.getText().startsWith("β")));
        robot.interact(() -> beta.setText("2"));
        assertTrue(sentences.stream().noneMatch(Node::isVisible));
    }

    @Test
    void everyPresetCanBeChosenAndNothingReachesBeyondItsColumn(FxRobot robot) {
        @SuppressWarnings("unchecked")
        ComboBox<String> presets = robot.lookup("#train-preset").queryAs(ComboBox.class);
        for (String id : List.copyOf(presets.getItems())) {
            robot.interact(() -> presets.setValue(id));
            assertEquals(id, scene.desk.draft().preset());
            robot.interact(() -> view.applyCss());
            robot.interact(() -> view.layout());
            Node panel = robot.lookup(".editor-panel").query();
            Bounds column = panel.localToScene(panel.getLayoutBounds());
            for (Node field : robot.lookup(".field").queryAll()) {
                Bounds bounds = field.localToScene(field.getLayoutBounds());
                assertTrue(bounds.getMaxX() <= column.getMaxX(), id + ": a field reaches " + bounds.getMaxX());
            }
        }
    }
}

package hourglass.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.ConvSpec;
import hourglass.ui.hourglass.HourglassDiagram;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Fonts;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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
        return (ConvSpec) NetworkEdit.trunk(scene.desk.draft().model());
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

package hourglass.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LayoutFaultsTest {
    private final StackPane root = new StackPane();

    @Start
    void open(Stage stage) {
        stage.setScene(new Scene(root, 300, 200));
        stage.show();
    }

    private List<String> faults(FxRobot robot, Node node) {
        robot.interact(() -> {
            root.getChildren().setAll(node);
            for (int pass = 0; pass < 2; pass++) {
                // The window may still have the size that another test gave it.
                root.resize(300, 200);
                root.applyCss();
                root.layout();
            }
        });
        return LayoutFaults.below(root);
    }

    private static Label at(String words, double x, double y) {
        Label label = new Label(words);
        label.relocate(x, y);
        return label;
    }

    @Test
    void whatHasRoomIsWell(FxRobot robot) {
        assertEquals(List.of(), faults(robot, new HBox(8, new Label("one"), new Label("two"))));
        assertEquals(List.of(), faults(robot, new ScrollPane(new Pane(at("far below", 10, 900)))), "one scrolls down");
    }

    @Test
    void wordsThatAreCutAreFound(FxRobot robot) {
        Label label = new Label("a sentence that has no room");
        label.setMaxWidth(80);
        assertTrue(faults(robot, label).get(0).startsWith("cut: Label \"a sentence that has no room\" to \"a s"));
    }

    @Test
    void whatIsSmallerThanItNeedsIsFound(FxRobot robot) {
        Label label = new Label("x");
        label.setMinHeight(60);
        Pane pane = new Pane(label) {
            @Override
            protected void layoutChildren() {
                label.resize(50, 20);
            }
        };
        assertEquals(List.of("squeezed: Label \"x\""), faults(robot, pane));
    }

    @Test
    void whatLiesBeyondTheEdgeIsFound(FxRobot robot) {
        assertEquals(List.of("beyond: Label \"off\""), faults(robot, new Pane(at("off", 290, 10))));
        assertEquals(List.of("beyond: Label \"off\""), faults(robot, new Pane(at("off", 10, -9))));
    }

    @Test
    void whatLiesOverSomethingElseIsFound(FxRobot robot) {
        List<String> found = faults(robot, new Pane(at("lower", 10, 10), at("upper", 15, 12)));
        assertEquals(List.of("over one another: Label \"lower\" and Label \"upper\""), found);
        Node hidden = at("upper", 15, 12);
        hidden.setVisible(false);
        assertEquals(List.of(), faults(robot, new Pane(at("lower", 10, 10), hidden)), "nobody sees it");
    }

    @Test
    void whatScrollsToTheSideIsFound(FxRobot robot) {
        Region wide = new Region();
        wide.setMinWidth(400);
        ScrollPane scroll = new ScrollPane(wide);
        scroll.setId("it");
        assertEquals(List.of("sideways: scroll-pane"), faults(robot, scroll));
    }
}

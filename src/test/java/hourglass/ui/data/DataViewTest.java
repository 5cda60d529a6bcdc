package hourglass.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.Sketchwear;
import hourglass.figures.FigureStyle;
import hourglass.figures.TilesFigure;
import hourglass.session.concurrent.Worker;
import hourglass.session.data.DataService;
import hourglass.session.data.DataSources;
import hourglass.testing.NoNetwork;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Fonts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DataViewTest {
    private final Worker worker = new Worker("io", Thread.NORM_PRIORITY, (name, failure) -> {});
    private DataModel model;
    private DataView view;

    @Start
    void open(Stage stage) {
        Fonts.load();
        DataSources sources = NoNetwork.sources(Path.of("no-such-folder"), (folder, seed, cancelled) -> {
            throw new IOException("not asked for");
        });
        model = new DataModel(new DataService(sources, worker, Sketchwear.generate(7, 400, 200)));
        Appearance appearance = new Appearance();
        view = new DataView(appearance, model, Optional::empty);
        Scene scene = new Scene(view, 1300, 780);
        appearance.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void end() {
        worker.close();
    }

    @Test
    void isLookedThroughWithKeysAlone(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        int perPage = model.samples().pageProperty().get().images().size();
        assertTrue(perPage >= 20, perPage + " samples on a page");
        robot.type(KeyCode.PAGE_DOWN);
        assertEquals(perPage, model.samples().pageProperty().get().first());
        robot.type(KeyCode.RIGHT);
        assertEquals(perPage + 1, model.samples().chosenProperty().get().index());
        robot.type(KeyCode.PAGE_UP);
        assertEquals(0, model.samples().pageProperty().get().first());
    }

    @Test
    void clicksFilterAndSwitch(FxRobot robot) {
        robot.clickOn("Bag");
        assertEquals(20, model.samples().pageProperty().get().total());
        robot.clickOn("Training");
        assertEquals(40, model.samples().pageProperty().get().total());
        robot.clickOn("All");
        assertEquals(400, model.samples().pageProperty().get().total());
    }

    @Test
    void figuresAreDrawnLargerNotCoarser(FxRobot robot) {
        robot.interact(model::tick);
        for (Exportable figure : view.exports()) {
            AtomicReference<TilesFigure> made = new AtomicReference<>();
            robot.interact(() -> made.set((TilesFigure) figure.figure().get().orElseThrow()));
            TilesFigure drawn = made.get();
            int once = drawn.draw(FigureStyle.light(), 1).getWidth();
            assertTrue(once > 300, figure.title() + " is " + once + " wide");
            assertEquals(2 * once, drawn.draw(FigureStyle.light(), 2).getWidth(), 20);
            assertTrue(drawn.caption().contains("Sketchwear"), drawn.caption());
            assertTrue(figure.fileName().endsWith("-sketchwear.png"), figure.fileName());
        }
    }
}

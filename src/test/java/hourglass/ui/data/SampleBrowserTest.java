package hourglass.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.session.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleBrowserTest {
    private final DataSet data = TinyData.winter();
    private final SampleBrowser browser = new SampleBrowser(data, Part.TRAINING);

    @BeforeEach
    void fourOnAPage() {
        browser.fit(4);
    }

    private List<Integer> page() {
        return browser.pageProperty().get().images();
    }

    @Test
    void beginsWithAllClassesInTheOrderOfTheFile() {
        assertEquals(List.of(0, 1, 2, 3), page());
        assertEquals(10, browser.pageProperty().get().total());
        assertEquals(0, browser.chosenProperty().get().index());
        assertEquals("Hat", browser.chosenProperty().get().className());
    }

    @Test
    void turnsPagesToTheEndAndBack() {
        assertFalse(browser.pageProperty().get().hasPrevious());
        browser.next();
        browser.next();
        assertEquals(List.of(8, 9), page());
        assertFalse(browser.pageProperty().get().hasNext());
        browser.next();
        assertEquals(List.of(8, 9), page());
        browser.previous();
        assertEquals(List.of(4, 5, 6, 7), page());
        assertTrue(browser.pageProperty().get().hasNext());
        browser.toEnd();
        assertEquals(List.of(8, 9), page());
        browser.toStart();
        assertEquals(0, browser.pageProperty().get().first());
    }

    @Test
    void aLargerPlaceKeepsTheFirstImage() {
        browser.next();
        browser.fit(5);
        assertEquals(List.of(4, 5, 6, 7, 8), page());
        browser.fit(0);
        assertEquals(List.of(4, 5, 6, 7, 8), page());
    }

    @Test
    void classesCanBeShownOneByOneAndTogether() {
        browser.next();
        browser.toggle(2);
        assertEquals(List.of(2, 5, 8), page());
        assertEquals(3, browser.pageProperty().get().total());
        browser.toggle(1);
        assertEquals(List.of(1, 2, 4, 5), page());
        browser.toggle(2);
        assertEquals(Set.of(1), browser.classes());
        browser.toggle(1);
        assertEquals(10, browser.pageProperty().get().total());
    }

    @Test
    void allClassesComeBackWithOnePress() {
        browser.toggle(0);
        browser.toggle(2);
        browser.showAllClasses();
        assertEquals(Set.of(), browser.classes());
        assertEquals(10, browser.pageProperty().get().total());
    }

    @Test
    void aDrawHasEveryImageOnceAndTheSameOrderAgain() {
        browser.fit(10);
        browser.drawAnother();
        List<Integer> first = page();
        assertEquals(1, browser.drawProperty().get());
        assertEquals(new TreeSet<>(IntStream.range(0, 10).boxed().toList()), new TreeSet<>(first));
        browser.drawAnother();
        assertNotEquals(first, page());
        browser.inFileOrder();
        assertEquals(IntStream.range(0, 10).boxed().toList(), page());
        browser.drawAnother();
        assertEquals(first, page());
    }

    @Test
    void theChoiceMovesOverTheEdgeOfThePage() {
        browser.move(3);
        assertEquals(3, browser.chosenProperty().get().index());
        browser.move(1);
        assertEquals(4, browser.chosenProperty().get().index());
        assertEquals(List.of(4, 5, 6, 7), page());
        browser.move(-4);
        assertEquals(0, browser.chosenProperty().get().index());
        browser.move(-1);
        assertEquals(0, browser.chosenProperty().get().index());
    }

    @Test
    void theImageUnderThePointerIsShownForTheMoment() {
        browser.choose(1);
        browser.hover(3);
        assertEquals(3, browser.shownProperty().get().index());
        browser.hover(-1);
        assertEquals(1, browser.shownProperty().get().index());
        browser.hover(40);
        assertEquals(1, browser.shownProperty().get().index());
    }

    @Test
    void anotherPartForgetsClassesItHasNoImagesOf() {
        browser.toggle(2);
        browser.toggle(1);
        browser.show(data, Part.TEST);
        assertEquals(Set.of(1), browser.classes());
        assertEquals(List.of(1, 3), page());
    }

    @Test
    void otherClassesForgetTheFilter() {
        browser.toggle(2);
        List<String> names = List.of("Cup", "Pot", "Pan");
        DataSet kitchen = TinyData.of("Kitchen", names, TinyData.images(names, 2, 1), TinyData.images(names, 0));
        browser.show(kitchen, Part.TRAINING);
        assertEquals(Set.of(), browser.classes());
        assertEquals(List.of(0, 1), page());
        assertEquals("Pan", browser.chosenProperty().get().className());
    }

    @Test
    void theClassesShownCannotBeChangedFromOutside() {
        List<Integer> seen = new ArrayList<>(browser.classes());
        assertThrows(
                UnsupportedOperationException.class, () -> browser.classes().add(1));
        assertEquals(seen, new ArrayList<>(browser.classes()));
    }

    @Test
    void whatWasChosenIsTakenBack() {
        History history = new History(() -> 0);
        browser.remember(history);
        browser.toggle(1);
        browser.toggle(2);
        browser.showAllClasses();
        assertEquals("class chosen", history.undo().orElseThrow());
        assertEquals(Set.of(), browser.classes(), "one gesture");
        int before = browser.chosenProperty().get().index();
        browser.choose(2);
        int third = browser.chosenProperty().get().index();
        assertEquals("image chosen", history.undo().orElseThrow());
        assertEquals(before, browser.chosenProperty().get().index());
        history.redo();
        assertEquals(third, browser.chosenProperty().get().index());
    }
}

package hourglass.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.core.spec.listing.Framework;
import hourglass.core.spec.listing.Idea;
import hourglass.session.look.Look;
import hourglass.testing.Painted;
import hourglass.testing.SmallSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExplainTest {
    private final SmallSession session = new SmallSession();

    @AfterEach
    void close() {
        session.close();
    }

    private static List<String> words(Node node) {
        List<String> words = new ArrayList<>();
        if (node instanceof Label label) {
            words.add(label.getText());
        }
        if (node instanceof ScrollPane scroll) {
            words.addAll(words(scroll.getContent()));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> words.addAll(words(child)));
        }
        return words;
    }

    private static <T> T find(Node node, Class<T> type, String id) {
        if (type.isInstance(node) && id.equals(node.getId())) {
            return type.cast(node);
        }
        List<Node> children = node instanceof ScrollPane scroll
                ? List.of(scroll.getContent())
                : node instanceof Parent parent ? parent.getChildrenUnmodifiable() : List.of();
        return children.stream()
                .map(child -> find(child, type, id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Test
    void theQuestionMarkAsksAndThePaneSaysFormulaNumbersAndTheNetworkAsCode() {
        Look look = session.chooser.look();
        Painted.inWindow(() -> {
            ExplainPane pane = new ExplainPane(Painted.LOOKS, () -> look);
            Button question = Explain.button(
                    idea -> idea == Idea.REPARAMETRISATION ? "z = 1" : "", Idea.REPARAMETRISATION, Idea.CROSS_ENTROPY);
            Section section = new Section("Panel", new StackPane()).explain(question);
            VBox frame = new VBox(section, pane);
            frame.addEventHandler(Explain.ASKED, pane::show);
            assertFalse(pane.isVisible());
            assertTrue(Explain.around(section));
            assertTrue(pane.isVisible());
            List<String> words = words(pane);
            assertTrue(words.contains("Reparametrisation"), words.toString());
            assertTrue(words.contains("z = 1"), words.toString());
            assertTrue(words.stream().anyMatch(text -> text.startsWith("z = µ + σ · ε")), words.toString());
            String code = find(pane, TextArea.class, "explain-code").getText();
            assertEquals(Idea.REPARAMETRISATION.listing(Framework.KERAS, look.experiment()), code);
            find(pane, Button.class, "explain-close").fire();
            assertFalse(pane.isVisible());
        });
    }

    @Test
    void theFloorOfCrossEntropyIsThatOfTheTestImages() {
        Look look = session.chooser.look();
        Painted.inWindow(() -> {
            ExplainPane pane = new ExplainPane(Painted.LOOKS, () -> look);
            VBox frame = new VBox(Explain.button(Idea.CROSS_ENTROPY), pane);
            frame.addEventHandler(Explain.ASKED, pane::show);
            Explain.around(frame);
            String floor = words(pane).stream()
                    .filter(text -> text.startsWith("Floor of these test images: "))
                    .findFirst()
                    .orElseThrow();
            double nats =
                    Double.parseDouble(floor.replaceAll("[^0-9.]+", " ").strip().split(" ", -1)[0]);
            assertTrue(nats > 0.05 && nats < 0.5, floor);
        });
    }

    @Test
    void eachNumberOfACodeIsTheSumItSays() {
        String said = ReparametrisationWords.of(new float[] {0.84f, 1}, d -> 0.5, new float[] {0.69f, 1.5f});
        assertEquals(
                "This image, as µ + σ · ε = z:\nnumber 1: 0.84 + 0.50 · (−0.30) = 0.69\nnumber 2: 1.00 + 0.50 · 1.00 = 1.50",
                said);
    }

    @Test
    void theTransposedConvolutionLaysItsFilterWhereTheNumberUnderWaySays() {
        Painted first = Painted.of(400, 200, () -> new TransposedPicture(Painted.LOOKS), picture -> picture.step(0));
        Painted last = Painted.of(400, 200, () -> new TransposedPicture(Painted.LOOKS), picture -> picture.step(8));
        double cell = Math.rint(Painted.LOOKS.em() * 1.4);
        double left = 2 + 5 * cell;
        // The middle of the last number's filter is lit only once it was laid down.
        assertTrue(first.is(left + 5.4 * cell, 2 + 5.4 * cell, Token.WELL));
        assertFalse(last.is(left + 5.4 * cell, 2 + 5.4 * cell, Token.WELL));
    }
}

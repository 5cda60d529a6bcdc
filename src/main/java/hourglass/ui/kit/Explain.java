package hourglass.ui.kit;

import hourglass.core.spec.listing.Idea;
import java.util.List;
import java.util.function.Function;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Asks the frame of the window to explain what a panel shows: fired by the panel's question mark, heard by the frame. */
public final class Explain extends Event {
    /** The only kind. */
    public static final EventType<Explain> ASKED = new EventType<>(Event.ANY, "EXPLAIN");

    private static final long serialVersionUID = 1;
    private static final String STYLE = "explain";

    private final transient List<Idea> ideas;
    private final transient Function<Idea, String> facts;

    private Explain(List<Idea> ideas, Function<Idea, String> facts) {
        super(ASKED);
        this.ideas = List.copyOf(ideas);
        this.facts = facts;
    }

    /** A question mark that asks about {@code ideas}. */
    public static Button button(Idea... ideas) {
        return button(idea -> "", ideas);
    }

    /** The same with the numbers of the very thing that is shown; empty words for none. */
    public static Button button(Function<Idea, String> facts, Idea... ideas) {
        Button button = new Button("", Icons.HELP.node());
        button.getStyleClass().addAll("flat", "button-icon", STYLE);
        button.setAccessibleText(Messages.text("explain.button"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        Tips.add(button, Messages.text("explain.button"));
        button.setOnAction(event -> button.fireEvent(new Explain(List.of(ideas), facts)));
        return button;
    }

    /** Presses the question mark of the panel a node is in, or the first one further up; says whether there was one. */
    public static boolean around(@Nullable Node focus) {
        for (Node up = focus; up != null; up = up.getParent()) {
            if (up instanceof Parent panel) {
                for (Node found : panel.lookupAll("." + STYLE)) {
                    if (found instanceof Button button && isSeen(button)) {
                        button.fire();
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isSeen(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    List<Idea> ideas() {
        return ideas;
    }

    String facts(Idea idea) {
        return facts.apply(idea);
    }
}

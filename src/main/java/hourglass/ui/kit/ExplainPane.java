package hourglass.ui.kit;

import hourglass.core.data.ImageSet;
import hourglass.core.metric.Errors;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.listing.Framework;
import hourglass.core.spec.listing.Idea;
import hourglass.session.look.Look;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * One idea over everything else: its formula, three sentences, the numbers of what is shown, and the same as code that is
 * made from the network on the screen. Escape and a click beside it put it away.
 */
public final class ExplainPane extends StackPane {
    private static final int CODE_LINES = 9;
    private static final int FLOOR_IMAGES = 500;
    private static final long STEP_NANOS = 700_000_000L;

    private final Supplier<Look> network;
    private final ObjectProperty<Framework> framework = new SimpleObjectProperty<>(this, "framework", Framework.KERAS);
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final FlowPane choices = new FlowPane(8, 8);
    private final Label title = label("headline");
    private final Label formula = label("formula");
    private final Label facts = label("strong");
    private final Label sentences = label("");
    private final TextArea code = new TextArea();
    private final TransposedPicture picture;
    private final Button close = new Button(Messages.text("explain.close"));
    private Optional<Explain> asked = Optional.empty();
    private Idea idea = Idea.SQUARED_ERROR;

    /** About the network that {@code network} names when it is asked. */
    public ExplainPane(Appearance appearance, Supplier<Look> network) {
        this.network = network;
        picture = new TransposedPicture(appearance);
        setId("explain");
        getStyleClass().add("keys-pane");
        code.setId("explain-code");
        code.setEditable(false);
        code.setMinHeight(USE_PREF_SIZE);
        code.setPrefRowCount(CODE_LINES);
        code.getStyleClass().add("code");
        code.setAccessibleText(Messages.text("explain.code"));
        close.setId("explain-close");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(event -> shown.set(false));
        VBox all =
                new VBox(12, choices, title, formula, sentences, facts, picture, frameworks(), code, new HBox(close));
        all.getStyleClass().add("explain-words");
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        // Always there, or the words would be laid out for a width that the bar then takes away.
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.ALWAYS);
        scroll.getStyleClass().add("keys-scroll");
        VBox box = new VBox(scroll);
        box.getStyleClass().addAll("keys-box", "explain-box");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        box.setOnMouseClicked(event -> event.consume());
        getChildren().add(box);
        setOnMouseClicked(event -> shown.set(false));
        visibleProperty().bind(shown);
        managedProperty().bind(shown);
        framework.addListener((observed, before, now) -> write());
    }

    private static Label label(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }

    private FlowPane frameworks() {
        SegmentedChoice<Framework> choice = new SegmentedChoice<>(List.of(Framework.values()), Framework::words);
        choice.valueProperty().bindBidirectional(framework);
        Button copy = new Button(Messages.text("explain.copy"), Icons.CLIPBOARD.node());
        copy.setId("explain-copy");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(code.getText());
            Clipboard.getSystemClipboard().setContent(content);
        });
        return new FlowPane(12, 8, choice, copy);
    }

    /** Explains what was asked about. */
    public void show(Explain question) {
        asked = Optional.of(question);
        choices.getChildren().setAll(question.ideas().stream().map(this::choice).toList());
        choices.setVisible(question.ideas().size() > 1);
        choices.setManaged(question.ideas().size() > 1);
        shown.set(true);
        show(question.ideas().stream()
                .filter(this::concerns)
                .findFirst()
                .orElse(question.ideas().get(0)));
        close.requestFocus();
    }

    /** Whether the network shown has it; the others can be asked for too. */
    private boolean concerns(Idea wanted) {
        ModelSpec model = network.get().experiment().model();
        return switch (wanted) {
            case SQUARED_ERROR -> model.loss() == Loss.MEAN_SQUARED_ERROR;
            case CROSS_ENTROPY -> model.loss() == Loss.BINARY_CROSS_ENTROPY;
            case DIVERGENCE, REPARAMETRISATION -> model.isVariational();
            case TRANSPOSED_CONVOLUTION -> model.layers().get(0).volumeTaken().isPresent();
            case PERPLEXITY -> true;
        };
    }

    private Button choice(Idea wanted) {
        Button button = new Button(ExplainWords.title(wanted));
        button.getStyleClass().add("chip");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> show(wanted));
        return button;
    }

    private void show(Idea wanted) {
        idea = wanted;
        title.setText(ExplainWords.title(wanted));
        formula.setText(ExplainWords.formula(wanted));
        sentences.setText(ExplainWords.sentences(wanted));
        String numbers = wanted == Idea.CROSS_ENTROPY
                ? floor(network.get().test())
                : asked.map(question -> question.facts(wanted)).orElse("");
        facts.setText(numbers);
        facts.setVisible(!numbers.isEmpty());
        facts.setManaged(!numbers.isEmpty());
        picture.setVisible(wanted == Idea.TRANSPOSED_CONVOLUTION);
        picture.setManaged(wanted == Idea.TRANSPOSED_CONVOLUTION);
        write();
    }

    /** What even the perfect output costs on the first test images. */
    private static String floor(ImageSet test) {
        float[] pixels = test.images(0, Math.min(FLOOR_IMAGES, test.size()));
        double nats = Arrays.stream(Errors.crossEntropyPerImage(pixels, pixels, test.pixelsPerImage()))
                        .average()
                        .orElse(0)
                / test.pixelsPerImage();
        return Messages.text("explain.bce.floor", String.format(Locale.ROOT, "%.4f", nats));
    }

    private void write() {
        code.setText(idea.listing(framework.get(), network.get().experiment()));
        code.setScrollTop(0);
    }

    /** Lets the picture move; with every tick, at {@code now} in nanoseconds. */
    public void tick(long now) {
        if (shown.get()) {
            picture.step((int) (now / STEP_NANOS % Integer.MAX_VALUE));
        }
    }

    /** Whether it is open. */
    public BooleanProperty shownProperty() {
        return shown;
    }
}

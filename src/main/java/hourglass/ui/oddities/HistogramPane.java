package hourglass.ui.oddities;

import hourglass.core.color.Token;
import hourglass.figures.HistogramContent;
import hourglass.figures.HistogramPainter;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.HoverCard;
import hourglass.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.InvalidationListener;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** All scores as a histogram, with the threshold to drag by mouse or keys, and a card for the bin under the pointer. */
final class HistogramPane extends CanvasPane {
    private final OdditiesModel model;
    private HistogramContent bins = HistogramContent.empty();
    private double pointerX = -1;
    private boolean dragging;

    HistogramPane(OdditiesModel model, Appearance appearance) {
        super(appearance);
        this.model = model;
        setId("oddities-histogram");
        getStyleClass().add("oddities-histogram");
        setFocusTraversable(true);
        setAccessibleText(Messages.text("oddities.histogram.tip"));
        setPrefSize(640, 360);
        setMinWidth(280);
        minHeightProperty()
                .bind(appearance.textSizeProperty().map(size -> HistogramPainter.leastHeight(appearance.em())));
        InvalidationListener refill = changed -> fill();
        model.foundProperty().addListener(refill);
        model.labelProperty().addListener(refill);
        model.thresholdProperty().addListener((observed, before, now) -> repaint());
        model.ownProperty().addListener((observed, before, now) -> repaint());
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(event -> dragging = false);
        setOnMouseMoved(event -> hover(place(event)));
        setOnMouseExited(event -> hover(-1));
        setOnKeyPressed(this::typed);
        fill();
    }

    private void fill() {
        bins = model.foundProperty()
                .get()
                .map(found -> bins(found, model.labelProperty().get()))
                .orElse(HistogramContent.empty());
        repaint();
    }

    /** Usual images at the foot, those of one class apart, and the odd ones on top. */
    static HistogramContent bins(Found found, int label) {
        float[] values = found.values();
        HistogramContent all = HistogramContent.over(values, Words.axis(found.score()));
        if (label < 0) {
            return all.with(Words.usual(), Token.FLOW, values, image -> !found.mixture()
                            .isOdd(image))
                    .with(Words.oddPart(found), Token.DANGER, values, found.mixture()::isOdd);
        }
        String name = found.mixture().test().classNames().get(label);
        return all.with(name, Token.ofClass(label), values, image -> isUsual(found, image, name))
                .with(
                        Words.usual(),
                        Token.FLOW,
                        values,
                        image -> !found.mixture().isOdd(image) && !isUsual(found, image, name))
                .with(Words.oddPart(found), Token.DANGER, values, found.mixture()::isOdd);
    }

    private static boolean isUsual(Found found, int image, String name) {
        return !found.mixture().isOdd(image) && found.mixture().className(image).equals(name);
    }

    /** With the image of one's own. */
    static HistogramContent marked(HistogramContent bins, Found found, Optional<Own> own) {
        OptionalDouble score = own.map(known -> known.by(found.score())).orElse(OptionalDouble.empty());
        return bins.marked(
                score.isPresent()
                        ? List.of(new HistogramContent.Mark(Messages.text("oddities.own.mark"), score.getAsDouble()))
                        : List.of());
    }

    /** With the threshold and what it comes to. */
    static HistogramContent content(HistogramContent bins, Found found, double threshold) {
        return bins.at(threshold, List.of(Words.thresholdLine(threshold), Words.flaggedLine(found, threshold)));
    }

    private HistogramPainter painter(Brush brush) {
        return model.foundProperty()
                .get()
                .map(found -> new HistogramPainter(
                        brush,
                        content(
                                marked(bins, found, model.ownProperty().get()),
                                found,
                                model.thresholdProperty().get()),
                        brush.width(),
                        brush.height()))
                .orElseGet(() -> new HistogramPainter(brush, bins, brush.width(), brush.height()));
    }

    @Override
    protected void paint(Brush brush) {
        if (bins.parts().isEmpty()) {
            return;
        }
        HistogramPainter painter = painter(brush);
        painter.paint();
        if (pointerX >= 0 && !dragging) {
            HoverCard.paint(brush, pointerX, brush.height() / 2, lines(painter.readingAt(pointerX)));
        }
    }

    private List<HoverCard.Line> lines(HistogramPainter.Reading reading) {
        List<HoverCard.Line> lines = new ArrayList<>();
        String from = Words.value(reading.from());
        String range = reading.open()
                ? Messages.text("oddities.bin.open", from)
                : Messages.text("oddities.bin", from, Words.value(reading.to()));
        lines.add(new HoverCard.Line(bins.axis(), range, null));
        for (int i = 0; i < reading.counts().size(); i++) {
            HistogramContent.Part part = bins.parts().get(i);
            lines.add(new HoverCard.Line(
                    part.name(), Integer.toString(reading.counts().get(i)), part.color()));
        }
        return lines;
    }

    private double place(MouseEvent event) {
        return sheet().sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        dragging = true;
        moveTo(place(event));
    }

    private void dragged(MouseEvent event) {
        if (dragging) {
            moveTo(place(event));
        }
    }

    private void moveTo(double x) {
        double width = paintWidth() - 1;
        if (!bins.parts().isEmpty() && width > 0) {
            double share = Math.max(0, Math.min(1, x / width));
            set(bins.low() + share * (bins.high() - bins.low()));
        }
    }

    private void set(double threshold) {
        model.moveThreshold(Math.max(bins.low(), Math.min(bins.high(), threshold)));
    }

    private void hover(double x) {
        pointerX = x;
        repaint();
    }

    private void typed(KeyEvent event) {
        if (bins.parts().isEmpty()) {
            return;
        }
        double step = event.isShiftDown() ? bins.step() / 10 : bins.step();
        double now = model.thresholdProperty().get();
        switch (event.getCode()) {
            case LEFT -> set(now - step);
            case RIGHT -> set(now + step);
            case HOME -> set(bins.low());
            case END -> set(bins.high());
            default -> {
                return;
            }
        }
        event.consume();
    }
}

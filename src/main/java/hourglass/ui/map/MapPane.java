package hourglass.ui.map;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.Messages;
import hourglass.ui.pictures.CardPainter;
import hourglass.ui.pictures.ImageCard;
import hourglass.ui.scatter.PointSelection;
import hourglass.ui.scatter.ScatterPane;
import hourglass.ui.scatter.ScatterPoints;
import hourglass.ui.scatter.Viewport;
import java.util.Arrays;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** One flat picture of the points, with lines from the one under the pointer to its neighbours among the codes. */
final class MapPane extends ScatterPane {
    /** Whether the card of the point under the pointer is drawn here. */
    enum Card {
        SHOWN,
        ELSEWHERE
    }

    /** How the view follows points that move. */
    enum Pace {
        STILL,
        CALM,
        WILD
    }

    private static final double GENTLY = 0.3;
    private static final double FLUNG = 0.015;

    private final PointDesk desk;
    private final OwnPlace own;
    private final Card cards;
    private Pace pace = Pace.STILL;

    MapPane(MapModel model, Appearance appearance, Card cards) {
        super(appearance);
        this.cards = cards;
        desk = model.points();
        own = model.own();
        setAccessibleText(Messages.text("map.scatter.tip"));
        hoveredProperty().bindBidirectional(desk.hoveredProperty());
        isolatedClassProperty().bindBidirectional(desk.isolatedProperty());
        Bindings.bindBidirectional(selectionProperty(), desk.selectionProperty());
        if (cards == Card.SHOWN) {
            // Small there would be no telling one image from the next.
            lookProperty().bind(model.lookProperty());
        }
        desk.cardProperty().addListener((observed, before, now) -> repaint());
        own.foundProperty().addListener((observed, before, now) -> repaint());
    }

    /** Shows other points, if they are others. */
    void show(ScatterPoints points, Pace newPace) {
        boolean landed = pace != newPace && newPace == Pace.STILL;
        pace = newPace;
        if (points != points() || landed) {
            points(points);
        }
    }

    @Override
    protected boolean key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return false;
        }
        switch (event.getCode()) {
            case LEFT, RIGHT, UP, DOWN -> walk(event.getCode());
            case ENTER, SPACE -> choose(hoveredProperty().get());
            case A -> selectionProperty().set(PointSelection.where(points().size(), this::isShownStrongly));
            case ESCAPE -> leave();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Points at another point, and moves the view where that lies outside. */
    private void walk(KeyCode arrow) {
        Viewport view = viewportProperty().get();
        int point = PointWalk.next(points(), view, hoveredProperty().get(), arrow, this::isShownStrongly);
        hoveredProperty().set(point);
        if (point >= 0) {
            double right = missing(view.screenX(points().x(point)), view.width());
            double down = missing(view.screenY(points().y(point)), view.height());
            if (right != 0 || down != 0) {
                viewportProperty().set(view.panned(right, down));
            }
        }
    }

    private static double missing(double at, double room) {
        return Math.max(MARGIN, Math.min(room - MARGIN, at)) - at;
    }

    private boolean isShownStrongly(int point) {
        int isolated = isolatedClassProperty().get();
        return isolated < 0 || points().classOf(point) == isolated;
    }

    /** Adds a point to the selection, or takes it out again. */
    private void choose(int chosen) {
        PointSelection before = selectionProperty().get();
        if (chosen >= 0) {
            selectionProperty()
                    .set(PointSelection.where(points().size(), point -> before.contains(point) != (point == chosen)));
        }
    }

    /** First the selection goes, then the card. */
    private void leave() {
        if (selectionProperty().get().isEmpty()) {
            hoveredProperty().set(-1);
        }
        selectionProperty().set(PointSelection.NONE);
    }

    @Override
    protected Viewport fitted(double width, double height) {
        Viewport all = super.fitted(width, height);
        Viewport now = viewportProperty().get();
        if (pace == Pace.STILL || points().size() == 0 || now.width() < 1) {
            return all;
        }
        Viewport goal = pace == Pace.WILD ? crowd(all) : all;
        double scale = Math.exp(mixed(Math.log(now.scale()), Math.log(goal.scale())));
        // From one order of magnitude to another there is nothing to see on the way.
        return Math.abs(Math.log(goal.scale() / now.scale())) > 2
                ? goal
                : new Viewport(
                        mixed(now.centreX(), goal.centreX()),
                        mixed(now.centreY(), goal.centreY()),
                        scale,
                        width,
                        height);
    }

    private static double mixed(double from, double to) {
        return from + GENTLY * (to - from);
    }

    /** The place of most points: a few that are flung out would make a speck of all others. */
    private Viewport crowd(Viewport all) {
        int n = points().size();
        double[] xs = new double[n];
        double[] ys = new double[n];
        for (int i = 0; i < n; i++) {
            xs[i] = points().x(i);
            ys[i] = points().y(i);
        }
        Arrays.sort(xs);
        Arrays.sort(ys);
        int skipped = (int) (n * FLUNG);
        double across = xs[n - 1 - skipped] - xs[skipped];
        double up = ys[n - 1 - skipped] - ys[skipped];
        double room = 0.15 * Math.max(across, up);
        Viewport most = Viewport.showing(
                xs[skipped] - room,
                ys[skipped] - room,
                xs[n - 1 - skipped] + room,
                ys[n - 1 - skipped] + room,
                all.width(),
                all.height(),
                MARGIN);
        return most.scale() > all.scale() ? most : all;
    }

    @Override
    protected void paintOver(Brush brush, Viewport view) {
        own.foundProperty()
                .get()
                .filter(found -> found.point() < points().size())
                .ifPresent(found -> own(brush, view, found));
        Optional<ImageCard> card = desk.cardProperty().get();
        if (card.isEmpty() || card.get().point() >= points().size()) {
            return;
        }
        double x = view.screenX(points().x(card.get().point()));
        double y = view.screenY(points().y(card.get().point()));
        for (ImageCard.Neighbour neighbour : card.get().neighbours()) {
            if (neighbour.point() < points().size()) {
                line(brush, view, neighbour, x, y);
            }
        }
        if (cards == Card.SHOWN) {
            new CardPainter(brush, card.get()).paint(x, y);
        }
    }

    /** A ring around the point with the nearest code, and beside it the image with what is said of it. */
    private void own(Brush brush, Viewport view, OwnPlace.Found found) {
        GraphicsContext g = brush.g();
        double x = view.screenX(points().x(found.point()));
        double y = view.screenY(points().y(found.point()));
        for (double line : new double[] {5, 2.5}) {
            g.setStroke(brush.color(line > 3 ? Token.GROUND : Token.SELECTION));
            g.setLineWidth(line);
            g.strokeOval(x - 9, y - 9, 18, 18);
        }
        if (cards == Card.SHOWN) {
            OwnMark.paint(brush, found, x, y);
        }
    }

    private void line(Brush brush, Viewport view, ImageCard.Neighbour neighbour, double x, double y) {
        GraphicsContext g = brush.g();
        double toX = view.screenX(points().x(neighbour.point()));
        double toY = view.screenY(points().y(neighbour.point()));
        g.setStroke(brush.color(Token.GROUND));
        g.setLineWidth(3.5);
        g.strokeLine(x, y, toX, toY);
        g.setStroke(brush.color(Token.INK));
        g.setLineWidth(1.5);
        g.strokeLine(x, y, toX, toY);
        g.setFill(brush.color(Token.INK));
        g.fillOval(toX - 5, toY - 5, 10, 10);
        g.setFill(brush.colors().ofClass(neighbour.label()));
        g.fillOval(toX - 3.5, toY - 3.5, 7, 7);
    }
}

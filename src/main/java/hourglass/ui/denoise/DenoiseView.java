package hourglass.ui.denoise;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.OwnImageModel;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Denoise: a slider for the noise, one image large before and after, the error over the level, images to pick from. */
public final class DenoiseView extends VBox {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final int SIDE = 28;
    private static final int LEAST = 308;
    private static final int MOST = 560;
    private static final double GAP = 32;
    /** Width of what stands beside the pair, in em; with less it stands below. */
    private static final double LEAST_BESIDE = 15;
    /** All that stands above and below the pair, at the base size of text. */
    private static final double AROUND = 356;

    private final DenoiseModel model;
    private final Appearance appearance;
    private final Label speed = new Label();
    private final Runnable afterLayout = this::painted;
    private final GridPane columns = new GridPane();
    private final DrawCanvas pair;
    private final ChoicesPane choices;
    private final VBox main;
    private final VBox side;
    private Optional<DenoisePictures> unpainted = Optional.empty();

    /**
     * Shows {@code model}, which computes only while its {@code shownProperty} says so; {@code own} makes images of one's
     * own.
     */
    public DenoiseView(DenoiseModel model, Appearance appearance, OwnImageModel own) {
        this.model = model;
        this.appearance = appearance;
        getStyleClass().addAll("view", "denoise-view");
        pair = new DrawCanvas(model, appearance);
        pair.setAccessibleText(Messages.text("denoise.draw.tip"));
        Region curve = new CurvePane(model, appearance).node();
        VBox.setVgrow(curve, Priority.ALWAYS);
        choices = new ChoicesPane(model, own);
        side = new VBox(16, curve, choices.node());
        main = new VBox(8, finding(), pair, new GalleryPane(model, appearance).node());
        // So that it shrinks with the window although the pair has a width.
        columns.setMinWidth(2 * LEAST);
        columns.setHgap(GAP);
        columns.setVgap(16);
        columns.add(main, 0, 0);
        columns.add(side, 1, 0);
        GridPane.setValignment(main, VPos.TOP);
        GridPane.setHgrow(side, Priority.ALWAYS);
        GridPane.setVgrow(main, Priority.ALWAYS);
        VBox.setVgrow(columns, Priority.ALWAYS);
        getChildren().addAll(speed(), new NoiseBar(model), columns);
        columns.widthProperty().addListener((observed, before, now) -> resize());
        appearance.textSizeProperty().addListener((observed, before, now) -> resize());
        model.picturesProperty().addListener((observed, before, now) -> unpainted = now);
        sceneProperty().addListener((observed, before, now) -> follow(before, now));
        resize();
    }

    private Label speed() {
        speed.setId("denoise-speed");
        speed.getStyleClass().addAll("soft", "small", "numbers");
        speed.setMinHeight(Region.USE_PREF_SIZE);
        speed.visibleProperty().bind(model.measuringProperty());
        speed.managedProperty().bind(model.measuringProperty());
        return speed;
    }

    private Node finding() {
        Label finding = new Label();
        finding.setId("denoise-finding");
        finding.getStyleClass().add("denoise-finding");
        finding.setWrapText(true);
        finding.setMinHeight(Region.USE_PREF_SIZE);
        finding.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Words.finding(
                                model.curvesProperty().get(),
                                model.levelProperty().get()),
                        model.curvesProperty(),
                        model.levelProperty()));
        finding.textProperty()
                .addListener((observed, before, now) -> finding.pseudoClassStateChanged(
                        WARNING,
                        Words.isNothingBetter(
                                model.curvesProperty().get(),
                                model.levelProperty().get())));
        Tips.add(finding, Messages.text("denoise.finding.tip"));
        return finding;
    }

    /**
     * Side of one of the two pictures: whole multiples of 28 beside room for the curve, within the height there is.
     *
     * @param width of the whole
     * @param height of what can be seen at once
     */
    static int side(double width, double height) {
        double curve = width >= 1200 ? 368 : width >= 1000 ? 300 : 224;
        double across = (width - DrawCanvas.GAP - GAP - curve) / 2;
        int fitting = SIDE * (int) Math.floor(Math.min(across, Math.max(LEAST, height - AROUND)) / SIDE);
        return Math.max(SIDE * 10, Math.min(MOST, fitting));
    }

    /** The curve goes below the pair where larger text leaves it no room beside it. */
    private void resize() {
        resize(columns.getWidth());
    }

    private void resize(double width) {
        if (width <= 0) {
            return;
        }
        double both = 2 * side(width, seen()) + DrawCanvas.GAP;
        pair.setMinWidth(both);
        pair.setPrefWidth(both);
        pair.setMaxWidth(both);
        // It never gives way: where the window is too low for it, one scrolls.
        pair.setMinHeight(USE_PREF_SIZE);
        double room = width - Math.max(both, main.minWidth(-1)) - GAP;
        boolean beside = room >= Math.max(LEAST_BESIDE * appearance.em(), side.minWidth(-1));
        choices.wordyProperty().set(width >= 1200 || !beside);
        GridPane.setConstraints(side, beside ? 1 : 0, beside ? 0 : 1);
    }

    /** Nothing of it gives way to a low window: one scrolls. */
    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    /** What stands where depends on the width, and the height on that. */
    @Override
    protected double computePrefHeight(double width) {
        resize(width - snappedLeftInset() - snappedRightInset());
        return super.computePrefHeight(width);
    }

    /** Height of the window's stage for views, or of the whole where there is none. */
    private double seen() {
        for (Node above = getParent(); above != null; above = above.getParent()) {
            if (above instanceof ScrollPane stage) {
                return stage.getHeight();
            }
        }
        return getHeight();
    }

    private void follow(Scene before, Scene now) {
        if (before != null) {
            before.removePostLayoutPulseListener(afterLayout);
        }
        if (now != null) {
            now.addPostLayoutPulseListener(afterLayout);
            now.heightProperty().addListener((observed, old, height) -> resize());
            resize();
        }
    }

    /** Drawings are painted while they are laid out, so that at the end of that every picture is on its canvas. */
    private void painted() {
        if (unpainted.isPresent() && model.measuringProperty().get()) {
            long moved = unpainted.get().question().movedAt();
            if (moved != 0) {
                model.meter().painted(moved, System.nanoTime());
                speed.setText(model.meter().inWords());
            }
        }
        unpainted = Optional.empty();
    }

    /** What can be saved from this view. */
    public List<Exportable> exports() {
        return DenoiseExports.of(model);
    }
}

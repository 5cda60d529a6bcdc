package hourglass.ui.reconstruct;

import hourglass.core.color.Token;
import hourglass.session.measure.Compression;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.reconstruct.CompressionModel.Measured;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The compression meter: bytes of the code against those of the image, and what few bits cost. */
final class CompressionPane {
    private final CompressionModel model;
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Row image;
    private final Row zlib;
    private final Row code;
    private final Row pca;
    private final VBox pane;

    /** A way to keep an image: its bytes to scale, and how wrong what comes back is. */
    private static final class Row {
        private final Label bytes = number();
        private final Label error = number();
        private final Label psnr = number();
        private final BytesBar bar;

        Row(GridPane grid, int row, String name, BytesBar bar) {
            this.bar = bar;
            Label words = new Label(name);
            words.setMinWidth(Region.USE_PREF_SIZE);
            words.getStyleClass().add("soft");
            grid.addRow(row, words, bar, bytes, error, psnr);
        }

        private static Label number() {
            Label label = new Label();
            label.setMinWidth(Region.USE_PREF_SIZE);
            return label;
        }

        void show(double size, double most) {
            bar.show(most > 0 ? size / most : 0);
            bytes.setText(
                    size > 0
                            ? Messages.text("reconstruct.meter.bytes", Counts.spaced(Math.round(size)))
                            : Words.COMING);
        }

        void wrong(Optional<Double> made, String missing) {
            error.setText(made.map(Words::error).orElse(missing));
            psnr.setText(
                    made.map(known -> Words.decibels(Compression.psnr(known))).orElse(""));
        }
    }

    /** A bar as long as its share of the most. */
    static final class BytesBar extends CanvasPane {
        private final Token color;
        private double share;

        BytesBar(Appearance appearance, Token color) {
            super(appearance);
            this.color = color;
            setMinSize(48, 12);
            setPrefSize(160, 12);
            setMaxHeight(12);
        }

        void show(double ofMost) {
            share = Math.max(0, Math.min(1, ofMost));
            repaint();
        }

        @Override
        protected void paint(Brush brush) {
            brush.g().setFill(brush.color(color));
            double wide = share > 0 ? Math.max(3, Math.rint(share * brush.width())) : 0;
            brush.roundRect(0, 1, wide, brush.height() - 2, 2);
        }
    }

    CompressionPane(CompressionModel model, Appearance appearance) {
        this.model = model;
        title.getStyleClass().add("headline");
        detail.getStyleClass().add("soft");
        FlowPane head = new FlowPane(10, 0, title, detail);
        head.setRowValignment(VPos.BASELINE);
        GridPane rows = new GridPane();
        rows.getStyleClass().add("meter-rows");
        rows.getColumnConstraints()
                .addAll(column(HPos.LEFT), bars(), column(HPos.RIGHT), column(HPos.RIGHT), column(HPos.RIGHT));
        image = new Row(rows, 0, Messages.text("reconstruct.meter.image"), new BytesBar(appearance, Token.INK_FAINT));
        zlib = new Row(rows, 1, Messages.text("reconstruct.meter.zlib"), new BytesBar(appearance, Token.INK_FAINT));
        code = new Row(rows, 2, Messages.text("reconstruct.meter.code"), new BytesBar(appearance, Token.ACCENT));
        pca = new Row(rows, 3, Messages.text("reconstruct.row.pca"), new BytesBar(appearance, Token.CURVE_PCA));
        code.bytes.getStyleClass().add("code-title");
        pane = new VBox(head, slider(), rows);
        pane.setId("reconstruct-meter");
        pane.getStyleClass().add("reconstruct-meter");
        Tips.add(title, Messages.text("reconstruct.meter.tip"));
        Tips.add(rows, Messages.text("reconstruct.meter.rows.tip"));
        model.measuredProperty().addListener((observed, before, now) -> show());
        model.levelProperty().addListener((observed, before, now) -> show());
        show();
    }

    Region node() {
        return pane;
    }

    private static ColumnConstraints column(HPos side) {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(side);
        return column;
    }

    private static ColumnConstraints bars() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private Node slider() {
        Slider slider = new Slider(1, Compression.FLOAT, model.levelProperty().get());
        slider.setId("reconstruct-bits");
        slider.getStyleClass().add("reconstruct-bits");
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(1);
        slider.setSnapToTicks(true);
        slider.setShowTickLabels(true);
        slider.setLabelFormatter(new StringConverter<>() {
            @Override
            public String toString(Double level) {
                return level >= Compression.FLOAT
                        ? Messages.text("reconstruct.meter.float")
                        : Integer.toString(level.intValue());
            }

            @Override
            public Double fromString(String words) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        slider.setAccessibleText(Messages.text("reconstruct.meter.slider"));
        slider.valueProperty()
                .addListener((observed, before, now) -> model.levelProperty().set((int) Math.round(now.doubleValue())));
        model.levelProperty().addListener((observed, before, now) -> {
            if (Math.round(slider.getValue()) != now.intValue()) {
                slider.setValue(now.intValue());
            }
        });
        return slider;
    }

    private void show() {
        Measured now = model.measuredProperty().get();
        int level = model.levelProperty().get();
        int bytes = Compression.bytes(now.numbers(), level);
        double most = Math.max(now.pixels(), bytes);
        title.setText(now.pixels() == 0 ? Words.COMING : Words.smaller((double) now.pixels() / bytes));
        detail.setText(
                level == Compression.FLOAT
                        ? Messages.text("reconstruct.meter.with-float")
                        : Messages.text(
                                level == 1 ? "reconstruct.meter.with-bit" : "reconstruct.meter.with-bits", level));
        image.show(now.pixels(), most);
        image.error.setText(Messages.text("reconstruct.meter.error"));
        image.psnr.setText(Messages.text("reconstruct.meter.psnr"));
        now.network().ifPresent(known -> zlib.show(known.zlibBytes(), most));
        zlib.error.setText(now.network().isPresent() ? Messages.text("reconstruct.meter.lossless") : Words.COMING);
        code.show(bytes, most);
        code.wrong(error(now.network(), level), Words.COMING);
        pca.show(bytes, most);
        pca.wrong(error(now.pca(), level), Words.COMING);
    }

    private static Optional<Double> error(Optional<Compression> made, int level) {
        return made.map(known -> known.error(level)).filter(error -> !error.isNaN());
    }
}

package hourglass.ui.reconstruct;

import hourglass.core.spec.ConvSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.VariationalSpec;
import hourglass.core.spec.Volume;
import hourglass.session.look.Look;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import hourglass.ui.pictures.CodeBars;
import hourglass.ui.pictures.CodeCells;
import hourglass.ui.pictures.CodeCells.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The code in its frame: a few numbers as bars, more as cells, those of a convolutional network as its feature maps. */
final class CodeTile {
    /** More bars than these say less than cells. */
    private static final int MOST_BARS = 16;

    final Label title = new Label(Messages.text("reconstruct.hero.code"));
    final Label detail = new Label();
    final Label caption = new Label();
    private final CodeCells cells;
    private final CodeBars bars;
    private final StackPane frame;
    private float[] code = new float[0];
    private Shape shape = Shape.folded(1);

    CodeTile(Appearance appearance) {
        cells = new CodeCells(appearance);
        bars = new CodeBars(appearance);
        frame = new StackPane(cells, bars);
        frame.setId("reconstruct-code");
        frame.getStyleClass().add("code-frame");
        title.getStyleClass().add("code-title");
        caption.getStyleClass().add("soft");
        caption.setWrapText(true);
        caption.setMinHeight(Region.USE_PREF_SIZE);
        cells.setAccessibleText(Messages.text("reconstruct.code.tip"));
        bars.setAccessibleText(Messages.text("reconstruct.code.tip"));
        Tips.add(title, Messages.text("reconstruct.code.tip"));
        cells.pointedProperty().addListener((observed, before, now) -> describe());
    }

    Region node() {
        return frame;
    }

    void clear() {
        show(new float[0], Optional.empty());
        detail.setText("");
        caption.setText("");
    }

    /** Of a network, or of principal component analysis. */
    void show(float[] numbers, Optional<Look> look) {
        code = numbers.clone();
        shape = look.map(known -> shape(known.experiment().model())).orElseGet(() -> Shape.folded(code.length));
        boolean few = code.length <= MOST_BARS && shape.maps() == 1;
        bars.setVisible(few);
        cells.setVisible(!few);
        bars.show(code);
        cells.show(code, shape);
        detail.setText(
                shape.maps() > 1
                        ? Messages.text(
                                "reconstruct.hero.maps",
                                Integer.toString(shape.maps()),
                                shape.rows() + "×" + shape.columns())
                        : Counts.numbers(code.length));
        describe();
    }

    static Shape shape(ModelSpec model) {
        return model.visit(new ModelSpec.Visitor<>() {
            @Override
            public Shape dense(DenseSpec spec) {
                return Shape.folded(spec.codeSize());
            }

            @Override
            public Shape convolutional(ConvSpec spec) {
                List<Volume> volumes = spec.volumes();
                Volume last = volumes.get(volumes.size() - 1);
                return spec.hasDenseCode()
                        ? Shape.folded(spec.codeSize())
                        : new Shape(last.channels(), last.height(), last.width());
            }

            @Override
            public Shape variational(VariationalSpec spec) {
                return Shape.folded(spec.codeSize());
            }
        });
    }

    private void describe() {
        int index = cells.pointedProperty().get();
        if (code.length == 0) {
            caption.setText("");
        } else if (index < 0 || index >= code.length) {
            caption.setText(range());
        } else if (shape.maps() > 1) {
            int place = index / shape.maps();
            caption.setText(Messages.text(
                    "reconstruct.code.cell",
                    Integer.toString(index % shape.maps() + 1),
                    Integer.toString(place / shape.columns() + 1),
                    Integer.toString(place % shape.columns() + 1),
                    number("%.2f", code[index])));
        } else {
            caption.setText(
                    Messages.text("reconstruct.code.number", Integer.toString(index + 1), number("%.2f", code[index])));
        }
    }

    private String range() {
        float least = code[0];
        float most = code[0];
        for (float value : code) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return Messages.text("reconstruct.code.range", number("%.1f", least), number("%.1f", most));
    }

    private static String number(String format, float value) {
        return String.format(Locale.ROOT, format, value).replace('-', '−');
    }
}

package hourglass.ui.data;

import hourglass.core.data.DataSet;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Messages;
import hourglass.ui.pictures.ImageGridView;
import java.util.List;
import java.util.Locale;
import javafx.scene.image.WritableImage;

/** The figures of this view, drawn for a file rather than for the window. */
final class DataFigures {
    private static final double MEANS_WIDTH = 608;

    private final DataModel model;
    private final ImageGridView samples;
    private final ImageGridView means;

    DataFigures(Appearance appearance, DataModel model, ImageGridView samples) {
        this.model = model;
        this.samples = samples;
        means = new ImageGridView(appearance).columns(5).scale(4).gap(12);
    }

    List<Exportable> exports() {
        String name = model.dataProperty().get().name().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return List.of(
                new Exportable.Picture(
                        Messages.text("data.samples"),
                        "samples-" + name + ".png",
                        this::drawSamples,
                        this::samplesCaption),
                new Exportable.Picture(
                        Messages.text("data.means"),
                        "class-means-" + name + ".png",
                        this::drawMeans,
                        this::meansCaption));
    }

    /** Without the mark around the chosen one, which means nothing on paper. */
    private WritableImage drawSamples(int scale) {
        int chosen = samples.selectedProperty().get();
        samples.selectedProperty().set(-1);
        try {
            return samples.drawAt(scale);
        } finally {
            samples.selectedProperty().set(chosen);
        }
    }

    private WritableImage drawMeans(int scale) {
        PartFacts facts = model.factsProperty().get();
        means.show(facts.means());
        means.captions(MeansPane.captions(facts, facts.means().count()));
        means.resize(MEANS_WIDTH, means.prefHeight(MEANS_WIDTH));
        return means.drawAt(scale);
    }

    private String samplesCaption() {
        DataSet data = model.dataProperty().get();
        SampleBrowser browser = model.samples();
        return Messages.text(
                "data.caption.samples",
                data.name(),
                DataWords.partInSentence(model.partProperty().get()),
                DataWords.position(browser.pageProperty().get()),
                DataWords.classes(data, browser.classes()),
                DataWords.order(browser.drawProperty().get()),
                DataWords.shortHash(data));
    }

    private String meansCaption() {
        DataSet data = model.dataProperty().get();
        PartFacts facts = model.factsProperty().get();
        return Messages.text(
                "data.caption.means",
                data.name(),
                model.partProperty().get() == Part.TEST
                        ? Counts.testImages(facts.seen())
                        : Counts.trainingImages(facts.seen()),
                DataWords.decimals(facts.mean(), 3),
                DataWords.decimals(facts.deviation(), 3),
                DataWords.shortHash(data));
    }
}

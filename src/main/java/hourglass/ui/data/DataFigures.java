package hourglass.ui.data;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.figures.TilesFigure;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The figures of this view as files. */
final class DataFigures {
    private static final int SAMPLES_IN_A_ROW = 10;
    private static final int MEANS_IN_A_ROW = 5;

    private DataFigures() {}

    static List<Exportable> of(DataModel model) {
        String name = model.dataProperty().get().name().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return List.of(
                new Exportable(Messages.text("data.samples"), "samples-" + name + ".png", () -> samples(model)),
                new Exportable(Messages.text("data.means"), "class-means-" + name + ".png", () -> means(model)));
    }

    private static Optional<TilesFigure> samples(DataModel model) {
        ImageSet images = model.samples().images();
        int[] shown = model.samples().pageProperty().get().images().stream()
                .mapToInt(Integer::intValue)
                .toArray();
        if (shown.length == 0) {
            return Optional.empty();
        }
        ImageBlock pixels = ImageBlock.copyOf(images.width(), images.height(), images.images(shown));
        return Optional.of(new TilesFigure(
                pixels,
                images.classNames(),
                place -> images.label(shown[place]),
                SAMPLES_IN_A_ROW,
                samplesCaption(model)));
    }

    private static Optional<TilesFigure> means(DataModel model) {
        PartFacts facts = model.factsProperty().get();
        return facts.means().count() == 0
                ? Optional.empty()
                : Optional.of(new TilesFigure(
                        facts.means().greys(),
                        facts.classNames(),
                        label -> label,
                        MEANS_IN_A_ROW,
                        meansCaption(model)));
    }

    private static String samplesCaption(DataModel model) {
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

    private static String meansCaption(DataModel model) {
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

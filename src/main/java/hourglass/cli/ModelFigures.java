package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.metric.Clipping;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Loss;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.imaging.CurveFigure;
import hourglass.imaging.Figure;
import hourglass.imaging.FigureCaption;
import hourglass.imaging.FigureStyle;
import hourglass.imaging.PngWriter;
import hourglass.imaging.ReconstructionFigure;
import hourglass.imaging.SampleGridFigure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/** Every figure of one network as PNG: samples of its data, its reconstructions, its curve. */
final class ModelFigures {
    private static final int SCALE = 2;
    private static final int SAMPLES_PER_CLASS = 10;
    private static final BooleanSupplier NEVER = () -> false;

    private final Path folder;
    private final LinearBaseline baseline;

    ModelFigures(Path folder, LinearBaseline baseline) {
        this.folder = folder;
        this.baseline = baseline;
    }

    void write(ModelSnapshot snapshot, Network network, DataSet data, PrintWriter terminal) throws IOException {
        Experiment experiment = snapshot.experiment();
        String caption = new FigureCaption(
                        experiment.model().describe(), snapshot.progress().epochs(), experiment.seed(), data.name())
                .line();
        save("samples.png", new SampleGridFigure(data.test(), SAMPLES_PER_CLASS, 7, data.name()), terminal);
        PcaBasis basis = baseline.basis();
        int components = Math.min(experiment.model().codeSize(), basis.maxComponents());
        save("reconstruction.png", reconstruction(network, data.test(), basis, components, caption), terminal);
        if (!snapshot.history().isEmpty()) {
            save("curve.png", curve(snapshot, data, basis, components, caption), terminal);
        }
    }

    private void save(String name, Figure figure, PrintWriter terminal) throws IOException {
        Path file = folder.resolve(name);
        PngWriter.write(file, figure, FigureStyle.light(), SCALE);
        terminal.println("Saved " + file);
    }

    private static Figure reconstruction(
            Network network, ImageSet test, PcaBasis basis, int components, String caption) {
        int[] chosen = oneOfEachClass(test);
        float[] originals = test.images(chosen);
        return ReconstructionFigure.ofModel(
                test.width(),
                test.height(),
                originals,
                network.reconstruct(originals, chosen.length),
                basis.reconstruct(originals, chosen.length, components, Clipping.UNIT_RANGE),
                String.format(Locale.ROOT, "PCA, %d numbers", components),
                caption);
    }

    private static int[] oneOfEachClass(ImageSet test) {
        List<Integer> chosen = new ArrayList<>();
        boolean[] seen = new boolean[test.classCount()];
        for (int i = 0; i < test.size(); i++) {
            if (!seen[test.label(i)]) {
                seen[test.label(i)] = true;
                chosen.add(i);
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Figure curve(ModelSnapshot snapshot, DataSet data, PcaBasis basis, int components, String caption) {
        Loss loss = snapshot.experiment().model().loss();
        List<EpochResult> history = snapshot.history();
        double[] epochs = column(history, EpochResult::epoch);
        CurveFigure figure = new CurveFigure("epoch", loss.words() + " per pixel", CurveFigure.Axis.LINEAR, caption)
                .withTraining("Training", epochs, column(history, EpochResult::trainLoss))
                .withPoints("Validation", epochs, column(history, EpochResult::validationLoss));
        if (loss != Loss.MEAN_SQUARED_ERROR) {
            return figure;
        }
        double error = basis.meanSquaredError(data.test(), components, Clipping.NONE, NEVER);
        return figure.withConstant(String.format(Locale.ROOT, "PCA, %d numbers", components), error);
    }

    private static double[] column(List<EpochResult> history, ToDoubleFunction<EpochResult> value) {
        return history.stream().mapToDouble(value).toArray();
    }
}

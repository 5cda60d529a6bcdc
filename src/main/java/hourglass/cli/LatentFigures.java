package hourglass.cli;

import hourglass.core.data.ImageSet;
import hourglass.core.latent.GaussianQuantiles;
import hourglass.core.latent.LatentGrid;
import hourglass.engine.train.Evaluation;
import hourglass.figures.FigureAxes;
import hourglass.figures.ManifoldFigure;
import hourglass.figures.ScatterData;
import hourglass.figures.ScatterFigure;
import hourglass.figures.Tables;
import java.io.IOException;
import java.util.Arrays;

/** The space of codes: for two numbers its whole plane, for more class directions, and ways where the space has no gaps. */
final class LatentFigures {
    private static final int GRID = 20;
    /** Of the codes of a plain network, which know no prior; beyond lie stragglers. */
    private static final double SHARE_OUTSIDE = 0.02;

    private final FigureSubject subject;
    private final FigureFolder figures;

    LatentFigures(FigureSubject subject, FigureFolder figures) {
        this.subject = subject;
        this.figures = figures;
    }

    void write() throws IOException {
        boolean plane = subject.network().spec().codeSize() == 2;
        boolean variational = subject.network().spec().isVariational();
        float[] codes = Evaluation.codes(subject.network(), subject.test(), subject.cancelled());
        subject.check();
        if (subject.network().spec().codeSize() > 2) {
            new DirectionFigure(subject, figures, codes).write();
        }
        new DiceFigures(subject, figures, codes).write();
        if (!plane && !variational) {
            return;
        }
        if (plane) {
            writeScatter(codes, variational);
            writeManifold(codes, variational);
        }
        new PathFigures(subject, figures, codes).write();
        if (variational) {
            new TraversalFigure(subject, figures).write();
        }
    }

    private void writeScatter(float[] codes, boolean variational) throws IOException {
        ImageSet test = subject.test();
        int[] indices = new int[test.size()];
        Arrays.setAll(indices, i -> i);
        figures.save("scatter.csv", Tables.points(test, indices, codes, subject.origin()));
        ScatterData points = new ScatterData(codes, subject.labels(), test.classNames());
        ScatterFigure figure = ScatterFigure.of(points, FigureAxes.CODE, subject.origin());
        figures.save("scatter.png", variational ? figure.withPrior() : figure);
    }

    private void writeManifold(float[] codes, boolean variational) throws IOException {
        double[] xs = variational ? GaussianQuantiles.at(GRID) : spread(codes, 0);
        double[] ys = variational ? GaussianQuantiles.at(GRID) : spread(codes, 1);
        String caption = subject.origin()
                .line(
                        variational
                                ? "decoded at the Gaussian quantiles 0.05 … 0.95"
                                : "decoded at even steps over the middle 96 % of the test codes");
        figures.save(
                "manifold.png",
                new ManifoldFigure(subject.decoded(LatentGrid.codes(xs, ys)), xs, ys, FigureAxes.CODE, caption));
    }

    /** Even places over the middle of one number of the codes. */
    private static double[] spread(float[] codes, int axis) {
        float[] values = new float[codes.length / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = codes[2 * i + axis];
        }
        Arrays.sort(values);
        int outside = (int) (values.length * SHARE_OUTSIDE);
        double low = values[outside];
        double high = values[values.length - 1 - outside];
        double[] places = new double[GRID];
        Arrays.setAll(places, i -> low + (high - low) * i / (GRID - 1));
        return places;
    }
}

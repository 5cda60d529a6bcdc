package hourglass.cli;

import hourglass.core.latent.CodeGaussian;
import hourglass.core.latent.CodeSample;
import hourglass.engine.train.Posteriors.Divergence;
import hourglass.figures.DiceFigure;
import hourglass.figures.Tables;
import hourglass.session.ask.Portion;
import hourglass.session.measure.Dice;
import hourglass.session.measure.KlMeasuring;
import java.io.IOException;

/** New garments drawn from the prior, or from a normal distribution fitted to a plain network's codes; and the KL of each number. */
final class DiceFigures {
    private static final long SEED = 12;

    private final FigureSubject subject;
    private final FigureFolder figures;
    private final float[] codes;

    /** With the codes of all test images, {@code [n × codeSize]}. */
    DiceFigures(FigureSubject subject, FigureFolder figures, float[] codes) {
        this.subject = subject;
        this.figures = figures;
        this.codes = codes;
    }

    void write() throws IOException {
        int dimension = subject.network().spec().codeSize();
        boolean variational = subject.network().spec().isVariational();
        CodeGaussian from = variational ? CodeGaussian.standard(dimension) : CodeGaussian.fitted(codes, dimension);
        Dice dice = new Dice(subject.data().train(), from, 1, SEED);
        Dice.Thrown thrown = Portion.all(() -> dice.apply(subject.network()), subject.cancelled());
        String source = variational ? "drawn from N(0, 1)" : "drawn from a normal distribution fitted to the codes";
        figures.save(
                "dice.png",
                new DiceFigure(
                        thrown,
                        subject.data().train(),
                        subject.origin()
                                .line(source + ", seed " + SEED + "; below each the nearest training image and"
                                        + " the mean squared error between the two")));
        figures.save("dice.csv", Tables.dice(thrown, subject.data().train(), SEED, subject.origin()));
        if (variational) {
            figures.save("kl.csv", Tables.kl(divergence(subject), subject.origin()));
        }
    }

    /** Mean over all test images. */
    static Divergence divergence(FigureSubject subject) {
        int size = subject.test().size();
        KlMeasuring measuring = new KlMeasuring(subject.test(), CodeSample.spread(size, size));
        return Portion.all(() -> measuring.apply(subject.network()), subject.cancelled());
    }
}

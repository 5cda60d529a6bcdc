package hourglass.cli;

import hourglass.core.data.ImageSet;
import hourglass.figures.Tables;
import hourglass.figures.UnitsFigure;
import hourglass.figures.WalkFigure;
import hourglass.session.measure.NetworkInput;
import hourglass.session.measure.UnitMeasuring;
import hourglass.session.measure.Units;
import hourglass.session.measure.Walk;
import hourglass.session.measure.WalkStage;
import java.io.IOException;

/** What the network is inside: every layer of one image, and a picture and a price for each number of the code. */
final class InsideFigures {
    /** Of Fashion-MNIST an ankle boot. */
    private static final int CLASS = 9;

    private static final long DRAW_SEED = 1;

    private final FigureSubject subject;
    private final FigureFolder figures;
    private final NetworkInput input;

    InsideFigures(FigureSubject subject, FigureFolder figures) {
        this.subject = subject;
        this.figures = figures;
        input = new NetworkInput(subject.experiment().noise());
    }

    void write() throws IOException {
        subject.check();
        figures.save("activations.png", activations());
        figures.say("Measuring what each number of the code costs …");
        Units units = new UnitMeasuring(subject.provenance(), subject.test(), input)
                .all(subject.network(), subject.cancelled());
        figures.save(
                "units.png",
                new UnitsFigure(units, subject.test().width(), subject.origin().line(units.words())));
        figures.save("units.csv", Tables.units(units, subject.test(), subject.origin()));
    }

    private WalkFigure activations() {
        ImageSet test = subject.test();
        int image = imageOf(test);
        float[] given = input.of(test, new int[] {image});
        Walk walk = Walk.of(subject.network(), subject.snapshot(), test.image(image), given, DRAW_SEED);
        String name = test.className(image);
        return new WalkFigure(
                walk,
                WalkStage.of(walk, test.width(), test.height()),
                input.isNoisy() ? "Noisy " + name : name,
                subject.origin().line("test image " + image + " (" + name + ")"));
    }

    private static int imageOf(ImageSet test) {
        for (int image = 0; image < test.size(); image++) {
            if (test.label(image) == Math.min(CLASS, test.classCount() - 1)) {
                return image;
            }
        }
        return 0;
    }
}

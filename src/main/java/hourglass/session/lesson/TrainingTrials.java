package hourglass.session.lesson;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.metric.Clipping;
import hourglass.core.spec.Activation;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.core.spec.TrainingSpec;
import hourglass.engine.train.Evaluation;
import hourglass.engine.train.Step;
import hourglass.engine.train.TrainingRun;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What has to be trained to be measured: the first network of the lesson, or one almost like it. */
final class TrainingTrials {
    private TrainingTrials() {}

    private static Experiment first(DataSet data) {
        return Preset.DENSE_64.experiment(
                new DataSpec(data.name(), data.fingerprint()),
                data.train().width(),
                data.train().height(),
                TrialSubject.SEED);
    }

    static Measured shuffledLabels(TrialSubject subject) {
        DataSet data = subject.data();
        List<Integer> order = IntStream.range(0, data.train().size()).boxed().collect(Collectors.toList());
        Collections.shuffle(order, new Random(TrialSubject.SEED));
        ImageSet train = data.train();
        byte[] labels = train.labels();
        byte[] shuffled = new byte[labels.length];
        int moved = 0;
        for (int i = 0; i < shuffled.length; i++) {
            shuffled[i] = labels[order.get(i)];
            moved += shuffled[i] == labels[i] ? 0 : 1;
        }
        ImageSet relabelled =
                ImageSet.of(train.width(), train.height(), train.rawPixels(), shuffled, train.classNames());
        int batches = subject.count("batches", 100_000);
        double error = afterBatches(subject, data, batches, 0);
        double other = afterBatches(
                subject,
                new DataSet(data.name(), data.location(), data.origin(), data.sha256(), relabelled, data.test()),
                batches,
                0.5);
        return new Measured.Findings()
                .number("difference", Math.abs(error - other))
                .number("error", error)
                .number("shuffled", other)
                .number("moved", (double) moved / shuffled.length)
                .number("batches", batches)
                .on(batches + " batches of 32, " + subject.images(data.test().size()), TrialSubject.SEED);
    }

    private static double afterBatches(TrialSubject subject, DataSet data, int batches, double begun) {
        try (TrainingRun run = TrainingRun.start(subject.factory(), first(data), data)) {
            for (int i = 0; i < batches; i++) {
                if (run.step().end() == Step.End.OF_EPOCH) {
                    run.finishEpoch(subject.cancelled());
                }
                subject.done(begun + 0.5 * i / batches);
            }
            return Evaluation.meanSquaredError(run.network(), data.test(), subject.cancelled());
        }
    }

    /** Epochs until {@code enough}, with a look after each; gives the errors on the test images. */
    private static List<Double> epochs(TrialSubject subject, Experiment experiment) {
        int epochs = experiment.training().epochs();
        try (TrainingRun run = TrainingRun.start(subject.factory(), experiment, subject.data())) {
            while (run.progress().epochs() < epochs) {
                if (run.step().end() == Step.End.OF_EPOCH) {
                    run.finishEpoch(subject.cancelled());
                }
                subject.done(
                        (run.progress().epochs() + (double) run.progress().batch() / run.batchesPerEpoch()) / epochs);
            }
            return run.history().stream().map(result -> result.validationLoss()).toList();
        }
    }

    static Measured linearCode(TrialSubject subject) {
        Experiment usual = first(subject.data());
        DenseSpec linear = ((DenseSpec) usual.model()).withCodeActivation(Activation.LINEAR);
        int epochs = subject.count("epochs", 100);
        Experiment experiment = usual.withModel(linear)
                .withTraining(new TrainingSpec(
                        epochs, subject.count("batch", 4096), usual.training().learningRate()));
        double error = last(epochs(subject, experiment));
        double pca = ReconstructionTrials.pca(subject, linear.codeSize(), Clipping.NONE);
        return new Measured.Findings()
                .number("error", error)
                .number("pca", pca)
                .number("pca-clipped", ReconstructionTrials.pca(subject, linear.codeSize(), Clipping.UNIT_RANGE))
                .number("ratio", error / pca)
                .number("epochs", epochs)
                .on(subject.images(subject.test().size()), TrialSubject.SEED);
    }

    private static double last(List<Double> errors) {
        return errors.get(errors.size() - 1);
    }

    static Measured race(TrialSubject subject) {
        Experiment usual = first(subject.data());
        int most = subject.count("epochs", 100);
        List<Double> errors =
                epochs(subject, usual.withTraining(usual.training().withEpochs(most)));
        int size = usual.model().codeSize();
        double pca = ReconstructionTrials.pca(subject, size, Clipping.NONE);
        double clipped = ReconstructionTrials.pca(subject, size, Clipping.UNIT_RANGE);
        int crossed = firstBelow(errors, pca);
        return new Measured.Findings()
                .number("epoch", crossed)
                .number("first", errors.get(0))
                .number("before", errors.get(Math.max(0, Math.min(crossed, errors.size()) - 2)))
                .number("error", errors.get(Math.min(crossed, errors.size()) - 1))
                .number("pca", pca)
                .number("pca-clipped", clipped)
                .number("clipped-epoch", firstBelow(errors, clipped))
                .on(subject.images(subject.test().size()), TrialSubject.SEED);
    }

    /** Number of the first epoch below a line; one more than there are where none is. */
    private static int firstBelow(List<Double> errors, double line) {
        return 1 + (int) errors.stream().takeWhile(error -> !(error < line)).count();
    }
}

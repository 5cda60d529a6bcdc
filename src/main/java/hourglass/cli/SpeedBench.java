package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.SpeedProbe;
import hourglass.engine.train.Evaluation;
import hourglass.engine.train.Step;
import hourglass.engine.train.TrainingRun;
import hourglass.session.concurrent.CancelToken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;

/**
 * Measures training speed as it is met in training, batches and noise included, beside stock DL4J on ready-made batches.
 * Both run in turns, so that what else the machine does falls on both alike.
 */
final class SpeedBench {
    private static final int SLICES = 5;
    private static final int PEAKS = 3;
    /** By then a network has chosen its lanes. */
    private static final int WARM_UP_STEPS = 60;

    /** What is measured beside our own networks. */
    enum Rivals {
        NONE,
        /** DL4J's own layers, where it has them. */
        STOCK
    }

    private final NetworkFactory networks;
    private final Rivals rivals;
    private final SpeedProbe probe;
    private final DataSet data;
    private final Executor feeder;
    private final CancelToken token;
    private final double peak;

    SpeedBench(NetworkFactory networks, Rivals rivals, DataSet data, Executor feeder, CancelToken token) {
        this.networks = networks;
        this.rivals = rivals;
        this.data = data;
        this.feeder = feeder;
        this.token = token;
        probe = networks.probe();
        double best = 0;
        for (int i = 0; i < PEAKS; i++) {
            best = Math.max(best, probe.peak());
        }
        peak = best;
    }

    /** Floating point operations per second that one thread was seen to do: the best of three. */
    double peak() {
        return peak;
    }

    /** What computes our networks, in words. */
    String kernels() {
        return probe.kernels();
    }

    /** Something that trains one batch and says how many images it had. */
    private interface Racer {
        int step();
    }

    /**
     * Measures one network for about {@code seconds}, after warming up for at least half as long.
     *
     * @throws CancellationException where the command was interrupted
     */
    SpeedRow measure(Experiment experiment, double seconds) {
        try (TrainingRun run = TrainingRun.start(networks, experiment, data, feeder)) {
            Optional<SpeedProbe.Stock> stock = rivals == Rivals.NONE ? Optional.empty() : probe.stock(experiment);
            try {
                List<Racer> racers = new ArrayList<>(List.of(() -> step(run)));
                stock.ifPresent(network -> racers.add(racer(network, experiment)));
                double[] rates = race(racers, seconds);
                double share = rates[0] * trainingOperations(experiment.model()) / peak;
                return new SpeedRow(
                        experiment.preset(),
                        experiment.training().batchSize(),
                        networks.threads(),
                        rates[0],
                        share,
                        rates.length > 1 ? OptionalDouble.of(rates[1]) : OptionalDouble.empty());
            } finally {
                stock.ifPresent(SpeedProbe.Stock::close);
            }
        }
    }

    private static int step(TrainingRun run) {
        Step step = run.step();
        if (step.end() == Step.End.OF_EPOCH) {
            // Only turns the page; the test images are another matter.
            run.finishEpoch(() -> true);
        }
        return step.samples();
    }

    private Racer racer(SpeedProbe.Stock network, Experiment experiment) {
        int n = Math.min(experiment.training().batchSize(), data.train().size());
        int[] first = new int[n];
        Arrays.setAll(first, i -> i);
        float[] clean = data.train().images(first);
        float[] inputs = Evaluation.spoilt(clean, data.train(), experiment.noise(), 0);
        return () -> {
            network.fit(inputs, clean, n);
            return n;
        };
    }

    /** Median rate of each racer in images per second. */
    private double[] race(List<Racer> racers, double seconds) {
        double slice = seconds / (SLICES * racers.size());
        double[][] rates = new double[racers.size()][SLICES];
        for (Racer racer : racers) {
            rate(racer, seconds / (2 * racers.size()));
        }
        for (int i = 0; i < WARM_UP_STEPS; i++) {
            token.throwIfCancelled();
            racers.get(0).step();
        }
        for (int s = 0; s < SLICES; s++) {
            for (int r = 0; r < rates.length; r++) {
                rates[r][s] = rate(racers.get(r), slice);
            }
        }
        return Arrays.stream(rates).mapToDouble(SpeedBench::median).toArray();
    }

    /** Images per second over at least one step and about {@code seconds}. */
    private double rate(Racer racer, double seconds) {
        long start = System.nanoTime();
        long samples = 0;
        double passed;
        do {
            token.throwIfCancelled();
            samples += racer.step();
            passed = (System.nanoTime() - start) * 1e-9;
        } while (passed < seconds);
        return samples / passed;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /**
     * Floating point operations of one training step for one image: each layer's product once forward, once for the
     * gradient of its weights and once for that of its input, which the first layer needs none of; a multiplication and
     * an addition each.
     */
    static long trainingOperations(ModelSpec model) {
        List<LayerSpec> layers = model.layers();
        long forward = layers.stream().mapToLong(LayerSpec::multiplications).sum();
        return 2 * (3 * forward - layers.get(0).multiplications());
    }
}

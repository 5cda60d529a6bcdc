package hourglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.SpeedProbe;
import hourglass.engine.model.TrainableNetwork;
import hourglass.session.concurrent.Lazy;
import hourglass.testing.Engines;
import hourglass.testing.ExpectedLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    private static final Lazy<NetworkFactory> REAL = new Lazy<>(Engines::networks);

    @TempDir
    Path folder;

    /** Our networks beside a stock that only counts, and for variational ones none. */
    private static final class Probed implements NetworkFactory, SpeedProbe {
        final List<Integer> fitted = new ArrayList<>();
        int closed;

        @Override
        public TrainableNetwork trainable(Experiment experiment) {
            return REAL.get().trainable(experiment);
        }

        @Override
        public Network evaluator(ModelSpec spec) {
            return REAL.get().evaluator(spec);
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public SpeedProbe probe() {
            return this;
        }

        @Override
        public double peak() {
            return 1e15;
        }

        @Override
        public String kernels() {
            return "an abacus";
        }

        @Override
        public Optional<Stock> stock(Experiment experiment) {
            if (experiment.model().isVariational()) {
                return Optional.empty();
            }
            return Optional.of(new Stock() {
                @Override
                public void fit(float[] inputs, float[] targets, int n) {
                    assertEquals(n * 784, inputs.length);
                    assertEquals(experiment.noise().isNoisy(), !java.util.Arrays.equals(inputs, targets));
                    fitted.add(n);
                }

                @Override
                public void close() {
                    closed++;
                }
            });
        }
    }

    @Test
    void eachPresetAndBatchIsALineAndARow() throws Exception {
        Probed probed = new Probed();
        CommandLab lab = new CommandLab(folder, () -> probed);
        lab.succeeds("bench --preset dense-64 --preset denoise-64 --preset vae-2 --batch 16,48 --seconds 0.05 --json "
                + lab.path("out/speed.json"));
        assertEquals(
                6,
                lab.out().lines().filter(line -> line.contains(" samples/s ")).count(),
                lab.out());
        assertTrue(lab.out().contains(" cores; peak of one of them 1000000.0 GFLOP/s; kernels: an abacus"), lab.out());
        assertTrue(lab.out().contains("1 thread  stock DL4J has no such network"), lab.out());
        JsonNode json = new ObjectMapper().readTree(lab.path("out/speed.json").toFile());
        assertEquals(6, json.at("/rows").size());
        JsonNode row = json.at("/rows/1");
        assertEquals("dense-64", row.at("/preset").textValue());
        assertEquals(48, row.at("/batch").intValue());
        double rate = row.at("/samplesPerSecond").doubleValue();
        assertEquals(48_000 / rate, row.at("/millisecondsPerStep").doubleValue(), 1e-9);
        // Two layers, each forward and for its weights, the second for its input as well; two operations each.
        assertEquals(rate * 2 * 5 * 784 * 64 / 1e15, row.at("/shareOfPeak").doubleValue(), 1e-12);
        assertEquals(
                rate / row.at("/stockSamplesPerSecond").doubleValue(),
                row.at("/ratio").doubleValue(),
                1e-9);
        assertFalse(json.at("/rows/5").has("ratio"));
        assertTrue(probed.fitted.contains(16) && probed.fitted.contains(48));
        assertEquals(4, probed.closed);
    }

    @Test
    void aloneNothingIsMeasuredBeside() {
        Probed probed = new Probed();
        CommandLab lab = new CommandLab(folder, () -> probed);
        lab.succeeds("bench --alone --preset dense-64 --batch 16 --seconds 0.05");
        assertFalse(lab.out().contains("stock"), lab.out());
        assertTrue(lab.out().contains(" samples/s "), lab.out());
        assertEquals(0, probed.closed);
    }

    @Test
    void slipsAreRefused() {
        CommandLab lab = new CommandLab(folder, Probed::new);
        assertEquals(2, lab.run("bench --seconds 0"));
        assertEquals(2, lab.run("bench --seconds -1"));
        assertEquals(2, lab.run("bench --batch 0"));
        assertEquals(2, lab.run("bench --batch many"));
        assertEquals(2, lab.run("bench --preset dense-65"));
        assertEquals(2, lab.run("bench --json " + folder));
        assertFalse(lab.out().contains("peak"), lab.out());
    }

    @Test
    void networksWithoutAProbeSaySo() {
        NetworkFactory bare = new NetworkFactory() {
            @Override
            public TrainableNetwork trainable(Experiment experiment) {
                throw new IllegalStateException();
            }

            @Override
            public Network evaluator(ModelSpec spec) {
                throw new IllegalStateException();
            }

            @Override
            public int threads() {
                return 1;
            }
        };
        try (ExpectedLog log = ExpectedLog.of(HourglassCommand.class)) {
            assertEquals(1, new CommandLab(folder, () -> bare).run("bench --preset dense-64"));
            log.assertSaid("These networks have no speed to compare with.");
        }
    }

    @Test
    void memoryIsReadWhereLinuxTellsIt() throws Exception {
        String status = "Name:\tjava\nVmHWM:\t  210332 kB\nVmRSS:\t  200000 kB\n";
        assertEquals(200_000L * 1024, ResidentMemory.bytes("VmRSS", status).orElseThrow());
        assertEquals(210_332L * 1024, ResidentMemory.bytes("VmHWM", status).orElseThrow());
        assertTrue(ResidentMemory.bytes("VmRSS", "VmRSS:\tmuch kB\n").isEmpty());
        assertEquals(
                Files.isReadable(Path.of("/proc/self/status")),
                ResidentMemory.now().isPresent());
    }
}

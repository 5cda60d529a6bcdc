package hourglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.ConvSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.Preset;
import hourglass.core.spec.VariationalSpec;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.store.ModelStore;
import hourglass.engine.store.Report;
import hourglass.engine.store.ReportJson;
import hourglass.engine.train.Evaluation;
import hourglass.engine.train.Step;
import hourglass.engine.train.TrainingRun;
import hourglass.session.concurrent.Lazy;
import hourglass.testing.Engines;
import hourglass.testing.SmallData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainFamiliesTest {
    private static final Lazy<NetworkFactory> NETWORKS = new Lazy<>(Engines::networks);

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private CommandLab lab;

    @BeforeEach
    void open() {
        lab = new CommandLab(folder, NETWORKS);
    }

    private Report train(String options) throws Exception {
        lab.succeeds("train --epochs 1 --out " + lab.path("out") + " " + options);
        return ReportJson.read(lab.path("out/report.json"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Preset.class,
            names = {"DENSE_64", "CONV_64", "VAE_CONV_2"})
    void aPresetTrainsAndReportsWhatItsFamilyHas(Preset preset) throws Exception {
        Report report = train("--preset " + preset.id());
        assertEquals(preset.id(), report.experiment().preset());
        assertTrue(report.figures().test().orElseThrow().mse() > 0);
        assertEquals(
                report.experiment().noise().isNoisy(), report.figures().noise().isPresent());
        assertEquals(
                report.experiment().model().isVariational(),
                report.figures().variational().isPresent());
        ModelSnapshot saved =
                new ModelStore("test").open(lab.path("out/model.safetensors")).snapshot();
        assertEquals(report.experiment(), saved.experiment());
        assertFalse(Files.exists(lab.path("out/best.safetensors")), "the only epoch is the last one");
    }

    @Test
    void aDenoiserIsMeasuredAtItsLevelAndOnCleanImages() throws Exception {
        Report report = train("--preset denoise-64 --sigma 0.3");
        Report.Noise noise = report.figures().noise().orElseThrow();
        assertEquals(new NoiseSpec(NoiseKind.GAUSSIAN, 0.3), noise.spec());
        assertEquals(report.epochs().get(0).validationLoss(), noise.testMse(), 1e-6);
        assertEquals(errorOnCleanImages(), report.figures().test().orElseThrow().mse());
        // σ² less what clipping takes off; garments are mostly black, where half of it goes.
        assertTrue(noise.noisyMse() > 0.03 && noise.noisyMse() < 0.09, noise.toString());
        assertTrue(noise.medianMse() < noise.noisyMse(), noise.toString());
        assertTrue(noise.pcaMse() > report.figures().test().orElseThrow().pcaMse(), noise.toString());
        assertTrue(lab.out().contains("test at σ 0.3 "), lab.out());
        assertTrue(lab.out().contains("Denoising dense autoencoder 784–64–784 (σ 0.3)"), lab.out());
    }

    private double errorOnCleanImages() throws Exception {
        ModelSnapshot saved =
                new ModelStore("test").open(lab.path("out/model.safetensors")).snapshot();
        try (Network network = NETWORKS.get().evaluator(saved.experiment().model())) {
            network.load(saved.parameters());
            return Evaluation.meanSquaredError(network, SmallData.garments().test(), () -> false);
        }
    }

    @Test
    void aVariationalNetworkIsMeasuredInNats() throws Exception {
        Report report = train("--preset vae-2 --batch 16");
        Report.Variational block = report.figures().variational().orElseThrow();
        EpochResult epoch = report.epochs().get(0);
        assertEquals(block.reconstruction() + block.kl(), block.negativeElbo(), 1e-9);
        assertEquals(epoch.validationKl(), block.kl(), 1e-6);
        assertEquals(epoch.validationLoss() * 784, block.reconstruction(), 1e-6);
        assertTrue(epoch.trainKl() > 0);
        assertEquals(2, block.klPerDimension().size());
        assertEquals(
                block.kl(),
                block.klPerDimension().get(0) + block.klPerDimension().get(1),
                1e-6);
        assertTrue(block.logLikelihoodEstimate() > -block.negativeElbo(), block.toString());
        assertTrue(lab.out().contains(" nats per image "), lab.out());
        assertTrue(lab.out().contains("KL per dimension "), lab.out());
    }

    @Test
    void aCodeLargerThanTheLessonsIsSaid() throws Exception {
        train("--preset conv-denoise --format pdf --width 85mm");
        assertTrue(Files.size(lab.path("out/denoising.pdf")) > 1000);
        assertFalse(Files.exists(lab.path("out/denoising.png")));
        assertTrue(Files.size(lab.path("out/training.gif")) > 1000, "an animation stays what it is");
        assertTrue(lab.out().contains("the code has 392 numbers, against 64 of dense-64"), lab.out());
        assertTrue(lab.out().contains("PCA with 392 numbers"), lab.out());
    }

    @Test
    void aConvolutionalNetworkTakesItsOwnShape() throws Exception {
        Report report = train("--preset conv-64 --channels 4,6,8 --kernel 5 --code 10 --hidden 20 --noise masking");
        ConvSpec conv = (ConvSpec) report.experiment().model();
        assertEquals(List.of(4, 6, 8), conv.channels());
        assertEquals(5, conv.kernel());
        assertEquals(10, conv.codeSize());
        assertEquals(List.of(20), conv.waist().hidden());
        assertEquals(new NoiseSpec(NoiseKind.MASKING, 0.2), report.experiment().noise());
        assertEquals("custom", report.experiment().preset());
    }

    @Test
    void aVariationalNetworkTakesItsOwnSettings() throws Exception {
        Report report = train("--preset vae-2 --latent 3 --hidden none --beta 0.5 --warm-up 2.5 --likelihood gaussian");
        VariationalSpec spec = (VariationalSpec) report.experiment().model();
        assertEquals(3, spec.codeSize());
        assertEquals(List.of(), ((DenseSpec) spec.trunk()).hidden());
        assertEquals(0.5, spec.beta());
        assertEquals(2.5, spec.warmUpEpochs());
        assertEquals(Likelihood.GAUSSIAN, spec.likelihood());
    }

    @Test
    void aRangeOfLevelsIsDrawnFromAndReported() throws Exception {
        Report report = train("--preset conv-denoise --noise-level 0.1-0.4");
        assertEquals(
                new NoiseSpec(NoiseKind.GAUSSIAN, 0.4, 0.1),
                report.figures().noise().orElseThrow().spec());
        assertTrue(Files.readString(lab.path("out/report.json")).contains("\"lowest\" : 0.1"));
        assertTrue(lab.out().contains("σ 0.1–0.4"), lab.out());
    }

    @Test
    void aLevelAloneMakesGaussianNoiseAndNoneTakesItAway() throws Exception {
        assertEquals(
                new NoiseSpec(NoiseKind.GAUSSIAN, 0.5),
                train("--preset dense-2 --sigma 0.5").experiment().noise());
        Experiment clean = train("--preset denoise-64 --noise none").experiment();
        assertEquals(NoiseSpec.CLEAN, clean.noise());
    }

    @Test
    void theWeightsOfTheBestEpochAreKeptApart() throws Exception {
        // A step size this large makes the test loss go up and down.
        lab.succeeds("train --epochs 8 --learning-rate 0.1 --preset dense-2 --out " + lab.path("out"));
        List<EpochResult> epochs = ReportJson.read(lab.path("out/report.json")).epochs();
        int best = 0;
        for (int i = 1; i < epochs.size(); i++) {
            best = epochs.get(i).validationLoss() < epochs.get(best).validationLoss() ? i : best;
        }
        Path file = lab.path("out/best.safetensors");
        assertEquals(best + 1 < epochs.size(), Files.exists(file));
        if (Files.exists(file)) {
            ModelSnapshot kept = new ModelStore("test").open(file).snapshot();
            assertEquals(best + 1, kept.progress().epochs());
            assertTrue(lab.out().contains("the weights after epoch " + (best + 1)), lab.out());
        }
    }

    @Test
    void theFeederChangesNoResult() throws Exception {
        Experiment experiment = train("--preset denoise-64").experiment();
        ModelSnapshot byCommand =
                new ModelStore("test").open(lab.path("out/model.safetensors")).snapshot();
        try (TrainingRun run = TrainingRun.start(NETWORKS.get(), experiment, SmallData.garments())) {
            while (run.step().end() != Step.End.OF_EPOCH) {
                assertTrue(run.progress().batch() > 0);
            }
            assertEquals(run.network().parameters(), byCommand.parameters());
        }
    }
}

package hourglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.engine.model.NetworkFactory;
import hourglass.session.concurrent.Lazy;
import hourglass.testing.Engines;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes no sense is said in one sentence, and nothing is written. */
class TrainRefusalsTest {
    private static final Lazy<NetworkFactory> NETWORKS = new Lazy<>(Engines::networks);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --sigma -0.1                                   | The noise level σ must be between 0 and 1; got -0.1.
        --sigma 1.5                                    | The noise level σ must be between 0 and 1; got 1.5.
        --sigma 0.4-0.1                                | begins with the lowest, such as 0.1-0.4; got "0.4-0.1".
        --sigma 0.1-1.4                                | The noise level σ must be between 0 and 1; got 1.4.
        --sigma much                                   | A noise level is a number such as 0.2 or a range
        --sigma 0.1-                                   | A noise level is a number such as 0.2 or a range
        --sigma NaN                                    | A noise level is a number such as 0.2 or a range
        --noise masking --noise-level 2                | The noise level must be between 0 and 1; got 2.
        --noise snow                                   | There is no noise "snow"; choose one of none, gaussian,
        --noise none --sigma 0.2                       | Without noise there is no level
        --preset vae-2 --latent 0                      | A variational network needs at least 1 latent dimension; got 0.
        --preset vae-conv-2 --latent 0                 | A variational network needs at least 1 latent dimension; got 0.
        --preset vae-2 --latent -3                     | A variational network needs at least 1 latent dimension; got -3.
        --preset vae-2 --latent 2 --code 3             | Give either --code or --latent
        --preset vae-2 --beta -1                       | must be between 0 and 100; got -1.
        --preset vae-2 --beta NaN                      | must be between 0 and 100; got NaN.
        --preset vae-2 --warm-up -1                    | KL warm-up in epochs must be between 0 and 1000; got -1.
        --preset vae-2 --likelihood poisson            | There is no likelihood "poisson"; choose bernoulli or gaussian.
        --preset vae-2 --loss mse                      | --loss does not fit vae-2: the loss of a variational network
        --preset vae-2 --kernel 3                      | --kernel does not fit vae-2: it has no convolutions.
        --preset dense-64 --beta 1                     | --beta does not fit dense-64: it is not variational.
        --preset dense-64 --latent 2                   | --latent does not fit dense-64: it is not variational.
        --preset dense-64 --warm-up 2                  | --warm-up does not fit dense-64: it is not variational.
        --preset conv-64 --likelihood gaussian         | --likelihood does not fit conv-64: it is not variational.
        --preset dense-64 --channels 16,8              | --channels does not fit dense-64: it has no convolutions.
        --preset conv-64 --channels sixteen            | --channels takes whole numbers with commas between them
        --preset conv-64 --channels 16,,8              | --channels takes whole numbers with commas between them
        --preset conv-64 --channels 16,0               | Feature maps in a stage must be between 1 and 256; got 0.
        --preset conv-64 --channels 4,4,4,4,4,4        | 6 stages make the image vanish
        --preset conv-64 --channels 4,4,4,4,4,4,4      | Stages must be between 1 and 6; got 7.
        --preset conv-64 --kernel 29                   | The kernel of 29 × 29 is larger than the image of 28 × 28
        --preset conv-64 --kernel 0                    | The kernel must be at least 1 pixel wide; got 0.
        --preset conv-64 --kernel three                | Invalid value for option '--kernel': 'three' is not a whole number
        --preset conv-denoise --hidden 20              | Dense layers need a dense code between them.
        --preset dense-64 --code 0                     | Code size must be between 1 and 4096; got 0.
        --preset dense-64 --hidden none,2              | --hidden takes whole numbers with commas between them
        --preset conv-65                               | There is no preset "conv-65"; choose one of dense-64, stacked-30,
        --loss rmse                                    | There is no loss "rmse"; choose mse or bce.
        --batch 0                                      | Batch size must be between 1 and 4096; got 0.
        """)
    void everySlipIsNamed(String options, String words) {
        new CommandLab(folder, NETWORKS).refused("train " + options, words);
    }

    @Test
    void anOpenedModelTakesNoOtherNoiseAndNoOtherShape() {
        CommandLab lab = new CommandLab(folder, NETWORKS);
        lab.succeeds("train --preset dense-2 --epochs 1 --out " + lab.path("one"));
        String model = "train --model " + lab.path("one/model.safetensors");
        for (String option : new String[] {"--sigma 0.2", "--noise none", "--kernel 3", "--beta 1", "--seed 8"}) {
            lab.refused(model + " " + option, "--model already settles preset, shape, loss, noise, seed and classes");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsToldBeforeTraining() throws Exception {
        CommandLab lab = new CommandLab(folder, NETWORKS);
        Path file = java.nio.file.Files.writeString(folder.resolve("file"), "x");
        assertEquals(1, lab.run("train --epochs 1 --out " + file));
        assertFalse(lab.out().contains("epoch"), lab.out());
        assertTrue(lab.out().startsWith("Data: "), lab.out());
    }
}

package hourglass.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hourglass.core.spec.Activation;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.InvalidSpecException;
import hourglass.core.spec.Loss;
import hourglass.core.spec.Preset;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    @TempDir
    Path folder;

    @Test
    void everythingComesBackBitForBit() throws IOException {
        for (long version = 0; version < 20; version++) {
            StoredModel model = Samples.stored(version);
            assertEquals(model, again(model));
        }
    }

    @Test
    void aRealSizedNetworkComesBackFromAFile() throws IOException {
        Experiment experiment = Preset.DENSE_64.experiment(new DataSpec("Fashion-MNIST", "ab"), 784, 7);
        StoredModel model = new StoredModel(Samples.snapshot(experiment, 3), Map.of(), "0.1.0");
        Path file = Files.write(folder.resolve("dense.safetensors"), ModelFile.bytes(model));
        assertEquals(model, ModelFile.read(file));
    }

    @Test
    void withoutTheOptimiserOnlyTheWeightsAreSaved() throws IOException {
        ModelSnapshot full = Samples.snapshot(1);
        ModelSnapshot bare = new ModelSnapshot(
                new RunId("test"),
                full.experiment(),
                full.progress(),
                full.parameters(),
                Optional.empty(),
                full.history());
        StoredModel model = new StoredModel(bare, Map.of(), "0.1.0");
        assertEquals(model, again(model));
        assertTrue(ModelFile.bytes(model).length < ModelFile.bytes(Samples.stored(1)).length);
    }

    @Test
    void aDivergedHistoryAndOddFloatsAreKept() throws IOException {
        ModelSnapshot sample = Samples.snapshot(1);
        float[] weights = sample.parameters().toArray();
        weights[0] = -0.0f;
        weights[1] = Float.MIN_VALUE;
        weights[2] = -Float.MAX_VALUE;
        List<EpochResult> history = List.of(
                new EpochResult(1, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, -0.0),
                new EpochResult(2, Double.NEGATIVE_INFINITY, 1e300, Math.PI, 0.1 + 0.2));
        ModelSnapshot odd = new ModelSnapshot(
                new RunId("test"),
                sample.experiment(),
                new Progress(2_000_000_000, Integer.MAX_VALUE, 2_000_000_000),
                Parameters.copyOf(weights),
                sample.optimiser(),
                history);
        StoredModel model = new StoredModel(odd, Map.of("loss", Double.NaN), "0.1.0");
        assertEquals(model, again(model));
    }

    @Test
    void tenThousandEpochsOfHistoryFit() throws IOException {
        ModelSnapshot sample = Samples.snapshot(1);
        List<EpochResult> history = new ArrayList<>();
        for (int epoch = 1; epoch <= 20_000; epoch++) {
            history.add(new EpochResult(epoch, 1.0 / epoch, 1e-5 / (3 * epoch), 1.0 / 7, 1e5 / (7 * epoch)));
        }
        ModelSnapshot longRun = new ModelSnapshot(
                new RunId("test"),
                sample.experiment(),
                new Progress(20_000, 0, 20_000),
                sample.parameters(),
                sample.optimiser(),
                history);
        StoredModel model = new StoredModel(longRun, Map.of(), "0.1.0");
        assertEquals(model, again(model));
    }

    @Test
    void theBytesFollowTheSafetensorsFormat() throws IOException {
        StoredModel model = Samples.stored(2);
        ByteBuffer bytes = ByteBuffer.wrap(ModelFile.bytes(model)).order(ByteOrder.LITTLE_ENDIAN);
        int headerLength = Math.toIntExact(bytes.getLong());
        assertEquals(0, headerLength % 8);
        byte[] header = new byte[headerLength];
        bytes.get(header);
        JsonNode json = new ObjectMapper().readTree(new String(header, StandardCharsets.UTF_8));
        json.get("__metadata__").forEach(value -> assertTrue(value.isTextual()));
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        assertEquals(
                List.of(
                        "__metadata__",
                        "encoder.0.weight",
                        "encoder.0.bias",
                        "decoder.0.weight",
                        "decoder.0.bias",
                        "optimizer.first_moment",
                        "optimizer.second_moment"),
                names);
        int end = 0;
        for (String name : names.subList(1, names.size())) {
            assertEquals("F32", json.get(name).get("dtype").textValue());
            assertEquals(end, json.get(name).get("data_offsets").get(0).intValue());
            end = json.get(name).get("data_offsets").get(1).intValue();
        }
        assertEquals(bytes.remaining(), end);
        float[] weights = new float[22];
        bytes.asFloatBuffer().get(weights);
        assertArrayEquals(model.snapshot().parameters().toArray(), weights);
        assertEquals("[2,4]", json.get("encoder.0.weight").get("shape").toString());
    }

    @Test
    void theSameModelGivesTheSameBytes() throws IOException {
        assertArrayEquals(ModelFile.bytes(Samples.stored(4)), ModelFile.bytes(Samples.stored(4)));
    }

    @Test
    void weightsThatAreNotFiniteAreNotWritten() {
        ModelSnapshot sample = Samples.snapshot(1);
        float[] bad = sample.optimiser().orElseThrow().toArray();
        bad[43] = Float.NaN;
        ModelSnapshot diverged = new ModelSnapshot(
                new RunId("test"),
                sample.experiment(),
                sample.progress(),
                sample.parameters(),
                Optional.of(Parameters.copyOf(bad)),
                List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StoreException thrown = assertThrows(
                StoreException.class, () -> ModelFile.write(new StoredModel(diverged, Map.of(), "0.1.0"), out));
        Sentences.assertClear(thrown, "not finite");
        assertEquals(0, out.size());
    }

    @Test
    void aHugeShapeIsRefusedBeforeItsWeightsAreAsked() {
        InvalidSpecException thrown = assertThrows(
                InvalidSpecException.class,
                () -> new DenseSpec(
                        16_384, List.of(4096, 4096), 4096, Activation.RELU, Activation.RELU, Loss.MEAN_SQUARED_ERROR));
        assertTrue(String.valueOf(thrown.getMessage()).contains("at most 50000000"), thrown.getMessage());
    }

    @Test
    void filesThatAreNoFilesAreNamed() throws IOException {
        Sentences.assertClear(refused(folder), folder.toString(), "it is a folder");
        Sentences.assertClear(refused(folder.resolve("no.safetensors")), "no.safetensors", "does not exist");
        Path file = Files.write(folder.resolve("x"), new byte[3]);
        Sentences.assertClear(refused(file.resolve("below")), "below");
        Sentences.assertClear(refused(file), "only 3 bytes");
        Path device = Path.of("/dev/zero");
        if (Files.exists(device)) {
            Sentences.assertClear(refused(device), "no ordinary file");
        }
    }

    @Test
    void aStreamWithoutEndIsRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '{';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                Arrays.fill(bytes, offset, offset + length, (byte) '{');
                return length;
            }
        };
        Sentences.assertClear(
                assertThrows(ModelFileException.class, () -> ModelFile.read(endless, "The resource")), "more than");
    }

    private static ModelFileException refused(Path file) {
        return assertThrows(ModelFileException.class, () -> ModelFile.read(file));
    }

    private static StoredModel again(StoredModel model) throws IOException {
        return ModelFile.read(new ByteArrayInputStream(ModelFile.bytes(model)), "memory");
    }
}

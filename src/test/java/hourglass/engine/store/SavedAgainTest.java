package hourglass.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.Activation;
import hourglass.core.spec.ConvSpec;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.Preset;
import hourglass.core.spec.Waist;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.ParameterBlock;
import hourglass.engine.model.ParameterLayout;
import hourglass.engine.model.Parameters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as another program writes them that knows the format and not us: tensors by name, metadata of its own or none. */
class SavedAgainTest {
    private static final Activations RELU = new Activations(Activation.RELU, Activation.LINEAR);

    @TempDir
    private Path folder;

    private static Experiment experiment(Preset preset) {
        return preset.experiment(new DataSpec("x", "y"), 28, 28, 3);
    }

    private static short bits(float value, NumberType type) {
        if (type == NumberType.BF16) {
            return (short) (Float.floatToIntBits(value) >>> 16);
        }
        int bits = Float.floatToIntBits(value);
        int exponent = ((bits >> 23) & 255) - 127 + 15;
        return (short) (((bits >>> 16) & 0x8000) | (exponent << 10) | ((bits >> 13) & 1023));
    }

    /** What the numbers are that a short type can hold exactly. */
    private static ModelSnapshot coarse(Experiment experiment) {
        ModelSnapshot fine = Samples.snapshot(experiment, 2);
        float[] values = fine.parameters().toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.round(values[i] * 64) / 64f;
            values[i] = values[i] == 0 ? 0.25f : values[i];
        }
        return new ModelSnapshot(
                fine.run(), experiment, fine.progress(), Parameters.copyOf(values), Optional.empty(), fine.history());
    }

    private Path saved(ModelSnapshot model, NumberType type, String metadata) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        List<String> entries = new ArrayList<>();
        if (!metadata.isEmpty()) {
            entries.add("\"__metadata__\":" + metadata);
        }
        List<ParameterBlock> blocks =
                new ArrayList<>(ParameterLayout.of(model.experiment().model()));
        blocks.sort(Comparator.comparing(ParameterBlock::name));
        for (ParameterBlock block : blocks) {
            int begin = data.size();
            float[] values = model.parameters().slice(block.offset(), block.size());
            ByteBuffer bytes = ByteBuffer.allocate(values.length * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
            for (float value : values) {
                if (type == NumberType.F32) {
                    bytes.putFloat(value);
                } else {
                    bytes.putShort(bits(value, type));
                }
            }
            data.writeBytes(bytes.array());
            entries.add("\"" + block.name() + "\":{\"dtype\":\"" + type + "\",\"shape\":"
                    + block.shape().toString().replace(" ", "") + ",\"data_offsets\":[" + begin + "," + data.size()
                    + "]}");
        }
        return file(entries, data.toByteArray());
    }

    private Path file(List<String> entries, byte[] data) throws IOException {
        byte[] header =
                entries.stream().collect(Collectors.joining(",", "{", "}")).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ModelFile.lengthBytes(header.length));
        out.writeBytes(header);
        out.writeBytes(data);
        return Files.write(folder.resolve("again.safetensors"), out.toByteArray());
    }

    @Test
    void everyNetworkOfTheLessonIsFoundAgainByShapesAndOneAnswer() throws IOException {
        for (Preset preset : Preset.values()) {
            ModelSnapshot model = coarse(experiment(preset));
            Path file = saved(model, NumberType.F32, "");
            ModelFileException asked = assertThrows(ModelFileException.class, () -> ModelFile.read(file));
            assertTrue(asked.lacksSettings());
            Sentences.assertClear(asked, "left its settings out", "open the original file", "activations");
            ModelSpec spec = model.experiment().model();
            Activations answer =
                    new Activations(spec.trunk().activation(), spec.trunk().codeActivation());
            StoredModel opened = new ModelStore("").open(file, answer);
            assertEquals(spec, opened.snapshot().experiment().model(), preset.id());
            assertEquals(model.parameters(), opened.snapshot().parameters(), preset.id());
            assertEquals("", opened.snapshot().experiment().data().fingerprint());
            assertTrue(
                    opened.remarks().get(0).contains(spec.describe()),
                    opened.remarks().toString());
        }
    }

    @Test
    void imagesOfAnotherSideAreToldFromTheDenseMiddle() throws IOException {
        for (int side : new int[] {16, 28, 32}) {
            ConvSpec spec = new ConvSpec(
                    side,
                    side,
                    List.of(4, 6),
                    3,
                    new Waist(List.of(9), 5, Activation.LINEAR),
                    Activation.TANH,
                    Loss.MEAN_SQUARED_ERROR);
            Path file =
                    saved(coarse(experiment(Preset.CONV_64).withModel(spec)), NumberType.F32, "{\"format\":\"pt\"}");
            Activations answer = new Activations(Activation.TANH, Activation.LINEAR);
            assertEquals(
                    spec,
                    new ModelStore("")
                            .open(file, answer)
                            .snapshot()
                            .experiment()
                            .model());
        }
    }

    @Test
    void shortNumbersAreTheSameNumbers() throws IOException {
        ModelSnapshot model = coarse(experiment(Preset.DENSE_2));
        for (NumberType type : NumberType.values()) {
            StoredModel opened = new ModelStore("").open(saved(model, type, ""), RELU);
            assertEquals(model.parameters(), opened.snapshot().parameters(), type.name());
        }
        float[] halves = new float[6];
        byte[] bits = {1, 0, (byte) 0xff, 0x03, 0, 0x04, (byte) 0xff, 0x7b, 0, (byte) 0x80, 0, 0x7c};
        NumberType.F16.convert(bits, 6, halves, 0);
        assertEquals(0x1p-24f, halves[0]);
        assertEquals(1023 * 0x1p-24f, halves[1]);
        assertEquals(0x1p-14f, halves[2]);
        assertEquals(65504f, halves[3]);
        assertEquals(-0f, halves[4]);
        assertEquals(Float.POSITIVE_INFINITY, halves[5]);
    }

    @Test
    void settingsThatAreStillThereAreUsedWithoutAQuestion() throws IOException {
        ModelSnapshot model = coarse(experiment(Preset.VAE_2));
        String header = new String(
                ModelFile.bytes(new StoredModel(model, Map.of("mse", 0.5), "1.0")),
                8,
                20_000,
                StandardCharsets.ISO_8859_1);
        String metadata = header.substring(header.indexOf(":{") + 1, header.indexOf("\"run\":\"test\"}") + 13);
        String turned = "{\"app\":\"1.0\"," + metadata.substring(1).replace(",\"app\":\"1.0\"", "");
        StoredModel opened = ModelFile.read(saved(model, NumberType.BF16, turned));
        assertEquals(model.experiment(), opened.snapshot().experiment());
        assertEquals(model.parameters(), opened.snapshot().parameters());
        assertEquals(model.progress(), opened.snapshot().progress());
        assertEquals(model.history(), opened.snapshot().history());
        assertEquals(0.5, opened.metrics().get("mse"));
        assertTrue(opened.remarks().get(0).contains("saved this file again"));
    }

    private void refused(Path file, String... parts) {
        ModelFileException refused = assertThrows(ModelFileException.class, () -> new ModelStore("").open(file, RELU));
        assertFalse(refused.lacksSettings());
        Sentences.assertClear(refused, parts);
    }

    @Test
    void otherTensorsAreRefusedWithoutAQuestion() throws IOException {
        String entry = "{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]}";
        refused(file(List.of("\"layer.weight\":" + entry), new byte[16]), "not those of an autoencoder");
        refused(file(List.of("\"encoder.0.weight\":" + entry), new byte[16]), "not those of an autoencoder");
        refused(file(List.of("\"encoder.0.weight\":" + entry), new byte[15]), "cut short");
        refused(file(List.of("\"encoder.0.weight\":" + entry), new byte[17]), "added to");
        refused(
                file(List.of("\"encoder.0.weight\":" + entry.replace("F32", "I64")), new byte[16]),
                "numbers of type \"I64\"",
                "F16 or BF16");
        refused(
                file(List.of("\"encoder.0.weight\":" + entry.replace("[0,16]", "[4,20]")), new byte[20]),
                "does not follow");
        refused(file(List.of("\"encoder.0.weight\":" + entry.replace("[2,2]", "[-2,-2]")), new byte[16]), "damaged");
        String both = "\"encoder.0.weight\":" + entry + ",\"decoder.0.weight\":"
                + entry.replace("[2,2]", "[3,2]").replace("[0,16]", "[16,40]");
        refused(file(List.of(both), new byte[40]), "\"encoder.0.bias\" is missing");
        Path good = saved(coarse(experiment(Preset.DENSE_64)), NumberType.F32, "");
        byte[] bytes = Files.readAllBytes(good);
        ByteBuffer.wrap(bytes).putInt(bytes.length - 4, 0x0000c07f); // NaN
        refused(Files.write(good, bytes), "not finite");
    }

    @Test
    void answersAreReadInWords() {
        assertEquals(new Activations(Activation.RELU, Activation.LINEAR), Activations.parse("relu, linear"));
        assertEquals(new Activations(Activation.TANH, Activation.TANH), Activations.parse("Tanh"));
        assertEquals("ReLU, code linear", RELU.toString());
        assertEquals(9, Activations.choices().size());
        for (String wrong : new String[] {"", "relu,", "a", "relu,elu,tanh"}) {
            Sentences.assertClear(
                    assertThrows(IllegalArgumentException.class, () -> Activations.parse(wrong)), "relu,linear");
        }
    }
}

package hourglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import hourglass.testing.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schemas say of what the program writes neither less nor more than is true. */
class ReportSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> OPTIONAL =
            Set.of("noise", "variational", "trainKl", "validationKl", "lowest", "without", "pcaMse", "strip");

    @TempDir
    Path folder;

    private static JsonSchema schema(String name) throws IOException {
        Path file = Path.of("src/site/resources/schema", name + ".schema.json");
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(MAPPER.readTree(file.toFile()));
    }

    private static void assertFits(JsonSchema schema, JsonNode json, String what) {
        assertEquals(
                List.of(),
                schema.validate(json).stream()
                        .map(ValidationMessage::getMessage)
                        .toList(),
                what);
    }

    @Test
    void theReportsOfTheShippedNetworksFit() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("models"))) {
            List<Path> reports =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertFalse(reports.isEmpty());
            for (Path report : reports) {
                assertFits(schema("report"), MAPPER.readTree(report.toFile()), report.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--preset dense-64 --without Trouser",
                "--preset conv-denoise --sigma 0.1-0.4",
                "--preset vae-conv-2 --beta 0.5",
                "--preset dense-2 --learning-rate 1000"
            })
    void whatTrainWritesFitsAndNothingInItIsMoreOrLess(String options) throws IOException {
        CommandLab lab = new CommandLab(folder, Engines::networks);
        lab.run("train --epochs 2 --batch 32 --no-figures --out " + lab.path("out") + " " + options);
        for (String name : List.of("report", "run")) {
            JsonNode json = MAPPER.readTree(lab.path("out/" + name + ".json").toFile());
            JsonSchema schema = schema(name);
            assertFits(schema, json, name);
            for (String fault : faults(schema, json)) {
                assertTrue(fault.isEmpty(), name + ".json would still fit with " + fault);
            }
        }
    }

    /** What could be wrong without the schema saying so: a member missing, one too many, or one of another type. */
    private static List<String> faults(JsonSchema schema, JsonNode json) {
        List<String> unseen = new ArrayList<>();
        for (ObjectNode object : objects(json, new ArrayList<>())) {
            boolean open = object.has("train-images-idx3-ubyte") || object.isEmpty() || hasHashes(object);
            if (open) {
                continue;
            }
            object.put("surplus", 1);
            note(schema, json, "one member too many in " + object, unseen);
            object.remove("surplus");
            for (String name : names(object)) {
                JsonNode before = object.remove(name);
                if (!OPTIONAL.contains(name)) {
                    note(schema, json, "no " + name, unseen);
                }
                object.set(name, before.isTextual() ? MAPPER.getNodeFactory().numberNode(5) : new TextNode("five"));
                note(schema, json, name + " of another type", unseen);
                object.set(name, before);
            }
        }
        return unseen;
    }

    private static boolean hasHashes(ObjectNode object) {
        return names(object).stream()
                .allMatch(name -> object.get(name).isTextual()
                        && object.get(name).textValue().matches("[0-9a-f]{64}"));
    }

    private static void note(JsonSchema schema, JsonNode json, String fault, List<String> unseen) {
        if (schema.validate(json).isEmpty()) {
            unseen.add(fault);
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<ObjectNode> objects(JsonNode json, List<ObjectNode> found) {
        if (json instanceof ObjectNode object) {
            found.add(object);
        }
        if (json instanceof ObjectNode || json instanceof ArrayNode) {
            for (Iterator<JsonNode> inside = json.elements(); inside.hasNext(); ) {
                objects(inside.next(), found);
            }
        }
        return found;
    }
}

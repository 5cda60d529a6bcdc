package hourglass.engine.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads and writes one kind of JSON text within limits on its length, its depth and its number of tokens, so that a
 * hostile text cannot take more memory than a small multiple of its own size. Only trees come out, never objects of a
 * class named in the text. What it writes is ASCII, so that no decoder can alter it.
 */
final class JsonText {
    private static final int MAX_DEPTH = 12;
    private static final int MAX_NAME = 500;

    private final JsonMapper mapper;
    private final String what;
    private final int maxLength;

    /**
     * Limits for one kind of text.
     *
     * @param what how messages call it, such as "the experiment"
     * @param maxLength most characters
     * @param maxTokens most values, names and brackets together
     */
    JsonText(String what, int maxLength, int maxTokens) {
        this.what = what;
        this.maxLength = maxLength;
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNameLength(MAX_NAME)
                .maxStringLength(maxLength)
                .maxTokenCount(maxTokens)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .build();
        mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** An empty object to fill. */
    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The tree of a text. */
    JsonNode parse(String text) throws Refusal {
        if (text.length() > maxLength) {
            throw tooLong(text.length());
        }
        try {
            JsonNode tree = mapper.readTree(text);
            if (tree == null || tree.isMissingNode()) {
                throw new Refusal(what + " is empty");
            }
            return tree;
        } catch (StreamConstraintsException beyond) {
            throw new Refusal(what + " is nested too deeply, too long or has too many parts", beyond);
        } catch (JsonProcessingException malformed) {
            throw new Refusal(what + " is not valid JSON" + place(malformed), malformed);
        }
    }

    private static String place(JsonProcessingException malformed) {
        JsonLocation at = malformed.getLocation();
        boolean duplicate = String.valueOf(malformed.getOriginalMessage()).startsWith("Duplicate field");
        String reason = duplicate ? "a field is given twice, " : "";
        return at == null ? "" : " (" + reason + "line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    /** Compact text of a tree. */
    String compact(JsonNode tree) throws Refusal {
        try {
            return withinLimit(mapper.writeValueAsString(tree));
        } catch (JsonProcessingException impossible) {
            throw new Refusal(what + " cannot be written as JSON", impossible);
        }
    }

    /** Text of a tree in lines, with a line feed at the end. */
    String pretty(JsonNode tree) throws Refusal {
        try {
            String text = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
            return withinLimit(text.replace("\r\n", "\n") + "\n");
        } catch (JsonProcessingException impossible) {
            throw new Refusal(what + " cannot be written as JSON", impossible);
        }
    }

    private String withinLimit(String text) throws Refusal {
        if (text.length() > maxLength) {
            throw tooLong(text.length());
        }
        return text;
    }

    private Refusal tooLong(long length) {
        return new Refusal(what + " has " + length + " characters, at most " + maxLength + " are allowed");
    }
}

package hourglass.engine.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads and writes one kind of JSON text, as records, within limits on its length, its depth and its number of tokens, so
 * that a hostile text cannot take more memory than a small multiple of its own size. Every component of a record must be
 * there, of its type and no other, unless it is an {@code Optional}; what a text says twice, after its end or besides
 * its fields is refused, in a sentence that names the field. A text never says of which class something is. What is
 * written is ASCII, so that no decoder can alter it.
 *
 * @param <T> the record
 */
public final class Json<T> {
    private static final int MAX_DEPTH = 12;
    private static final int MAX_NAME = 500;
    /** Of one character. */
    private static final int MOST_BYTES = 4;

    private final JsonMapper mapper;
    private final JavaType type;
    private final String what;
    private final int maxLength;

    /**
     * Limits for one kind of text.
     *
     * @param what how messages call it, such as "the experiment"
     * @param type what it holds
     * @param maxLength most characters
     * @param maxTokens most values, names and brackets together
     */
    public Json(String what, Class<T> type, int maxLength, int maxTokens) {
        this(what, type, maxLength, maxTokens, JsonRules.NotFinite.AS_TEXT);
    }

    Json(String what, TypeReference<T> type, int maxLength, int maxTokens) {
        this(what, type.getType(), maxLength, maxTokens, JsonRules.NotFinite.AS_TEXT);
    }

    Json(String what, Type type, int maxLength, int maxTokens, JsonRules.NotFinite notFinite) {
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
        mapper = JsonRules.mapper(factory, notFinite);
        this.type = mapper.constructType(type);
    }

    /**
     * What a text holds.
     *
     * @param bytes UTF-8
     * @param name how messages call the source, usually a file name
     * @throws StoreException if anything is wrong, with one sentence that names the field
     */
    public T read(byte[] bytes, String name) throws StoreException {
        try {
            return parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (Refusal refusal) {
            throw new StoreException(name + " was not accepted: " + refusal.phrase() + ".", refusal);
        }
    }

    /**
     * What a file holds; of one that is too long no more is read than shows it.
     *
     * @throws StoreException if anything is wrong, with one sentence that names the field
     * @throws IOException if it cannot be read
     */
    public T read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in.readNBytes(MOST_BYTES * maxLength + 1), file.toString());
        }
    }

    /**
     * Text in lines, with a line feed at the end.
     *
     * @throws StoreException if it would be longer than allowed
     */
    public String write(T value) throws StoreException {
        try {
            return pretty(value);
        } catch (Refusal refusal) {
            String sentence = what + " was not written: " + refusal.phrase() + ".";
            throw new StoreException(
                    sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1), refusal);
        }
    }

    /** What a text holds. */
    T parse(String text) throws Refusal {
        JsonNode tree = tree(text);
        try {
            T value = mapper.treeToValue(tree, type);
            if (value == null) {
                throw new Refusal(what + " must be an object, not null");
            }
            return value;
        } catch (JsonProcessingException wrong) {
            throw new JsonWords(mapper, what, tree).refusal(wrong);
        }
    }

    private JsonNode tree(String text) throws Refusal {
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

    /** Compact text. */
    String compact(T value) throws Refusal {
        try {
            return withinLimit(mapper.writerFor(type).writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new Refusal(what + " cannot be written as JSON", impossible);
        }
    }

    /** Text in lines, with a line feed at the end. */
    String pretty(T value) throws Refusal {
        try {
            String text = mapper.writerFor(type).withDefaultPrettyPrinter().writeValueAsString(value);
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

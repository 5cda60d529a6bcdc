package hourglass.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** A JSON object read field by field: each must be there and of its type, and none may be left over at the end. */
final class StrictObject {
    private static final int SHOWN = 60;

    private final JsonNode node;
    private final String path;
    private final Set<String> taken = new HashSet<>();

    private StrictObject(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /** The outermost object of a text; {@code what} names it in messages. */
    static StrictObject root(JsonNode node, String what) throws Refusal {
        if (!node.isObject()) {
            throw new Refusal(what + " must be an object, not " + kind(node));
        }
        return new StrictObject(node, "");
    }

    /** Whether the field is there; does not count as reading it. */
    boolean has(String field) {
        return node.has(field);
    }

    /** A text. */
    String text(String field) throws Refusal {
        JsonNode value = take(field);
        if (!value.isTextual()) {
            throw wrong(field, "a text", value);
        }
        return value.textValue();
    }

    /** A whole number of 32 bits. */
    int integer(String field) throws Refusal {
        JsonNode value = take(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong(field, "a whole number of at most ten digits", value);
        }
        return value.intValue();
    }

    /** A whole number of 64 bits. */
    long whole(String field) throws Refusal {
        JsonNode value = take(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(field, "a whole number of at most 64 bits", value);
        }
        return value.longValue();
    }

    /** A finite number. */
    double number(String field) throws Refusal {
        JsonNode value = take(field);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw wrong(field, "a finite number", value);
        }
        return value.doubleValue();
    }

    /** A finite number, or NaN where the file says {@code null}. */
    double measure(String field) throws Refusal {
        if (node.path(field).isNull()) {
            take(field);
            return Double.NaN;
        }
        return number(field);
    }

    /** Whether the field is there with the value {@code null}; if so it counts as read. */
    boolean isNull(String field) throws Refusal {
        return node.path(field).isNull() && take(field).isNull();
    }

    /** An object within. */
    StrictObject object(String field) throws Refusal {
        JsonNode value = take(field);
        if (!value.isObject()) {
            throw wrong(field, "an object", value);
        }
        return new StrictObject(value, path + field + ".");
    }

    /** A list of objects. */
    List<StrictObject> objects(String field) throws Refusal {
        List<StrictObject> objects = new ArrayList<>();
        for (JsonNode value : list(field)) {
            if (!value.isObject()) {
                throw wrong(field, "a list of objects", value);
            }
            objects.add(new StrictObject(value, path + field + "[" + objects.size() + "]."));
        }
        return objects;
    }

    /** A list of whole numbers of 32 bits. */
    List<Integer> integers(String field) throws Refusal {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode value : list(field)) {
            if (!value.isIntegralNumber() || !value.canConvertToInt()) {
                throw wrong(field, "a list of whole numbers", value);
            }
            numbers.add(value.intValue());
        }
        return numbers;
    }

    /** A list of finite numbers, NaN where the file says {@code null}. */
    List<Double> measures(String field) throws Refusal {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode value : list(field)) {
            if (!value.isNull() && !(value.isNumber() && Double.isFinite(value.doubleValue()))) {
                throw wrong(field, "a list of finite numbers", value);
            }
            numbers.add(value.isNull() ? Double.NaN : value.doubleValue());
        }
        return numbers;
    }

    /** One of an enumeration's constants, written {@code lower-case-with-hyphens}. */
    <E extends Enum<E>> E choice(String field, Class<E> type) throws Refusal {
        String text = text(field);
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (Choices.word(constant).equals(text)) {
                return constant;
            }
            words.add(Choices.word(constant));
        }
        throw new Refusal("the field " + quoted(path + field) + " must be one of " + String.join(", ", words) + ", not "
                + quoted(text));
    }

    /** All names in the order of the text; does not count as reading them. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Refuses what was not asked for. */
    void end() throws Refusal {
        Iterator<String> names = node.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!taken.contains(name)) {
                throw new Refusal("the field " + quoted(path + name) + " is unknown");
            }
        }
    }

    private JsonNode list(String field) throws Refusal {
        JsonNode value = take(field);
        if (!value.isArray()) {
            throw wrong(field, "a list", value);
        }
        return value;
    }

    private JsonNode take(String field) throws Refusal {
        taken.add(field);
        JsonNode value = node.get(field);
        if (value == null) {
            throw new Refusal("the field " + quoted(path + field) + " is missing");
        }
        return value;
    }

    private Refusal wrong(String field, String expected, JsonNode value) {
        return new Refusal("the field " + quoted(path + field) + " must be " + expected + ", not " + kind(value));
    }

    /** Text in quotation marks, shortened and without control characters, fit for a message. */
    static String quoted(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return "\"" + (plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…") + "\"";
    }

    private static String kind(JsonNode value) {
        if (value.isTextual()) {
            return "the text " + quoted(value.textValue());
        }
        if (value.isNumber()) {
            String digits = value.asText();
            return "Infinity".equals(digits) || digits.length() > SHOWN ? "a number of that size" : digits;
        }
        return value.isArray() ? "a list" : value.isObject() ? "an object" : value.asText();
    }
}

package hourglass.engine.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hourglass.core.spec.InvalidSpecException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in a phrase what is wrong with a text: which field, what was expected and what is there. */
final class JsonWords {
    private static final int SHOWN = 60;

    private final JsonMapper mapper;
    private final String what;
    private final JsonNode tree;

    JsonWords(JsonMapper mapper, String what, JsonNode tree) {
        this.mapper = mapper;
        this.what = what;
        this.tree = tree;
    }

    Refusal refusal(JsonProcessingException wrong) {
        for (Throwable cause = wrong; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidSpecException) {
                return new Refusal(FailureWords.withoutStop(String.valueOf(cause.getMessage())), wrong);
            }
        }
        List<JsonMappingException.Reference> path =
                wrong instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
        return new Refusal(phrase(wrong, name(path), at(path)), wrong);
    }

    private String phrase(JsonProcessingException wrong, String field, JsonNode value) {
        if (wrong instanceof InvalidTypeIdException family) {
            return value.isObject()
                    ? family(family, field.isEmpty() ? "family" : field + ".family", value.path("family"))
                    : "the field " + quoted(field) + " must be an object, not " + kind(value);
        }
        boolean inList = field.isEmpty() || field.startsWith("[");
        String called = inList ? what + (field.isEmpty() ? "" : " at " + field) : "the field " + quoted(field);
        if (wrong instanceof UnrecognizedPropertyException) {
            return called + " is unknown";
        }
        if (value.isMissingNode()) {
            return called + " is missing";
        }
        if (wrong.getCause() instanceof IllegalArgumentException beyond) {
            return called + " is out of range (" + beyond.getMessage() + ")";
        }
        Class<?> type = target(wrong);
        if (type != null && type.isEnum() && value.isTextual()) {
            String words = Arrays.stream(type.getEnumConstants())
                    .map(constant -> JsonRules.word((Enum<?>) constant))
                    .collect(Collectors.joining(", "));
            return called + " must be one of " + words + ", not " + quoted(value.textValue());
        }
        return called + " must be " + expected(type) + ", not " + kind(value);
    }

    private String family(InvalidTypeIdException wrong, String field, JsonNode value) {
        if (value.isMissingNode()) {
            return "the field " + quoted(field) + " is missing";
        }
        if (!value.isTextual()) {
            return "the field " + quoted(field) + " must be a text, not " + kind(value);
        }
        JsonSubTypes known = mapper.getDeserializationConfig()
                .findMixInClassFor(wrong.getBaseType().getRawClass())
                .getAnnotation(JsonSubTypes.class);
        String choices =
                Arrays.stream(known.value()).map(JsonSubTypes.Type::name).collect(Collectors.joining(", "));
        int last = choices.lastIndexOf(", ");
        return "the field " + quoted(field) + " must be " + choices.substring(0, last) + " or "
                + choices.substring(last + 2) + ", not " + quoted(value.textValue())
                + "; a newer version may know it";
    }

    private static @Nullable Class<?> target(JsonProcessingException wrong) {
        if (wrong.getCause() instanceof InputCoercionException beyond) {
            return beyond.getTargetType();
        }
        return wrong instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type == int.class || type == Integer.class) {
            return "a whole number of at most ten digits";
        }
        if (type == long.class || type == Long.class) {
            return "a whole number of at most 64 bits";
        }
        if (type == double.class || type == Double.class) {
            return "a finite number";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return type == String.class || type.isEnum() ? "a text" : "an object";
    }

    private static String name(List<JsonMappingException.Reference> path) {
        StringBuilder name = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                name.append('[').append(step.getIndex()).append(']');
            } else {
                name.append(name.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return name.toString();
    }

    private JsonNode at(List<JsonMappingException.Reference> path) {
        JsonNode node = tree;
        for (JsonMappingException.Reference step : path) {
            node = step.getFieldName() == null ? node.path(step.getIndex()) : node.path(step.getFieldName());
        }
        return node;
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

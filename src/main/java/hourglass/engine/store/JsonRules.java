package hourglass.engine.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import hourglass.core.spec.ConvSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.PlainSpec;
import hourglass.core.spec.VariationalSpec;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How Jackson has to read and write: nothing guessed, nothing left out, nothing passed over. */
final class JsonRules {
    /** How numbers that are not finite are written; read are both. */
    enum NotFinite {
        /** As the texts {@code NaN}, {@code Infinity}, {@code -Infinity}. */
        AS_TEXT,
        /** As {@code null}. */
        AS_NULL
    }

    /** A network's shape; the field {@code family} says which record it is. A new family is one more line. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "family")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = DenseSpec.class, name = "dense"),
        @JsonSubTypes.Type(value = ConvSpec.class, name = "convolutional"),
        @JsonSubTypes.Type(value = VariationalSpec.class, name = "variational")
    })
    private interface Families {}

    /** The families that can be the trunk of a variational network. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "family")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = DenseSpec.class, name = "dense"),
        @JsonSubTypes.Type(value = ConvSpec.class, name = "convolutional")
    })
    private interface Trunks {}

    private static final JsonSetter.Value READER_DECIDES = JsonSetter.Value.forValueNulls(Nulls.SET);

    private JsonRules() {}

    static JsonMapper mapper(JsonFactory factory, NotFinite notFinite) {
        JsonMapper.Builder builder = JsonMapper.builder(factory)
                .annotationIntrospector(new Introspector())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .withConfigOverride(Optional.class, optional -> optional.setInclude(
                                JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
                        .setSetterInfo(READER_DECIDES))
                .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
                .withConfigOverride(Double.class, number -> number.setSetterInfo(READER_DECIDES))
                .withConfigOverride(double.class, number -> number.setSetterInfo(READER_DECIDES))
                .withCoercionConfigDefaults(coercions -> {
                    for (CoercionInputShape shape : CoercionInputShape.values()) {
                        coercions.setCoercion(shape, CoercionAction.Fail);
                    }
                })
                .addMixIn(ModelSpec.class, Families.class)
                .addMixIn(PlainSpec.class, Trunks.class)
                .addModule(values(notFinite));
        return builder.build();
    }

    private static SimpleModule values(NotFinite notFinite) {
        return new SimpleModule()
                .addDeserializer(Optional.class, new OptionalReader(null))
                .addSerializer(Optional.class, new OptionalWriter())
                .addDeserializer(Double.class, new NumberReader(Double.class, notFinite))
                .addDeserializer(double.class, new NumberReader(double.class, notFinite))
                .addSerializer(Double.class, new NumberWriter(Double.class, notFinite))
                .addSerializer(double.class, new NumberWriter(double.class, notFinite));
    }

    /** How a constant is spelt in files: {@code lower-case-with-hyphens}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Components are required but for the optional ones; constants are spelt in small letters. */
    private static final class Introspector extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasRequiredMarker(AnnotatedMember member) {
            return member instanceof AnnotatedParameter && member.getRawType() != Optional.class;
        }

        @Override
        public String[] findEnumValues(
                MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
            return Arrays.stream(constants).map(JsonRules::word).toArray(String[]::new);
        }
    }

    private static final class NumberReader extends StdScalarDeserializer<Double> {
        private static final long serialVersionUID = 1L;
        private final NotFinite notFinite;

        NumberReader(Class<?> type, NotFinite notFinite) {
            super(type);
            this.notFinite = notFinite;
        }

        @Override
        public Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken().isNumeric() && Double.isFinite(json.getDoubleValue())) {
                return json.getDoubleValue();
            }
            String text = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
            return switch (text) {
                case "NaN" -> Double.NaN;
                case "Infinity" -> Double.POSITIVE_INFINITY;
                case "-Infinity" -> Double.NEGATIVE_INFINITY;
                default -> (Double) context.handleUnexpectedToken(_valueClass, json);
            };
        }

        @Override
        public @Nullable Double getNullValue(DeserializationContext context) throws JsonMappingException {
            if (notFinite == NotFinite.AS_NULL) {
                return Double.NaN;
            }
            return context.reportInputMismatch(this, "null");
        }
    }

    private static final class NumberWriter extends StdScalarSerializer<Double> {
        private static final long serialVersionUID = 1L;
        private final NotFinite notFinite;

        NumberWriter(Class<Double> type, NotFinite notFinite) {
            super(type);
            this.notFinite = notFinite;
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                json.writeNumber(value);
            } else if (notFinite == NotFinite.AS_NULL) {
                json.writeNull();
            } else {
                json.writeString(value.toString());
            }
        }
    }

    /** A field that may be missing or {@code null}. */
    private static final class OptionalReader extends StdDeserializer<Optional<?>> implements ContextualDeserializer {
        private static final long serialVersionUID = 1L;
        private final @Nullable JavaType content;

        OptionalReader(@Nullable JavaType content) {
            super(Optional.class);
            this.content = content;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new OptionalReader(context.getContextualType().containedType(0));
        }

        @Override
        public Optional<?> deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Optional.of(context.readValue(json, content));
        }

        @Override
        public Optional<?> getNullValue(DeserializationContext context) {
            return Optional.empty();
        }

        @Override
        public Optional<?> getAbsentValue(DeserializationContext context) {
            return Optional.empty();
        }
    }

    /** Left out where it is empty, unless its component says otherwise. */
    @SuppressWarnings("rawtypes") // Jackson knows a serializer by its raw class
    private static final class OptionalWriter extends StdSerializer<Optional> {
        private static final long serialVersionUID = 1L;

        OptionalWriter() {
            super(Optional.class);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, Optional value) {
            return value.isEmpty();
        }

        @Override
        public void serialize(Optional value, JsonGenerator json, SerializerProvider provider) throws IOException {
            Optional<?> held = value;
            if (held.isPresent()) {
                provider.defaultSerializeValue(held.get(), json);
            } else {
                provider.defaultSerializeNull(json);
            }
        }
    }
}

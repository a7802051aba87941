package okno.platform.web;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * What a request body may look like, the same for JSON and XML. Only requests are read this strictly: answers of other
 * services and events may gain fields at any time.
 */
final class ParserLimits {

    static final int BODY_BYTES = 1 << 20;
    static final int DEPTH = 32;
    static final int TEXT_CHARS = 64 << 10;
    private static final int NUMBER_CHARS = 100;
    private static final int NAME_CHARS = 256;
    private static final int TOKENS = 100_000;

    private ParserLimits() {}

    static StreamReadConstraints constraints() {
        return StreamReadConstraints.builder()
                .maxDocumentLength(BODY_BYTES)
                .maxNestingDepth(DEPTH)
                .maxStringLength(TEXT_CHARS)
                .maxNumberLength(NUMBER_CHARS)
                .maxNameLength(NAME_CHARS)
                .maxTokenCount(TOKENS)
                .build();
    }

    /** Refuses what a lenient reader would guess at: unknown or double fields, trailing tokens, values of another type. */
    static <B extends MapperBuilder<?, B>> B strict(B builder) {
        return builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .addModule(new SimpleModule("storable-text").addDeserializer(String.class, new StorableText()));
    }

    /** Reads a text; NUL and halves of surrogate pairs cannot be stored and are refused here, before any rule runs. */
    private static final class StorableText extends StdScalarDeserializer<String> {

        StorableText() {
            super(String.class);
        }

        @Override
        public LogicalType logicalType() {
            return LogicalType.Textual;
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getString();
            if (text.indexOf(0) >= 0 || text.codePoints().anyMatch(ParserLimits::isSurrogate)) {
                return (String) context.handleWeirdStringValue(String.class, "", "unstorable characters");
            }
            return text;
        }
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}

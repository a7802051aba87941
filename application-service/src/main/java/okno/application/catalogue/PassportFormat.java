package okno.application.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okno.application.catalogue.domain.Passport;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Passports as JSON: held to the published format, their shared fields put in place, read. */
public final class PassportFormat {

    private static final int MAX_CHARS = 256 << 10;
    private static final int MAX_FAULTS = 50;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final Schema FORMAT = format();

    private PassportFormat() {}

    /** A passport and the JSON it is stored as, with the SHA-256 of that. */
    public record Written(Passport passport, String content, String sha256) {}

    /**
     * Reads a passport that somebody wrote.
     *
     * @throws Problem {@code invalid_content} with a pointer to everything that the format refuses
     */
    public static Written check(String json) {
        if (json.length() > MAX_CHARS) {
            throw Problem.invalid("", "too_long");
        }
        List<FieldFault> faults = FORMAT.validate(json, InputFormat.JSON).stream()
                .limit(MAX_FAULTS)
                .map(PassportFormat::fault)
                .distinct()
                .toList();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return complete(json);
    }

    /** Reads a passport that the format has let through, as the files of the service. */
    static Written complete(String json) {
        Map<String, Object> content = new LinkedHashMap<>(JSON.readValue(json, new TypeReference<>() {}));
        content.put("form", FormFragments.inline(form(content)));
        String stored = JSON.writeValueAsString(content);
        return new Written(read(stored), stored, sha256(stored));
    }

    static Passport read(String stored) {
        return JSON.readValue(stored, Passport.class);
    }

    // What came as JSON has texts for names.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> form(Map<String, Object> content) {
        return (Map<String, Object>) Objects.requireNonNull(content.get("form"));
    }

    private static FieldFault fault(Error error) {
        String place = error.getInstanceLocation().toString();
        String property = error.getProperty();
        return switch (error.getKeyword()) {
            case "required" -> FieldFault.at(place + "/" + property, "required");
            case "additionalProperties", "propertyNames" -> FieldFault.at(place + "/" + property, "unknown_field");
            default -> FieldFault.at(place, "invalid_value");
        };
    }

    private static Schema format() {
        try (InputStream file = PassportFormat.class.getResourceAsStream("/contracts/passport.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(Objects.requireNonNull(file).readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package okno.application.catalogue;

import com.google.re2j.Pattern;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.regex.RegularExpression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okno.application.catalogue.domain.Passport;
import okno.application.dictionary.domain.CodedFields;
import okno.platform.core.FieldFault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Judges a form by the JSON Schema of its passport, with the check digits of the official numbers. */
public final class FormSchema {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .formats(FieldFormat.all())
            .keyword(new NonValidationKeyword("x-label"))
            .keyword(new NonValidationKeyword("x-hint"))
            .keyword(new NonValidationKeyword("x-options"))
            // Asked elsewhere: what a dictionary says changes, and a schema is compiled once.
            .keyword(new NonValidationKeyword(CodedFields.KEYWORD))
            .keyword(new NonValidationKeyword(AccountKeys.KEYWORD))
            .build();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
            DIALECT,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .regularExpressionFactory(FormSchema::linear)
                    .build()));

    private final Schema schema;
    private final Map<String, Object> source;

    private FormSchema(Schema schema, Map<String, Object> source) {
        this.schema = schema;
        this.source = source;
    }

    public static FormSchema of(Passport passport) {
        return new FormSchema(REGISTRY.getSchema(JSON.<JsonNode>valueToTree(passport.form())), passport.form());
    }

    /** Every field that is wrong, once, by pointers relative to the application: {@code /form/inn}. */
    public List<FieldFault> faults(Map<String, Object> form) {
        Map<String, FieldFault> faults = new LinkedHashMap<>();
        schema.validate(JSON.<JsonNode>valueToTree(form)).stream()
                .map(FormSchema::fault)
                .forEach(fault -> faults.putIfAbsent(fault.pointer(), fault));
        AccountKeys.faults(source, form).forEach(fault -> faults.putIfAbsent(fault.pointer(), fault));
        return List.copyOf(faults.values());
    }

    /** RE2 takes time linear in the text whatever the pattern; Java's own expressions can be made to take years. */
    private static RegularExpression linear(String pattern) {
        Pattern compiled = FormPattern.compile(pattern);
        return value -> compiled.matcher(value).find();
    }

    private static FieldFault fault(Error error) {
        String place = "/form" + error.getInstanceLocation();
        @Nullable String property = error.getProperty();
        return switch (error.getKeyword()) {
            case "required" -> FieldFault.at(place + "/" + property, "required");
            case "additionalProperties" -> FieldFault.at(place + "/" + property, "unknown_field");
            case "format" -> FieldFault.at(place, formatCode(error));
            case "minLength" -> FieldFault.at(place, "too_short");
            case "maxLength" -> FieldFault.at(place, "too_long");
            default -> FieldFault.at(place, "invalid_value");
        };
    }

    private static String formatCode(Error error) {
        String format =
                error.getSchemaNode() == null ? "" : error.getSchemaNode().asString("");
        JsonNode value = error.getInstanceNode();
        return FieldFormat.code(format, value == null ? "" : value.asString(""));
    }
}

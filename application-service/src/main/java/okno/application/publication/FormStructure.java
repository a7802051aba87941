package okno.application.publication;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import okno.application.catalogue.AccountKeys;
import okno.application.catalogue.FormPattern;
import okno.application.catalogue.domain.Applicant;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.Processing;
import okno.application.catalogue.domain.ResultRule;
import okno.application.dictionary.domain.CodedFields;
import okno.platform.core.FieldFault;
import org.jspecify.annotations.Nullable;

/** The parts of a passport must fit together: pointers lead to fields, codes are single, fields have labels. */
final class FormStructure {

    private static final int MAX_FIELDS = 300;

    private final Passport passport;
    private final List<FieldFault> faults = new ArrayList<>();
    private int fields;

    private FormStructure(Passport passport) {
        this.passport = passport;
    }

    static List<FieldFault> faults(Passport passport) {
        FormStructure structure = new FormStructure(passport);
        structure.object(passport.form(), "/form", true);
        if (structure.fields > MAX_FIELDS) {
            structure.faults.add(FieldFault.at("/form", "too_many_fields", MAX_FIELDS));
        }
        structure.pointers();
        structure.codes();
        structure.reasons();
        structure.postponed();
        structure.notices();
        return structure.faults;
    }

    /** {@code labelled}: fields are shown here; below {@code if} and {@code then} they are only judged. */
    private void object(Map<?, ?> schema, String place, boolean labelled) {
        Map<?, ?> properties = map(schema.get("properties"));
        properties.forEach((name, field) -> {
            fields++;
            String here = place + "/properties/" + name;
            Map<?, ?> node = map(field);
            if (labelled && node.get("x-label") == null) {
                faults.add(FieldFault.at(here, "label_missing"));
            }
            object(node, here, labelled);
        });
        if (labelled && schema.get("required") instanceof List<?> required) {
            IntStream.range(0, required.size())
                    .filter(i -> !properties.containsKey(required.get(i)))
                    .forEach(i -> faults.add(FieldFault.at(place + "/required/" + i, "pointer_unknown")));
        }
        for (String part : List.of("items", "if", "then", "else", "not")) {
            if (schema.get(part) instanceof Map<?, ?> nested) {
                object(nested, place + "/" + part, labelled && part.equals("items"));
            }
        }
        if (schema.get("allOf") instanceof List<?> all) {
            IntStream.range(0, all.size()).forEach(i -> object(map(all.get(i)), place + "/allOf/" + i, false));
        }
        values(schema, place, labelled);
    }

    private void values(Map<?, ?> schema, String place, boolean labelled) {
        if (schema.get("x-options") instanceof Map<?, ?> options
                && !(schema.get("enum") instanceof List<?> values
                        && options.keySet().equals(new HashSet<>(values)))) {
            faults.add(FieldFault.at(place + "/x-options", "options_mismatch"));
        }
        boolean text = "string".equals(schema.get("type")) && schema.get("enum") == null;
        if (schema.get(CodedFields.KEYWORD) != null && !(labelled && text)) {
            faults.add(FieldFault.at(place + "/" + CodedFields.KEYWORD, "dictionary_misplaced"));
        }
        boolean paired = schema.get("properties") instanceof Map<?, ?> fields
                && fields.containsKey(AccountKeys.BIC)
                && fields.containsKey(AccountKeys.ACCOUNT);
        if (schema.get(AccountKeys.KEYWORD) != null && !paired) {
            faults.add(FieldFault.at(place + "/" + AccountKeys.KEYWORD, "check_misplaced"));
        }
        if (schema.get("pattern") instanceof String pattern && !FormPattern.isValid(pattern)) {
            faults.add(FieldFault.at(place + "/pattern", "pattern_invalid"));
        }
    }

    private void pointers() {
        for (int i = 0; i < passport.prefill().size(); i++) {
            pointer(passport.prefill().get(i).pointer(), "/prefill/" + i + "/pointer");
        }
        for (int i = 0; i < passport.rules().size(); i++) {
            pointer(passport.rules().get(i).pointer(), "/rules/" + i + "/pointer");
        }
        for (int i = 0; i < passport.registerChecks().size(); i++) {
            pointer(passport.registerChecks().get(i).key(), "/registerChecks/" + i + "/key");
        }
        pointer(passport.regionPointer(), "/regionPointer");
        Applicant.Age age = passport.applicant().age();
        pointer(age == null ? null : age.pointer(), "/applicant/age/pointer");
        Processing.Extract extract = passport.processing().extract();
        pointer(extract == null ? null : extract.keyPointer(), "/processing/extract/keyPointer");
    }

    private void pointer(@Nullable String pointer, String place) {
        if (pointer != null && !leadsToField(pointer)) {
            faults.add(FieldFault.at(place, "pointer_unknown"));
        }
    }

    private boolean leadsToField(String pointer) {
        Map<?, ?> node = passport.form();
        for (String name : pointer.substring(1).split("/")) {
            if (!(map(node.get("properties")).get(name) instanceof Map<?, ?> field)) {
                return false;
            }
            node = field;
        }
        return true;
    }

    private void codes() {
        single(passport.documents().stream().map(Passport.Document::kind).toList(), "/documents", "/kind");
        single(passport.rules().stream().map(Passport.Rule::code).toList(), "/rules", "/code");
        single(
                passport.registerChecks().stream()
                        .map(Passport.RegisterCheck::code)
                        .toList(),
                "/registerChecks",
                "/code");
        single(passport.results().stream().map(ResultRule::code).toList(), "/results", "/code");
    }

    private void single(List<String> codes, String list, String field) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            if (!seen.add(codes.get(i))) {
                faults.add(FieldFault.at(list + "/" + i + field, "duplicate_code"));
            }
        }
    }

    private void reasons() {
        List<Processing.DecisionRule> decisions = passport.processing().decisions();
        for (int i = 0; i < decisions.size(); i++) {
            if (!passport.rejectionReasons().containsKey(decisions.get(i).reason())) {
                faults.add(FieldFault.at("/processing/decisions/" + i + "/reason", "reason_unknown"));
            }
        }
    }

    /** What is found after the submission somebody has to read: where a register decides, nobody would. */
    private void postponed() {
        for (int i = 0; i < passport.registerChecks().size(); i++) {
            if (passport.registerChecks().get(i).whenAway() == Passport.WhenAway.LATER
                    && passport.processing().decidedBy() == Processing.DecidedBy.REGISTER) {
                faults.add(FieldFault.at("/registerChecks/" + i + "/whenAway", "check_needs_officer"));
            }
        }
    }

    /** Of two texts for one status and channel nobody could say which is meant. */
    private void notices() {
        Set<List<String>> seen = new HashSet<>();
        for (int i = 0; i < passport.notifications().size(); i++) {
            Passport.Notification notice = passport.notifications().get(i);
            for (String channel : notice.channels()) {
                if (!seen.add(List.of(notice.status(), channel))) {
                    faults.add(FieldFault.at("/notifications/" + i + "/channels", "duplicate_code"));
                }
            }
        }
    }

    private static Map<?, ?> map(@Nullable Object node) {
        return node instanceof Map<?, ?> map ? map : Map.of();
    }
}

package okno.application.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okno.application.catalogue.FormWords;
import okno.application.catalogue.ResultTexts;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.Processing;
import okno.application.catalogue.domain.ResultRule;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Writes each document of a passport before anybody needs it: with everything filled in, then with nothing that may be
 * missing, so that neither an unknown name nor an optional one outside its section gets into the catalogue.
 */
final class ResultTrial {

    private final Passport passport;
    private final List<FieldFault> faults = new ArrayList<>();

    private ResultTrial(Passport passport) {
        this.passport = passport;
    }

    static List<FieldFault> faults(Passport passport) {
        ResultTrial trial = new ResultTrial(passport);
        for (int i = 0; i < passport.results().size(); i++) {
            ResultRule rule = passport.results().get(i);
            ResultRule.Content content = rule.content();
            if (content != null) {
                trial.write(rule, content, "/results/" + i);
            }
        }
        return trial.faults;
    }

    private void write(ResultRule rule, ResultRule.Content content, String place) {
        boolean byOfficer = content.fields().stream().anyMatch(field -> !field.isOptional());
        boolean noOfficer = passport.processing().decidedBy() == Processing.DecidedBy.REGISTER;
        if (byOfficer && rule.isAutomatic()) {
            faults.add(FieldFault.at(place + "/automatic", "result_needs_officer"));
        }
        if (noOfficer && !rule.isAutomatic()) {
            faults.add(FieldFault.at(place + "/automatic", "result_unreachable"));
        }
        try {
            ResultTexts texts = ResultTexts.of(content, place + "/content");
            for (boolean everything : new boolean[] {true, false}) {
                Map<String, Object> values = values(rule, content, everything);
                for (Locale language : texts.languages()) {
                    texts.paragraphs(language, values);
                    texts.lines(language, values);
                }
            }
        } catch (Problem invalid) {
            invalid.faults().stream().map(fault -> under(place, fault)).forEach(faults::add);
        }
    }

    private Map<String, Object> values(ResultRule rule, ResultRule.Content content, boolean everything) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        content.fields().forEach(field -> fields.put(field.code(), everything || !field.isOptional() ? "x" : null));
        Map<String, @Nullable Object> result = new LinkedHashMap<>(Map.of("number", "x", "issuedOn", "x"));
        result.put("validUntil", rule.validity() == null ? null : "x");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("form", FormWords.sample(passport.form(), everything));
        values.put("fields", fields);
        values.put("application", Map.of("number", "x", "submittedOn", "x"));
        values.put("result", result);
        if (rule.outcome() == ResultRule.Outcome.REJECTED) {
            values.put("decision", Map.of("reason", "x"));
        } else if (passport.processing().resultBy() == Processing.ResultBy.REGISTER_RECORD) {
            values.put("record", Map.of("key", "x"));
        }
        return values;
    }

    private static FieldFault under(String place, FieldFault fault) {
        return fault.pointer().startsWith(place)
                ? fault
                : FieldFault.at(
                        place + "/content" + fault.pointer(),
                        fault.code(),
                        fault.args().toArray());
    }
}

package okno.application.catalogue;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import okno.application.catalogue.domain.Applicant;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.Processing;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one passport, compiled: form schema, rules between fields, documents that depend on the form,
 * decision rules. Readiness, submission and the simulation before publication all ask here.
 */
public final class PassportChecks {

    private final Passport passport;
    private final FormSchema schema;
    private final List<CompiledRule> rules = new ArrayList<>();
    private final Map<String, Expression> documents = new LinkedHashMap<>();
    private final Map<String, Expression> registerChecks = new LinkedHashMap<>();
    private final List<CompiledDecision> decisions = new ArrayList<>();

    private PassportChecks(Passport passport, FormSchema schema) {
        this.passport = passport;
        this.schema = schema;
    }

    private record CompiledRule(
            Passport.Rule rule, @Nullable Expression when, Expression holds) {}

    private record CompiledDecision(Expression when, String reason) {}

    /**
     * Compiles.
     *
     * @throws Problem {@code invalid_content} with a pointer to every condition that does not compile
     */
    public static PassportChecks of(Passport passport) {
        PassportChecks checks = new PassportChecks(passport, FormSchema.of(passport));
        List<FieldFault> faults = new ArrayList<>();
        for (int i = 0; i < passport.rules().size(); i++) {
            Passport.Rule rule = passport.rules().get(i);
            String place = "/rules/" + i;
            Optional<Expression> when = compile(rule.when(), place + "/when", faults);
            compile(rule.holds(), place + "/holds", faults)
                    .ifPresent(holds -> checks.rules.add(new CompiledRule(rule, when.orElse(null), holds)));
        }
        for (int i = 0; i < passport.documents().size(); i++) {
            Passport.Document document = passport.documents().get(i);
            compile(document.requiredWhen(), "/documents/" + i + "/requiredWhen", faults)
                    .ifPresent(when -> checks.documents.put(document.kind(), when));
        }
        for (int i = 0; i < passport.registerChecks().size(); i++) {
            Passport.RegisterCheck check = passport.registerChecks().get(i);
            compile(Expression::compileRegisterCheck, check.holds(), "/registerChecks/" + i + "/holds", faults)
                    .ifPresent(holds -> checks.registerChecks.put(check.code(), holds));
        }
        for (int i = 0; i < passport.processing().decisions().size(); i++) {
            Processing.DecisionRule rule = passport.processing().decisions().get(i);
            compile(rule.when(), "/processing/decisions/" + i + "/when", faults)
                    .ifPresent(when -> checks.decisions.add(new CompiledDecision(when, rule.reason())));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return checks;
    }

    /** Everything that is wrong with a form, by pointers such as {@code /form/inn}. */
    public List<FieldFault> faults(Map<String, Object> form, Facts facts) {
        List<FieldFault> faults = new ArrayList<>(schema.faults(form));
        boolean complete = faults.isEmpty();
        age(form, facts).ifPresent(faults::add);
        Map<String, Object> variables = Expression.variables(form, facts, Map.of());
        for (CompiledRule rule : rules) {
            if (isBroken(rule, variables, complete)) {
                faults.add(FieldFault.worded(
                        "/form" + rule.rule.pointer(),
                        rule.rule.code(),
                        rule.rule.text().ru(),
                        rule.rule.text().en()));
            }
        }
        return faults;
    }

    /** Which rules matter for a form, by their place in the passport. */
    public Set<Integer> appliedRules(Map<String, Object> form, Facts facts) {
        Map<String, Object> variables = Expression.variables(form, facts, Map.of());
        Set<Integer> applied = new TreeSet<>();
        for (int i = 0; i < rules.size(); i++) {
            Expression when = rules.get(i).when;
            if (when == null || isTrue(when, variables)) {
                applied.add(i);
            }
        }
        return applied;
    }

    /** Kinds of the documents that must be attached with this form. */
    public Set<String> requiredDocuments(Map<String, Object> form, Facts facts) {
        Map<String, Object> variables = Expression.variables(form, facts, Map.of());
        return passport.documents().stream()
                .filter(document -> document.required() || isWanted(document, variables))
                .map(Passport.Document::kind)
                .collect(toUnmodifiableSet());
    }

    /** The ground on which the first decision rule that applies refuses; empty when none does. */
    public Optional<String> refusal(Map<String, Object> form, Facts facts, Map<String, Object> register) {
        Map<String, Object> variables = Expression.variables(form, facts, register);
        return decisions.stream()
                .filter(decision -> decision.when.holds(variables))
                .map(CompiledDecision::reason)
                .findFirst();
    }

    /**
     * Whether a register check passes by the record that was found. A condition that cannot be judged by this record does not
     * hold: nobody passes a check because the register leaves something out.
     */
    public boolean passes(
            Passport.RegisterCheck check,
            Map<String, Object> form,
            Optional<Map<String, Object>> record,
            LocalDate today) {
        Expression holds = registerChecks.get(check.code());
        return record.map(found -> holds == null || isTrue(holds, Expression.variables(form, found, today)))
                .orElse(false);
    }

    /** Whether every decision rule can be judged for this form, whatever the register says. */
    public boolean isDecidable(Map<String, Object> form, Facts facts) {
        try {
            for (boolean found : new boolean[] {true, false}) {
                Map<String, Object> variables = Expression.variables(form, facts, Map.of("found", found));
                decisions.forEach(decision -> decision.when.holds(variables));
            }
            return true;
        } catch (Expression.Undecided e) {
            return false;
        }
    }

    /**
     * A rule that lacks a field is silent while the form's schema still complains, for that is said already; once the
     * schema is content, a rule that cannot be judged is broken: nobody submits past it.
     */
    private static boolean isBroken(CompiledRule rule, Map<String, Object> variables, boolean complete) {
        try {
            return (rule.when == null || rule.when.holds(variables)) && !rule.holds.holds(variables);
        } catch (Expression.Undecided e) {
            return complete;
        }
    }

    private boolean isWanted(Passport.Document document, Map<String, Object> variables) {
        Expression when = documents.get(document.kind());
        return when != null && isTrue(when, variables);
    }

    private static boolean isTrue(Expression condition, Map<String, Object> variables) {
        try {
            return condition.holds(variables);
        } catch (Expression.Undecided e) {
            // Nothing to decide it by: the field is missing, which the schema allows or complains about by itself.
            return false;
        }
    }

    private Optional<FieldFault> age(Map<String, Object> form, Facts facts) {
        Applicant.Age age = passport.applicant().age();
        if (age == null || age.pointer() == null || !(Pointers.read(form, age.pointer()) instanceof String born)) {
            return Optional.empty();
        }
        try {
            return age.fits(LocalDate.parse(born), facts.today())
                    ? Optional.empty()
                    : Optional.of(FieldFault.at("/form" + age.pointer(), Applicant.AGE_FAULT));
        } catch (DateTimeException e) {
            // Not a date: the schema has said so.
            return Optional.empty();
        }
    }

    private static Optional<Expression> compile(@Nullable String text, String pointer, List<FieldFault> faults) {
        return compile(Expression::compile, text, pointer, faults);
    }

    private static Optional<Expression> compile(
            BiFunction<String, String, Expression> compiler,
            @Nullable String text,
            String pointer,
            List<FieldFault> faults) {
        try {
            return text == null ? Optional.empty() : Optional.of(compiler.apply(text, pointer));
        } catch (Problem invalid) {
            faults.addAll(invalid.faults());
            return Optional.empty();
        }
    }
}

package okno.application.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import okno.application.catalogue.Facts;
import okno.application.catalogue.PassportChecks;
import okno.application.catalogue.Pointers;
import okno.application.catalogue.domain.Kind;
import okno.application.catalogue.domain.Passport;
import okno.platform.core.FieldFault;
import org.jspecify.annotations.Nullable;

/**
 * Goes every way through a form before anybody else does: for each kind of applicant the shortest form, the fullest, and
 * one for each answer of each choice, and one to which each rule applies. Forms are made up from the schema, the same ones every time; what the rules refuse is
 * tried again with other values, and at last with the passport's own examples.
 */
final class Simulation {

    private static final int TRIES = 1_000;
    private static final int REPAIRS = 3;
    private static final int MAX_TRIES = 20_000;

    private final Passport passport;
    private final PassportChecks checks;
    private final LocalDate today;
    private final List<FieldFault> findings = new ArrayList<>();
    private final List<Report.Path> paths = new ArrayList<>();
    private final Set<Integer> appliedRules = new HashSet<>();
    private boolean undecided;
    private int tried;

    Simulation(Passport passport, PassportChecks checks, LocalDate today) {
        this.passport = passport;
        this.checks = checks;
        this.today = today;
    }

    /** One answer of a choice; {@code schemaPlace} is where the passport has it. */
    private record Branch(String pointer, Object value, String schemaPlace) {}

    Report run() {
        for (Kind kind : kinds()) {
            examples(kind);
            path(kind, SampleForms.Fill.REQUIRED, null, "/form");
            path(kind, SampleForms.Fill.ALL, null, "/form");
        }
        if (paths.stream().noneMatch(Report.Path::reachable)) {
            // Nothing can be submitted at all: to try each answer as well would say the same a hundred times.
            return new Report(findings, paths);
        }
        for (Branch branch : branches(passport.form(), "", "/form")) {
            // One kind for whom the answer leads on is enough: others may be kept from it by a rule.
            boolean reachable =
                    kinds().stream().anyMatch(kind -> tryAll(kind, SampleForms.Fill.REQUIRED, branch, null));
            report("%s=%s".formatted(branch.pointer, branch.value), reachable, branch.schemaPlace);
        }
        for (int i = 0; i < passport.rules().size(); i++) {
            int rule = i;
            boolean applied = appliedRules.contains(i)
                    || kinds().stream().anyMatch(kind -> tryAll(kind, SampleForms.Fill.ALL, null, rule));
            report("/rules/" + i, applied, "/rules/" + i);
        }
        if (undecided) {
            findings.add(FieldFault.at("/processing/decisions", "decision_undecided"));
        }
        return new Report(findings, paths);
    }

    private List<Kind> kinds() {
        return passport.applicant().kinds().stream().sorted().toList();
    }

    private void path(Kind kind, SampleForms.Fill fill, @Nullable Branch branch, String place) {
        report(kind + " " + fill, tryAll(kind, fill, branch, null), place);
    }

    private void report(String name, boolean reachable, String place) {
        paths.add(new Report.Path(name, reachable));
        if (!reachable) {
            findings.add(FieldFault.at(place, "branch_unreachable", name));
        }
    }

    /** The passport's own examples must hold, whatever else does. */
    private void examples(Kind kind) {
        for (int i = 0; i < passport.examples().size(); i++) {
            Passport.Example example = passport.examples().get(i);
            if (isFor(example, kind)) {
                boolean holds = holds(example.form(), kind);
                paths.add(new Report.Path(kind + " " + example.name(), holds));
                if (!holds) {
                    findings.add(
                            FieldFault.at("/examples/" + i + "/form", "example_invalid", codes(example.form(), kind)));
                }
            }
        }
    }

    /** {@code rule}: one that must matter for the form found; null: any form will do. */
    private boolean tryAll(Kind kind, SampleForms.Fill fill, @Nullable Branch branch, @Nullable Integer rule) {
        Map<String, Object> pinned = branch == null ? Map.of() : Map.of(branch.pointer, branch.value);
        SampleForms samples = new SampleForms(passport.form(), pinned, today);
        for (int attempt = 0; attempt < TRIES && tried < MAX_TRIES; attempt++) {
            tried++;
            // Only the first tries keep to the fill asked for: a rule may need an optional field.
            Optional<Map<String, Object>> form =
                    attempt < TRIES / 2 ? samples.next(fill, attempt) : samples.next(SampleForms.Fill.SOME, attempt);
            if (form.flatMap(made -> submittable(samples, made, kind))
                    .filter(made -> isApplied(rule, made, kind))
                    .isPresent()) {
                return true;
            }
        }
        return passport.examples().stream()
                .filter(example -> isFor(example, kind) && hasBranch(example.form(), branch))
                .anyMatch(example -> holds(example.form(), kind) && isApplied(rule, example.form(), kind));
    }

    /** The form, with what conditions of the schema turn out to ask for, if it can be submitted. */
    private Optional<Map<String, Object>> submittable(SampleForms samples, Map<String, Object> form, Kind kind) {
        Map<String, Object> repaired = form;
        for (int round = 0; round < REPAIRS; round++) {
            List<FieldFault> faults = checks.faults(repaired, facts(kind));
            List<String> missing = faults.stream()
                    .filter(fault -> fault.code().equals("required"))
                    .map(fault -> fault.pointer().substring("/form".length()))
                    .toList();
            if (missing.isEmpty()) {
                return faults.isEmpty() ? Optional.of(noted(repaired, kind)) : Optional.empty();
            }
            Optional<Map<String, Object>> fuller = samples.with(repaired, missing);
            if (fuller.isEmpty()) {
                return Optional.empty();
            }
            repaired = fuller.get();
        }
        return Optional.empty();
    }

    private Map<String, Object> noted(Map<String, Object> form, Kind kind) {
        appliedRules.addAll(checks.appliedRules(form, facts(kind)));
        undecided |= !checks.isDecidable(form, facts(kind));
        return form;
    }

    private boolean holds(Map<String, Object> form, Kind kind) {
        return checks.faults(form, facts(kind)).isEmpty();
    }

    private boolean isApplied(@Nullable Integer rule, Map<String, Object> form, Kind kind) {
        return rule == null || checks.appliedRules(form, facts(kind)).contains(rule);
    }

    private String codes(Map<String, Object> form, Kind kind) {
        return checks.faults(form, facts(kind)).stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .collect(Collectors.joining(", "));
    }

    private Facts facts(Kind kind) {
        return new Facts(
                today,
                kind,
                passport.applicant().ial().name(),
                passport.documents().stream().map(Passport.Document::kind).collect(Collectors.toSet()));
    }

    private static boolean isFor(Passport.Example example, Kind kind) {
        return example.kind() == null || example.kind() == kind;
    }

    private static boolean hasBranch(Map<String, Object> form, @Nullable Branch branch) {
        return branch == null || branch.value.equals(Pointers.read(form, branch.pointer));
    }

    private static List<Branch> branches(Map<?, ?> schema, String pointer, String place) {
        List<Branch> branches = new ArrayList<>();
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            Map<String, Map<?, ?>> fields = new LinkedHashMap<>();
            properties.forEach((name, field) -> fields.put(String.valueOf(name), (Map<?, ?>) field));
            fields.forEach((name, field) -> {
                String here = pointer + "/" + name;
                String there = place + "/properties/" + name;
                if (field.get("enum") instanceof List<?> values) {
                    for (int i = 0; i < values.size(); i++) {
                        branches.add(new Branch(here, values.get(i), there + "/enum/" + i));
                    }
                } else if ("boolean".equals(field.get("type")) && field.get("const") == null) {
                    branches.add(new Branch(here, true, there));
                    branches.add(new Branch(here, false, there));
                }
                branches.addAll(branches(field, here, there));
            });
        }
        return branches;
    }
}

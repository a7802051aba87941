package okno.application.catalogue.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okno.application.catalogue.Eligibility;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.Term;
import okno.platform.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * A service as people see it, in their language; lists leave out {@code form}, {@code documents} and {@code steps}.
 *
 * @param lifeEvents codes of the life events in which people need it
 * @param regions two-digit codes of the regions that provide it; empty: the whole country
 * @param applicants PERSON, SOLE_TRADER, ORG
 * @param eligible whether the caller may apply, by their account, their rights and their age; left out for who is not logged
 *     in, and while it is not known how old they are
 * @param ageUnknown true when it hangs on the caller's age, and that is not known at the moment; else left out
 * @param requiredIal how well the person must be known to submit
 * @param fee the duty as of today; null: free of charge
 * @param form JSON Schema 2020-12; {@code title} of each field is its label in the caller's language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ServiceResponse(
        String code,
        int version,
        String title,
        String description,
        String category,
        List<String> lifeEvents,
        String agency,
        List<String> regions,
        List<String> applicants,
        @Nullable Boolean eligible,
        @Nullable Boolean ageUnknown,
        String requiredIal,
        String signature,
        @Nullable Money fee,
        TermView term,
        @Nullable Map<String, Object> form,
        @Nullable List<DocumentView> documents,
        @Nullable List<String> steps) {

    record TermView(int amount, String unit) {}

    record DocumentView(String kind, String title, List<String> formats, long maxBytes, boolean required) {}

    /** What is valid today, and whether who asks may apply; null: they are not logged in. */
    record Context(@Nullable Money fee, Term term, Eligibility.@Nullable Verdict verdict) {}

    static ServiceResponse line(Passport passport, Context context, Locale locale) {
        return of(passport, context, locale, false);
    }

    static ServiceResponse whole(Passport passport, Context context, Locale locale) {
        return of(passport, context, locale, true);
    }

    private static ServiceResponse of(Passport passport, Context context, Locale locale, boolean whole) {
        return new ServiceResponse(
                passport.code(),
                passport.version(),
                passport.title().in(locale),
                passport.description().in(locale),
                passport.category(),
                passport.lifeEvents(),
                passport.agency(),
                passport.regions().stream().sorted().toList(),
                passport.applicant().kinds().stream().map(Enum::name).sorted().toList(),
                eligible(context.verdict),
                context.verdict == Eligibility.Verdict.AGE_UNKNOWN ? true : null,
                passport.applicant().ial().name(),
                passport.signature().name(),
                context.fee,
                new TermView(context.term.amount(), context.term.unit().name()),
                whole ? labelled(passport.form(), locale) : null,
                whole ? documents(passport, locale) : null,
                whole ? steps(passport) : null);
    }

    private static @Nullable Boolean eligible(Eligibility.@Nullable Verdict verdict) {
        return switch (verdict) {
            case null -> null;
            case YES -> true;
            case NO -> false;
            case AGE_UNKNOWN -> null;
        };
    }

    private static List<DocumentView> documents(Passport passport, Locale locale) {
        return passport.documents().stream()
                .map(document -> new DocumentView(
                        document.kind(),
                        document.title().in(locale),
                        document.formats().stream().sorted().toList(),
                        document.limit(),
                        document.required()))
                .toList();
    }

    private static List<String> steps(Passport passport) {
        List<String> steps = new ArrayList<>(List.of("FORM"));
        if (!passport.documents().isEmpty()) {
            steps.add("DOCUMENTS");
        }
        if (passport.signature() != Passport.SignatureKind.NONE) {
            steps.add("SIGNATURE");
        }
        steps.add("SUBMISSION");
        if (passport.duty() != null) {
            steps.add("PAYMENT");
        }
        steps.add("RESULT");
        return steps;
    }

    /** The schema with every {@code x-label} also as the standard {@code title}, in one language. */
    private static Map<String, Object> labelled(Map<String, Object> schema, Locale locale) {
        Map<String, Object> shown = new LinkedHashMap<>();
        schema.forEach((name, value) -> {
            if (name.equals("x-label") && value instanceof Map<?, ?> label) {
                shown.put("title", label.get(locale.getLanguage().equals("en") ? "en" : "ru"));
            }
            if (name.equals("x-hint") && value instanceof Map<?, ?> hint) {
                shown.put("description", hint.get(locale.getLanguage().equals("en") ? "en" : "ru"));
            }
            shown.put(
                    name,
                    value instanceof Map<?, ?> nested && !name.startsWith("x-") ? labelledAny(nested, locale) : value);
        });
        return shown;
    }

    // What came as JSON has texts for names.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> labelledAny(Map<?, ?> nested, Locale locale) {
        return labelled((Map<String, Object>) nested, locale);
    }
}

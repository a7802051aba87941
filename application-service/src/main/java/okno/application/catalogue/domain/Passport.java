package okno.application.catalogue.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okno.platform.core.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What a state service is: who may apply, what is asked, what it costs, how long it takes and who decides. Its format is
 * published as {@code contracts/passport.schema.json}.
 *
 * @param code stable code of the service
 * @param version grows with every change; an application keeps the version it was begun with
 * @param agency code of the agency that answers for it
 * @param oneActive an owner may have only one application of it under way
 * @param form JSON Schema 2020-12 of the form
 * @param regionPointer JSON Pointer of the two-digit region code in the form; null: the service knows no regions
 * @param duty null: free of charge
 * @param rejectionReasons grounds on which the agency may refuse, by code
 * @param statusTitles what the applicant reads for a status, by status
 */
public record Passport(
        String code,
        int version,
        Texts title,
        Texts description,
        String category,
        String agency,
        Applicant applicant,
        boolean oneActive,
        Map<String, Object> form,
        List<Prefill> prefill,
        @Nullable String regionPointer,
        List<Document> documents,
        SignatureKind signature,
        @Nullable Duty duty,
        Term term,
        Processing processing,
        Map<String, Texts> rejectionReasons,
        Map<String, Texts> statusTitles) {

    public Passport {
        prefill = prefill == null ? List.of() : List.copyOf(prefill);
        documents = documents == null ? List.of() : List.copyOf(documents);
        rejectionReasons = rejectionReasons == null ? Map.of() : Map.copyOf(rejectionReasons);
    }

    /** The document that the applicant may attach under this kind. */
    public Optional<Document> document(String kind) {
        return documents.stream().filter(d -> d.kind().equals(kind)).findFirst();
    }

    public String statusTitle(String status, Locale locale) {
        Texts title = statusTitles.get(status);
        return title == null ? status : title.in(locale);
    }

    /** Who may apply; {@code ial}: how well the person must be known to submit. */
    public record Applicant(Set<Kind> kinds, Ial ial) {}

    /** For whom a person may ask. */
    public enum Kind {
        PERSON,
        ORG
    }

    /** How well a person is known, from weak to strong; names are those of the {@code ial} claim. */
    public enum Ial {
        simplified,
        standard,
        confirmed;

        /** True when the claim of a caller is at least this; an unknown or empty claim is less than everything. */
        public boolean metBy(String claim) {
            return List.of(values()).stream()
                    .filter(known -> known.name().equals(claim))
                    .anyMatch(known -> known.compareTo(this) >= 0);
        }
    }

    /**
     * Where a field comes from.
     *
     * @param pointer JSON Pointer into the form
     * @param source {@code identity.<field>}, {@code registry.<field>} or {@code acting.<field>}
     */
    public record Prefill(String pointer, String source) {}

    /** A document that is attached; {@code maxBytes} is 5 MB when the passport names none. */
    public record Document(
            String kind,
            Texts title,
            Set<String> formats,
            @Nullable Long maxBytes,
            boolean required) {

        private static final long DEFAULT_MAX_BYTES = 5L * 1024 * 1024;

        public long limit() {
            return maxBytes == null ? DEFAULT_MAX_BYTES : maxBytes;
        }
    }

    /** Strength of the electronic signature, 63-FZ art. 5; a stronger one serves for a weaker. */
    public enum SignatureKind {
        NONE,
        SIMPLE,
        ADVANCED,
        QUALIFIED
    }

    /** The state duty, by the code of its dated tariff. */
    public record Duty(String tariff) {}

    /** How long the agency has. */
    public record Term(int amount, Unit unit) {

        /** The last day of the term; the day of submission does not count. */
        public LocalDate lastDay(LocalDate submitted, WorkingCalendar calendar) {
            return switch (unit) {
                case WORKING_DAYS -> calendar.plusWorkingDays(submitted, amount);
                case CALENDAR_DAYS -> submitted.plusDays(amount);
                case INSTANT -> submitted;
            };
        }

        /** What the amount counts. */
        public enum Unit {
            WORKING_DAYS,
            CALENDAR_DAYS,
            INSTANT
        }
    }

    /** Who decides, and what the applicant gets; {@code extract} only when that is an extract. */
    public record Processing(
            DecidedBy decidedBy,
            ResultBy resultBy,
            @Nullable Extract extract) {

        /** Who decides. */
        public enum DecidedBy {
            OFFICER,
            REGISTER
        }

        /** What the applicant gets. */
        public enum ResultBy {
            AGENCY,
            REGISTER_RECORD,
            REGISTER_EXTRACT
        }

        /** Which extract; {@code keyPointer} is the JSON Pointer of the record's key in the form. */
        public record Extract(String register, String keyPointer, String kind, String format) {}
    }
}

package okno.application.catalogue.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a state service is: who may apply, what is asked, what it costs, how long it takes and who decides. Its format is
 * published as {@code contracts/passport.schema.json} and explained in {@code docs/passports.md}. Versions published under
 * an older format are still read: what they do not say is empty.
 *
 * @param code stable code of the service
 * @param version grows with every change; an application keeps the version it was begun with
 * @param lifeEvents codes of the life events in which people need it
 * @param synonyms other words people search it by
 * @param agency code of the agency that answers for it
 * @param regions two-digit codes of the regions that provide it; empty: the whole country
 * @param oneActive an owner may have only one application of it under way
 * @param form JSON Schema 2020-12 of the form
 * @param rules what must hold between fields
 * @param registerChecks what a register must say of what the form names
 * @param regionPointer JSON Pointer of the two-digit region code in the form; null: the service knows no regions
 * @param routing which units work for which regions
 * @param duty null: free of charge
 * @param applicantTerms how long the applicant has for what they are asked; null: the common terms
 * @param rejectionReasons grounds on which the agency may refuse, by code
 * @param statusTitles what the applicant reads for a status, by status, where it differs from {@link StatusTitles}
 * @param allowedActions what the applicant may do in a status, by status; a status that is not named allows what the
 *     life cycle does
 * @param sources the law that each part follows from
 * @param examples forms by which publication tries paths that it cannot find by itself
 */
public record Passport(
        String code,
        int version,
        Texts title,
        Texts description,
        String category,
        List<String> lifeEvents,
        Synonyms synonyms,
        String agency,
        Set<String> regions,
        Applicant applicant,
        boolean oneActive,
        Map<String, Object> form,
        List<Prefill> prefill,
        List<Rule> rules,
        List<RegisterCheck> registerChecks,
        @Nullable String regionPointer,
        List<Route> routing,
        List<Document> documents,
        SignatureKind signature,
        @Nullable Duty duty,
        TermRule term,
        @Nullable ApplicantTerms applicantTerms,
        Processing processing,
        Map<String, Texts> rejectionReasons,
        Map<String, Texts> statusTitles,
        Map<String, Set<String>> allowedActions,
        List<ResultRule> results,
        List<Notification> notifications,
        List<Source> sources,
        List<Example> examples) {

    public Passport {
        lifeEvents = orEmpty(lifeEvents);
        synonyms = synonyms == null ? new Synonyms(List.of(), List.of()) : synonyms;
        regions = regions == null ? Set.of() : Set.copyOf(regions);
        prefill = orEmpty(prefill);
        rules = orEmpty(rules);
        registerChecks = orEmpty(registerChecks);
        routing = orEmpty(routing);
        documents = orEmpty(documents);
        rejectionReasons = rejectionReasons == null ? Map.of() : Map.copyOf(rejectionReasons);
        statusTitles = statusTitles == null ? Map.of() : Map.copyOf(statusTitles);
        allowedActions = allowedActions == null ? Map.of() : Map.copyOf(allowedActions);
        results = orEmpty(results);
        notifications = orEmpty(notifications);
        sources = orEmpty(sources);
        examples = orEmpty(examples);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** The document that the applicant gets, by its code. */
    public Optional<ResultRule> result(String code) {
        return results.stream().filter(result -> result.code().equals(code)).findFirst();
    }

    /** The document that the applicant may attach under this kind. */
    public Optional<Document> document(String kind) {
        return documents.stream().filter(d -> d.kind().equals(kind)).findFirst();
    }

    public String statusTitle(String status, Locale locale) {
        Texts title = statusTitles.get(status);
        return title == null ? StatusTitles.of(status, locale) : title.in(locale);
    }

    /** Whether the applicant may take an action in a status, as far as the service goes; the life cycle has its say, too. */
    public boolean allows(String status, String action) {
        Set<String> actions = allowedActions.get(status);
        return actions == null || actions.contains(action);
    }

    /** The units that work for a region; empty: the agency does not divide its work. */
    public List<String> units(@Nullable String region) {
        return routing.stream()
                .filter(route -> route.regions().isEmpty()
                        || (region != null && route.regions().contains(region)))
                .findFirst()
                .map(Route::units)
                .orElse(List.of());
    }

    /** How long the applicant has: the service's own rule, else the common dated term. */
    public TermRule applicantTerm(Awaited awaited) {
        TermRule own = applicantTerms == null
                ? null
                : switch (awaited) {
                    case ANSWER -> applicantTerms.answer();
                    case CORRECTION -> applicantTerms.correction();
                    case PAYMENT -> applicantTerms.payment();
                };
        return own == null ? awaited.common() : own;
    }

    /** What the service itself has to say when a status is reached. */
    public List<Notification> notifications(String status) {
        return notifications.stream()
                .filter(notification -> notification.status().equals(status))
                .toList();
    }

    public boolean providedIn(String region) {
        return regions.isEmpty() || regions.contains(region);
    }

    /** Terms of the applicant; null: the common one. */
    public record ApplicantTerms(
            @Nullable TermRule answer,
            @Nullable TermRule correction,
            @Nullable TermRule payment) {}

    /** What an applicant is waited for. */
    public enum Awaited {
        ANSWER,
        CORRECTION,
        PAYMENT;

        private TermRule common() {
            return new TermRule(null, null, "term.applicant-" + name().toLowerCase(Locale.ROOT));
        }
    }

    /** Other words for the service, for search. */
    public record Synonyms(List<String> ru, List<String> en) {}

    /**
     * Where a field comes from. Of several for one field the first that has a value counts.
     *
     * @param pointer JSON Pointer into the form
     * @param source {@code identity.<field>}, {@code registry.<field>}, {@code acting.<field>} or {@code
     *     previous.<field>} of the newest application that the owner has submitted for the service
     */
    public record Prefill(String pointer, String source) {}

    /**
     * What must hold between fields.
     *
     * @param pointer JSON Pointer into the form of the field that is shown as wrong
     * @param code stable code of the fault
     * @param when CEL: the rule matters only then; null: always
     * @param holds CEL: true when all is well
     */
    public record Rule(
            String pointer, String code, @Nullable String when, String holds, Texts text) {}

    /**
     * What a register must say of a record that the form names.
     *
     * @param code stable code of the fault
     * @param register whose record: {@code EGRUL}
     * @param key JSON Pointer into the form of the record's key, its ОГРН; an empty field is not checked
     * @param holds CEL over {@code form}, {@code record} and {@code today}: true when all is well; null: that there is a
     *     record is enough
     */
    public record RegisterCheck(
            String code,
            String register,
            String key,
            @Nullable String holds,
            WhenAway whenAway,
            Texts text) {}

    /** What becomes of a check while the register does not answer. */
    public enum WhenAway {
        /** Nobody submits. */
        REFUSE,
        /** It is made after the submission; an officer reads what came of it. */
        LATER
    }

    /** {@code regions} empty: all that no earlier route names. */
    public record Route(Set<String> regions, List<String> units) {

        public Route {
            regions = regions == null ? Set.of() : Set.copyOf(regions);
        }
    }

    /**
     * A document that is attached; {@code maxBytes} is 5 MB when the passport names none.
     *
     * @param requiredWhen CEL over the form: required only then; null: {@code required} alone decides
     * @param quality what a scan must be; null: anything readable
     */
    public record Document(
            String kind,
            Texts title,
            Set<String> formats,
            @Nullable Long maxBytes,
            boolean required,
            @Nullable String requiredWhen,
            @Nullable Quality quality) {

        private static final long DEFAULT_MAX_BYTES = 5L * 1024 * 1024;

        public long limit() {
            return maxBytes == null ? DEFAULT_MAX_BYTES : maxBytes;
        }
    }

    /**
     * What a scan must be; null does not matter.
     *
     * @param minDpi smallest resolution in dots per inch, of pictures and of pages that are pictures
     * @param minWidth smallest width of a picture in pixels
     * @param minHeight smallest height of a picture in pixels
     * @param maxPages most pages of a PDF
     * @param minSharpness smallest variance of the Laplacian of a picture's brightness from 0 to 255; a page of text that
     *     nobody can read gives less than 15 at 200 dots per inch and more
     */
    public record Quality(
            @Nullable Integer minDpi,
            @Nullable Integer minWidth,
            @Nullable Integer minHeight,
            @Nullable Integer maxPages,
            @Nullable Integer minSharpness) {}

    /** Strength of the electronic signature, 63-FZ art. 5; a stronger one serves for a weaker. */
    public enum SignatureKind {
        NONE,
        SIMPLE,
        ADVANCED,
        QUALIFIED
    }

    /** The state duty, by the code of its dated tariff. */
    public record Duty(String tariff) {}

    /**
     * What the applicant is told when a status is reached. The words are the service's, alike for everybody.
     *
     * @param channels INBOX, EMAIL, SMS
     * @param title stands for the title of the standard notice; null: that title
     * @param text follows the words of the standard notice
     */
    public record Notification(
            String status, Set<String> channels, @Nullable Texts title, Texts text) {}

    /** Where a part of the passport comes from: an act and its article. */
    public record Source(String about, String act, @Nullable String article) {}

    /** A complete form, as {@code kind} of applicant would fill it in. */
    public record Example(String name, @Nullable Kind kind, Map<String, Object> form) {}
}

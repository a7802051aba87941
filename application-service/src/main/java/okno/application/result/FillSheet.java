package okno.application.result;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationNumber;
import okno.application.casefile.domain.Decision;
import okno.application.casefile.domain.Filing;
import okno.application.casefile.domain.RegisterRecord;
import okno.application.casefile.persistence.Forms;
import okno.application.catalogue.CatalogueSnapshots;
import okno.application.catalogue.FormWords;
import okno.application.catalogue.ResultTexts;
import okno.application.catalogue.TermQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.References;
import okno.application.catalogue.domain.ResultRule;
import okno.application.catalogue.domain.Texts;
import okno.application.dictionary.Dictionaries;
import okno.application.result.domain.Sheet;
import okno.application.result.persistence.IssuedResults;
import okno.platform.core.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Puts together what stands in a document: the texts of the passport, filled from the application and by the officer. */
@Component
@EnableConfigurationProperties(ResultProperties.class)
class FillSheet {

    private final Forms forms;
    private final CatalogueSnapshots snapshots;
    private final Dictionaries dictionaries;
    private final IssuedResults results;
    private final ResultProperties properties;
    private final Clock clock;

    FillSheet(
            Forms forms,
            CatalogueSnapshots snapshots,
            Dictionaries dictionaries,
            IssuedResults results,
            ResultProperties properties,
            Clock clock) {
        this.forms = forms;
        this.snapshots = snapshots;
        this.dictionaries = dictionaries;
        this.results = results;
        this.properties = properties;
        this.clock = clock;
    }

    /** What the document is about; {@code fields} as {@link OfficerFields} let them pass. */
    record Subject(Application application, Passport passport, ResultRule rule, Map<String, Object> fields) {}

    /**
     * May ask registry-service for the names of codes, so it runs outside any transaction.
     *
     * @throws okno.platform.core.Problem {@code dependency_unavailable} when they cannot be had
     */
    Sheet handle(Subject subject) {
        Application application = subject.application;
        Passport passport = subject.passport;
        ResultRule rule = subject.rule;
        ResultRule.Content content = Objects.requireNonNull(rule.content());
        Filing filing = Objects.requireNonNull(application.filing());
        LocalDate today = LocalDate.now(clock.withZone(TermQueries.ZONE));
        UUID id = Ids.next();
        Sheet empty = new Sheet(
                id,
                ApplicationNumber.of(passport.agency() + "-r", today.getYear(), results.nextSerial())
                        .value(),
                rule.code(),
                Objects.requireNonNull(rule.template()),
                rule.title(),
                today,
                rule.validity() == null ? null : rule.validity().lastDay(today),
                new Sheet.Source(
                        passport.code(),
                        passport.version(),
                        passport.title(),
                        passport.agency(),
                        agencyTitle(passport, today),
                        filing.number().value(),
                        LocalDate.ofInstant(filing.submittedAt(), TermQueries.ZONE)),
                List.of(),
                properties.verification(id));
        ResultTexts texts = ResultTexts.of(content, "");
        Map<String, Object> form = forms.get(application.id()).fields();
        return withPages(
                empty,
                texts.languages().stream()
                        .map(language -> page(texts, language, values(subject, empty, form, language)))
                        .toList());
    }

    private static Sheet.Page page(ResultTexts texts, Locale language, Map<String, Object> values) {
        return new Sheet.Page(language, texts.paragraphs(language, values), texts.lines(language, values));
    }

    private static Sheet withPages(Sheet sheet, List<Sheet.Page> pages) {
        return new Sheet(
                sheet.id(),
                sheet.number(),
                sheet.code(),
                sheet.layout(),
                sheet.title(),
                sheet.issuedOn(),
                sheet.validUntil(),
                sheet.source(),
                pages,
                sheet.link());
    }

    private Map<String, Object> values(Subject subject, Sheet sheet, Map<String, Object> form, Locale language) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("number", sheet.number());
        result.put("issuedOn", FormWords.day(sheet.issuedOn(), language));
        result.put("validUntil", sheet.validUntil() == null ? null : FormWords.day(sheet.validUntil(), language));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(
                "form",
                FormWords.of(
                        subject.passport.form(),
                        form,
                        language,
                        (dictionary, code) ->
                                said(dictionary, code, sheet.source().submittedOn(), language)));
        values.put("fields", OfficerFields.said(subject.rule, subject.fields, language));
        values.put(
                "application",
                Map.of(
                        "number",
                        sheet.source().applicationNumber(),
                        "submittedOn",
                        FormWords.day(sheet.source().submittedOn(), language)));
        values.put("result", result);
        values.put("decision", decision(subject, language));
        values.put("record", record(subject.application.record()));
        return values;
    }

    /** The code, and what it was called when the applicant said it. */
    private String said(String dictionary, String code, LocalDate day, Locale language) {
        return dictionaries
                .find(dictionary)
                .flatMap(known -> known.name(code, day, language))
                .map(name -> code + " " + name)
                .orElse(code);
    }

    private static Map<String, Object> decision(Subject subject, Locale language) {
        Decision decision = subject.application.decision();
        String code = decision == null ? null : decision.reasonCode();
        Texts reason = code == null ? null : subject.passport.rejectionReasons().get(code);
        return reason == null ? Map.of() : Map.of("reason", reason.in(language));
    }

    private static Map<String, Object> record(@Nullable RegisterRecord made) {
        return made == null ? Map.of() : Map.of("key", made.key());
    }

    private Texts agencyTitle(Passport passport, LocalDate today) {
        return snapshots
                .current()
                .references()
                .word(References.AGENCY, passport.agency(), today)
                .map(word -> new Texts(word.ru(), word.en()))
                .orElse(new Texts(passport.agency(), passport.agency()));
    }
}

package okno.application.result;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import okno.application.attachment.KeepPaper;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Filing;
import okno.application.casefile.domain.Paper;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.ResultRule;
import okno.application.catalogue.domain.Texts;
import okno.application.content.FileRule;
import okno.application.result.domain.IssuedResult;
import okno.application.result.domain.Sheet;
import okno.application.result.persistence.IssuedResults;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a document from the template of a passport and puts it with its application: drawn, sealed and stored outside the
 * transaction, recorded in it.
 */
@Component
public class KeepResult {

    private static final FileRule RULE = FileRule.ofOurOwn(Set.of("PDF", "XML"), 10L * 1024 * 1024);
    private static final Texts UNTITLED = new Texts("Результат услуги", "Result of the service");

    private final FillSheet fillSheet;
    private final DrawResult drawResult;
    private final KeepPaper keepPaper;
    private final IssuedResults results;
    private final Clock clock;

    KeepResult(FillSheet fillSheet, DrawResult drawResult, KeepPaper keepPaper, IssuedResults results, Clock clock) {
        this.fillSheet = fillSheet;
        this.drawResult = drawResult;
        this.keepPaper = keepPaper;
        this.results = results;
        this.clock = clock;
    }

    /** A document to be made; {@code fields} as the officer filled them in. */
    public record Command(
            Application application,
            Passport passport,
            ResultRule rule,
            Map<String, Object> fields,
            boolean automatic) {}

    /** What the agency says of a file that it brings; {@code number} and {@code validUntil} null: it says nothing. */
    public record Brought(Application application, Passport passport, Details details) {}

    /** The agency's own number of its document, and the last day that it is good. */
    public record Details(@Nullable String number, @Nullable LocalDate validUntil) {

        public static final Details NONE = new Details(null, null);
    }

    /**
     * Makes the document; {@code effect} runs in the transaction that records it.
     *
     * @throws Problem {@code invalid_content} where a field is missing or wrong; {@code dependency_unavailable} when the
     *     portal's seal, or the name of a code, cannot be had now: there is no document then
     */
    public <T> T make(Command command, Function<IssuedResult, T> effect) {
        OfficerFields.check(Objects.requireNonNull(command.rule.content()), command.fields);
        Sheet sheet = fillSheet.handle(
                new FillSheet.Subject(command.application, command.passport, command.rule, command.fields));
        DrawResult.Files files = drawResult.handle(sheet, command.rule.formats().contains("XML"));
        return keepPaper.ofOurOwn(
                command.application.id(),
                sheet.id(),
                file(sheet, "pdf", files.pdf()),
                RULE,
                paper -> files.xml() == null
                        ? effect.apply(recorded(command, sheet, paper, null))
                        : withXml(command, sheet, paper, file(sheet, "xml", files.xml()), effect));
    }

    /** Records a file that the agency or a register brought; called in the transaction that keeps it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public IssuedResult brought(Brought brought, Paper paper) {
        IssuedResult result = new IssuedResult(
                paper.id(),
                origin(brought.application),
                paper.kind(),
                brought.passport.result(paper.kind()).map(ResultRule::title).orElse(UNTITLED),
                brought.details.number(),
                paper.sha256(),
                null,
                false,
                clock.instant(),
                null,
                brought.details.validUntil(),
                null);
        results.insert(result);
        return result;
    }

    private <T> T withXml(
            Command command, Sheet sheet, Paper paper, KeepPaper.File xml, Function<IssuedResult, T> effect) {
        UUID id = Ids.next();
        return keepPaper.ofOurOwn(
                command.application.id(),
                id,
                xml,
                RULE,
                second -> effect.apply(recorded(command, sheet, paper, new IssuedResult.Xml(id, second.sha256()))));
    }

    private IssuedResult recorded(Command command, Sheet sheet, Paper paper, IssuedResult.@Nullable Xml other) {
        IssuedResult result = new IssuedResult(
                sheet.id(),
                origin(command.application),
                sheet.code(),
                sheet.title(),
                sheet.number(),
                paper.sha256(),
                other,
                command.automatic,
                clock.instant(),
                null,
                sheet.validUntil(),
                null);
        results.insert(result);
        return result;
    }

    private static IssuedResult.Origin origin(Application application) {
        Filing filing = Objects.requireNonNull(application.filing());
        return new IssuedResult.Origin(
                application.id(),
                filing.number().value(),
                application.owner().key(),
                application.owner().personId(),
                application.service().code(),
                application.service().agency());
    }

    private static KeepPaper.File file(Sheet sheet, String ending, byte[] content) {
        return new KeepPaper.File(
                sheet.code(), sheet.number().toLowerCase(Locale.ROOT) + "." + ending, new ByteArrayResource(content));
    }
}

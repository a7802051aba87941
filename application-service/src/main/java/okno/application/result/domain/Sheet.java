package okno.application.result.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import okno.application.catalogue.domain.ResultRule;
import okno.application.catalogue.domain.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Everything that stands in a document, ready to be written as PDF or XML.
 *
 * @param layout how the PDF looks
 * @param agency code of the agency, {@code agencyTitle} its name
 * @param pages one for each language, Russian first
 * @param link where anybody verifies it
 */
public record Sheet(
        UUID id,
        String number,
        String code,
        String layout,
        Texts title,
        LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        Source source,
        List<Page> pages,
        String link) {

    /** What it follows from. */
    public record Source(
            String service,
            int serviceVersion,
            Texts serviceTitle,
            String agency,
            Texts agencyTitle,
            String applicationNumber,
            LocalDate submittedOn) {}

    /** It in one language. */
    public record Page(Locale language, List<String> paragraphs, List<ResultRule.Line> lines) {}
}

package okno.application.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import okno.application.result.domain.IssuedResult;
import org.jspecify.annotations.Nullable;

/**
 * A result; its content is at {@code /applications/{applicationId}/results/{id}/content}, as XML when that is asked for.
 *
 * @param id also the id printed in it, by which anybody verifies it
 * @param code of the passport's result, or the kind that the agency gave its file
 * @param number null: the agency's file has a number that it did not say
 * @param status PENDING until the application is decided, then CURRENT, EXPIRED or REVOKED
 * @param issuedAt from when it counts
 * @param validUntil last day that it is good; null: without end
 * @param xmlId the same document as XML
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResultResponse(
        UUID id,
        UUID applicationId,
        String applicationNumber,
        String serviceCode,
        String agency,
        String code,
        String title,
        @Nullable String number,
        String status,
        String sha256,
        @Nullable Instant issuedAt,
        @Nullable LocalDate validUntil,
        @Nullable Instant endedAt,
        @Nullable UUID xmlId) {

    public static ResultResponse from(IssuedResult result, LocalDate today, Locale locale) {
        IssuedResult.Origin origin = result.origin();
        IssuedResult.Xml xml = result.xml();
        IssuedResult.Ending ending = result.ending();
        return new ResultResponse(
                result.id(),
                origin.applicationId(),
                origin.applicationNumber(),
                origin.service(),
                origin.agency(),
                result.code(),
                result.title().in(locale),
                result.number(),
                result.state(today).name(),
                result.sha256(),
                result.issuedAt(),
                result.validUntil(),
                ending == null ? null : ending.at(),
                xml == null ? null : xml.id());
    }
}

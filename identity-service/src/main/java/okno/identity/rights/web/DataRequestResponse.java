package okno.identity.rights.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import okno.identity.rights.RightsQueries;
import okno.identity.rights.domain.DataRequest;
import okno.identity.rights.domain.ErasureAnswer;
import okno.identity.rights.domain.ExportPart;
import okno.identity.rights.domain.RequestStatus;
import okno.identity.rights.domain.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * A request as the one who asked sees it.
 *
 * @param dueOn by law the answer is due on this day
 * @param ground of a decision
 * @param comment what the operator says of it
 * @param progress of an export
 * @param archive of an export, once there is one
 * @param answers of an erasure: what each service erased, and what it kept by which law
 * @param receipt of an erasure, told once: reads the result when there is no account any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DataRequestResponse(
        UUID id,
        RequestStatus status,
        LocalDate dueOn,
        Instant createdAt,
        @Nullable Instant closedAt,
        Ruling.@Nullable Ground ground,
        @Nullable String comment,
        @Nullable ExportProgress progress,
        @Nullable ExportArchive archive,
        @Nullable List<ErasureAnswer> answers,
        @Nullable String receipt) {

    /** How far an export has come. */
    record ExportProgress(long collected, int of, List<ExportedPart> parts) {

        static @Nullable ExportProgress from(List<ExportPart> parts) {
            return parts.isEmpty()
                    ? null
                    : new ExportProgress(
                            parts.stream().filter(ExportPart::collected).count(),
                            parts.size(),
                            parts.stream().map(ExportedPart::from).toList());
        }
    }

    /** One service; {@code attempts} without {@code collected} means that it did not answer so often. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ExportedPart(
            String service,
            boolean collected,
            int attempts,
            @Nullable Long records,
            @Nullable Integer files) {

        static ExportedPart from(ExportPart part) {
            return new ExportedPart(part.service(), part.collected(), part.attempts(), part.records(), part.files());
        }
    }

    /** The archive, a ZIP. */
    record ExportArchive(long bytes, Instant expiresAt) {

        static @Nullable ExportArchive from(DataRequest.@Nullable Archive archive) {
            return archive == null ? null : new ExportArchive(archive.bytes(), archive.expiresAt());
        }
    }

    static DataRequestResponse from(RightsQueries.View view) {
        return from(view, null);
    }

    static DataRequestResponse from(RightsQueries.View view, @Nullable String receipt) {
        DataRequest request = view.request();
        Ruling ruling = request.ruling();
        return new DataRequestResponse(
                request.id(),
                request.status(),
                request.dueOn(),
                request.createdAt(),
                request.closedAt(),
                ruling == null ? null : ruling.ground(),
                ruling == null || ruling.comment().isEmpty() ? null : ruling.comment(),
                ExportProgress.from(view.parts()),
                ExportArchive.from(request.archive()),
                view.answers().isEmpty() ? null : view.answers(),
                receipt);
    }
}

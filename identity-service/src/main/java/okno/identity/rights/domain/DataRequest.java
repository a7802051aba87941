package okno.identity.rights.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * A request of a person about their data.
 *
 * @param version grows by one with every change
 * @param dueOn the last day for the answer
 * @param closedAt when it was answered; null: it is open
 * @param archive of an export that has one
 */
public record DataRequest(
        UUID id,
        UUID personId,
        RequestKind kind,
        RequestStatus status,
        long version,
        LocalDate dueOn,
        Instant createdAt,
        @Nullable Instant closedAt,
        @Nullable Ruling ruling,
        @Nullable Archive archive) {

    /**
     * The archive of an export.
     *
     * @param bytes its size
     * @param expiresAt when it is forgotten
     * @param fetchedAt when it was downloaded first; null: not yet
     */
    public record Archive(
            long bytes, Instant expiresAt, @Nullable Instant fetchedAt) {}

    public static DataRequest of(UUID id, UUID personId, RequestKind kind, LocalDate dueOn, Instant now) {
        RequestStatus first = kind == RequestKind.EXPORT ? RequestStatus.COLLECTING : RequestStatus.REQUESTED;
        return new DataRequest(id, personId, kind, first, 1, dueOn, now, null, null, null);
    }

    /** The archive as it is now; complete closes the request, otherwise it goes on being collected. */
    public DataRequest archived(boolean complete, long bytes, Instant expiresAt, Instant now) {
        return next(
                complete ? RequestStatus.READY : RequestStatus.PARTIAL,
                complete ? now : null,
                ruling,
                new Archive(bytes, expiresAt, archive == null ? null : archive.fetchedAt()));
    }

    public DataRequest expired(Instant now) {
        return next(RequestStatus.EXPIRED, closedAt == null ? now : closedAt, ruling, null);
    }

    /** @throws Problem {@code data_request_decided} when it does not wait for a decision any more */
    public DataRequest cancelled(Instant now) {
        requireUndecided();
        return next(RequestStatus.CANCELLED, now, null, null);
    }

    /** @throws Problem {@code data_request_decided} when it does not wait for a decision any more */
    public DataRequest refused(Ruling why) {
        requireUndecided();
        return next(RequestStatus.REFUSED, why.at(), why, null);
    }

    /** @throws Problem {@code data_request_decided} when it does not wait for a decision any more */
    public DataRequest granted(Ruling why) {
        requireUndecided();
        return kind == RequestKind.CORRECTION
                ? next(RequestStatus.APPLIED, why.at(), why, null)
                : next(RequestStatus.GRANTED, null, why, null);
    }

    public DataRequest ordered() {
        return next(RequestStatus.ORDERED, null, ruling, null);
    }

    public DataRequest completed(Instant now) {
        return next(RequestStatus.COMPLETED, now, ruling, null);
    }

    private void requireUndecided() {
        if (status != RequestStatus.REQUESTED) {
            throw new Problem(ProblemKind.CONFLICT, "data_request_decided");
        }
    }

    private DataRequest next(
            RequestStatus to, @Nullable Instant closed, @Nullable Ruling why, @Nullable Archive archived) {
        return new DataRequest(id, personId, kind, to, version + 1, dueOn, createdAt, closed, why, archived);
    }
}

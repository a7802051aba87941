package okno.platform.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened, as the audit journal keeps it. No names, no documents, no numbers of persons.
 *
 * @param action {@code <aggregate>.<past_participle>}, such as {@code application.submitted} or {@code profile.read}
 * @param objectType what it was done to, such as {@code application}
 * @param objectId its id
 * @param personId whose personal data were read or changed; null when nobody's
 * @param basis the legal ground or purpose, such as {@code 210-FZ} or {@code consent}
 * @param result what came of it
 */
public record AuditRecord(
        String action,
        String objectType,
        String objectId,
        @Nullable String personId,
        String basis,
        Result result) {

    /** Outcome of the action. */
    public enum Result {
        DONE,
        REFUSED
    }

    public static AuditRecord done(
            String action, String objectType, Object objectId, @Nullable String personId, String basis) {
        return new AuditRecord(action, objectType, objectId.toString(), personId, basis, Result.DONE);
    }

    public static AuditRecord refused(
            String action, String objectType, Object objectId, @Nullable String personId, String basis) {
        return new AuditRecord(action, objectType, objectId.toString(), personId, basis, Result.REFUSED);
    }

    /** The same, done by a representative; the journal's {@code basis} ends with {@code ; power of attorney <id>}. */
    AuditRecord under(UUID powerOfAttorneyId) {
        return new AuditRecord(
                action, objectType, objectId, personId, basis + "; power of attorney " + powerOfAttorneyId, result);
    }
}

package okno.org.linking.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.org.linking.domain.Organisation;
import okno.org.linking.domain.RejectionReason;

/** Contract {@code contracts/events/organisation-rejected.v1}. */
public record OrganisationRejectedV1(UUID orgId, String personId, List<String> reasons, Instant occurredAt) {

    public static final String TYPE = "okno.organisation.rejected.v1";

    public static OrganisationRejectedV1 from(Organisation rejected) {
        return new OrganisationRejectedV1(
                rejected.id(),
                rejected.personId(),
                rejected.reasons().stream().map(RejectionReason::code).toList(),
                rejected.changedAt());
    }
}

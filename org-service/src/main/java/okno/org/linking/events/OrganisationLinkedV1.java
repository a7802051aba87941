package okno.org.linking.events;

import java.time.Instant;
import java.util.UUID;
import okno.org.linking.domain.Organisation;

/** Contract {@code contracts/events/organisation-linked.v1}. */
public record OrganisationLinkedV1(UUID orgId, String personId, Instant occurredAt) {

    public static final String TYPE = "okno.organisation.linked.v1";

    public static OrganisationLinkedV1 from(Organisation linked) {
        return new OrganisationLinkedV1(linked.id(), linked.personId(), linked.changedAt());
    }
}

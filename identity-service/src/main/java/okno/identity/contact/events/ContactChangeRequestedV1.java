package okno.identity.contact.events;

import java.time.Instant;
import java.util.UUID;
import okno.identity.contact.domain.ContactChange;
import okno.identity.contact.domain.ContactKind;

/**
 * Contract {@code contracts/events/contact-change-requested.v1}: somebody logged in as the person wants another phone or
 * e-mail. Until it is confirmed the old one is the person's, so the notice goes there.
 */
public record ContactChangeRequestedV1(UUID personId, ContactKind contact, Instant occurredAt) {

    public static final String TOPIC = "okno.identity.profile.v1";
    public static final String TYPE = "okno.contact.change_requested.v1";

    public static ContactChangeRequestedV1 from(ContactChange change) {
        return new ContactChangeRequestedV1(change.personId().value(), change.kind(), change.createdAt());
    }
}

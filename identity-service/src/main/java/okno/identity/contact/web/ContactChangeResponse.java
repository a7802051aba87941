package okno.identity.contact.web;

import java.time.Instant;
import java.util.UUID;
import okno.identity.contact.domain.ContactChange;
import okno.identity.contact.domain.ContactKind;

/**
 * A change that waits for its code. It looks the same when the address is somebody else's, and no code comes then.
 *
 * @param expiresAt until then the code can be typed
 */
record ContactChangeResponse(UUID id, ContactKind contact, String value, Instant expiresAt) {

    static ContactChangeResponse from(ContactChange change) {
        return new ContactChangeResponse(change.id(), change.kind(), change.value(), change.expiresAt());
    }

    /** Never the value. */
    @Override
    public String toString() {
        return "ContactChangeResponse[" + id + "]";
    }
}

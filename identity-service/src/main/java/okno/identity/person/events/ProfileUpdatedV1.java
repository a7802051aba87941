package okno.identity.person.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.identity.person.domain.PersonId;

/** Contract {@code contracts/events/profile-updated.v1}: which fields changed, never their values. */
public record ProfileUpdatedV1(UUID personId, List<String> fields, Instant occurredAt) {

    public static final String TOPIC = "okno.identity.profile.v1";
    public static final String TYPE = "okno.profile.updated.v1";

    public static ProfileUpdatedV1 from(PersonId person, List<String> fields, Instant occurredAt) {
        return new ProfileUpdatedV1(person.value(), fields, occurredAt);
    }
}

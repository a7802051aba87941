package okno.identity.assurance.events;

import java.time.Instant;
import java.util.UUID;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.PersonId;

/**
 * Contract {@code contracts/events/assurance-changed.v1}: a person is known better, or less well, than before.
 *
 * @param from level before: simplified, standard, confirmed
 * @param to level now
 */
public record AssuranceChangedV1(UUID personId, String from, String to, Instant occurredAt) {

    public static final String TOPIC = "okno.identity.profile.v1";
    public static final String TYPE = "okno.assurance.changed.v1";

    public static AssuranceChangedV1 from(PersonId person, Ial from, Ial to, Instant occurredAt) {
        return new AssuranceChangedV1(person.value(), from.word(), to.word(), occurredAt);
    }
}

package okno.identity.account.events;

import java.time.Instant;
import java.util.UUID;

/** Contract {@code contracts/events/account-opened.v1}: somebody has confirmed phone and e-mail and is a person now. */
public record AccountOpenedV1(UUID personId, Instant occurredAt) {

    public static final String TOPIC = "okno.identity.profile.v1";
    public static final String TYPE = "okno.account.opened.v1";
}

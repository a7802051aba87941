package okno.identity.recovery.events;

import java.time.Instant;
import java.util.UUID;

/** Contract {@code contracts/events/account-password-reset.v1}: an officer handed out a temporary password. */
public record PasswordResetV1(UUID personId, Instant occurredAt) {

    public static final String TOPIC = "okno.identity.account.v1";
    public static final String TYPE = "okno.account.password_reset.v1";
}

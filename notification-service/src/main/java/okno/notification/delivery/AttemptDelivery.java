package okno.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import okno.notification.EventType;
import okno.notification.channel.Provider;
import okno.notification.channel.SendOutcome;
import okno.notification.preference.Plan;
import okno.notification.preference.Wishes;
import okno.platform.core.Problem;
import okno.platform.web.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Attempts one leased delivery with no transaction open: asks whether it is still wanted, asks for the address, makes
 * the text, hands it to the provider, and says what that comes to.
 */
@Service
public class AttemptDelivery {

    static final String CONTACTS_UNAVAILABLE = "contacts_unavailable";
    private static final Logger LOG = LoggerFactory.getLogger(AttemptDelivery.class);

    private final IdentityClient identity;
    private final ComposeMessage composeMessage;
    private final DeliveryProperties properties;
    private final Clock clock;

    AttemptDelivery(
            IdentityClient identity, ComposeMessage composeMessage, DeliveryProperties properties, Clock clock) {
        this.identity = identity;
        this.composeMessage = composeMessage;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param provider has a place reserved, which is used or given back */
    public Settlement handle(PendingDelivery delivery, Provider provider, Wishes wishes) {
        boolean[] sent = {false};
        try {
            return attempt(delivery, provider, wishes, sent);
        } finally {
            if (!sent[0]) {
                provider.giveBack(1);
            }
        }
    }

    private Settlement attempt(PendingDelivery delivery, Provider provider, Wishes wishes, boolean[] sent) {
        Instant now = clock.instant();
        if (delivery.repeated()) {
            if (!provider.knowsRepeats() || lastedTooLong(delivery, now)) {
                return failed(delivery, "outcome_unknown");
            }
        } else {
            EventType type = delivery.eventType();
            Plan plan = type == null ? new Plan.At(wishes.allowed(now)) : wishes.plan(type, delivery.channel(), now);
            if (plan instanceof Plan.Off) {
                return new Settlement.Cancelled(delivery, "turned_off", now);
            }
            if (plan instanceof Plan.At(Instant time) && time.isAfter(now)) {
                return new Settlement.PutOff(delivery, time);
            }
        }
        Optional<Contacts> contacts;
        try {
            contacts = identity.contacts(delivery);
        } catch (Problem e) {
            return unavailable(delivery, CONTACTS_UNAVAILABLE);
        }
        if (contacts.isEmpty()) {
            return failed(delivery, "person_unknown");
        }
        String address = contacts.get().address(delivery.channel(), delivery.personId());
        if (address == null || address.isBlank()) {
            return failed(delivery, "no_address");
        }
        Language language =
                Objects.requireNonNullElse(wishes.language(), contacts.get().spoken());
        var message = composeMessage.handle(delivery, address, language);
        if (clock.instant().isAfter(delivery.leasedUntil())) {
            return new Settlement.Lapsed(delivery);
        }
        sent[0] = true;
        return settlement(delivery, provider, provider.send(message));
    }

    private Settlement settlement(PendingDelivery delivery, Provider provider, SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted accepted ->
                new Settlement.Accepted(delivery, accepted.providerMessageId(), clock.instant());
            case SendOutcome.Refused refused -> failed(delivery, refused.reason());
            case SendOutcome.Unavailable unavailable -> unavailable(delivery, unavailable.reason());
            case SendOutcome.Unknown unknown ->
                provider.knowsRepeats() ? again(delivery, unknown.reason(), true) : failed(delivery, "outcome_unknown");
        };
    }

    /** What was surely not taken now may still have been taken before. */
    private Settlement unavailable(PendingDelivery delivery, String reason) {
        boolean old = clock.instant().isAfter(delivery.dueAt().plus(properties.giveUpAfter()));
        return old && !delivery.repeated()
                ? failed(delivery, "gave_up:" + reason)
                : again(delivery, reason, delivery.repeated());
    }

    private Settlement again(PendingDelivery delivery, String reason, boolean pinned) {
        // Identity-service is everybody's; its outage is no reason to put one message off by a quarter of an hour.
        Duration longest =
                reason.equals(CONTACTS_UNAVAILABLE) ? properties.longestContactsPause() : properties.longestPause();
        Duration pause = Pauses.after(delivery.attempt(), properties.firstPause(), longest);
        return new Settlement.Again(delivery, reason, clock.instant().plus(pause), pinned);
    }

    private boolean lastedTooLong(PendingDelivery delivery, Instant now) {
        return now.isAfter(delivery.uncertainSince().plus(properties.uncertainFor()));
    }

    private Settlement failed(PendingDelivery delivery, String reason) {
        LOG.info("Delivery {} failed: {}", delivery.id(), reason);
        return new Settlement.Failed(delivery, reason, clock.instant());
    }
}

package okno.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import okno.notification.channel.MessageChannel;
import okno.notification.channel.OutgoingMessage;
import okno.notification.channel.SendOutcome;
import okno.notification.delivery.persistence.Deliveries;
import okno.notification.preference.PreferenceQueries;
import okno.notification.template.Templates;
import okno.platform.core.Problem;
import okno.platform.web.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Sends one leased delivery with no transaction open: asks for the address, makes the text, hands it to the provider,
 * records what became of it. A crash in between leads to a second attempt with the same message id.
 */
@Service
public class AttemptDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(AttemptDelivery.class);

    private final IdentityClient identity;
    private final PreferenceQueries preferences;
    private final Templates templates;
    private final Deliveries deliveries;
    private final DeliveryProperties properties;
    private final Clock clock;

    AttemptDelivery(
            IdentityClient identity,
            PreferenceQueries preferences,
            Templates templates,
            Deliveries deliveries,
            DeliveryProperties properties,
            Clock clock) {
        this.identity = identity;
        this.preferences = preferences;
        this.templates = templates;
        this.deliveries = deliveries;
        this.properties = properties;
        this.clock = clock;
    }

    /** The outcome, recorded; {@link SendOutcome.Unavailable} of reason {@code contacts_unavailable} is not the provider's. */
    public SendOutcome handle(PendingDelivery delivery, MessageChannel channel) {
        SendOutcome outcome = send(delivery, channel);
        Instant now = clock.instant();
        switch (outcome) {
            case SendOutcome.Accepted accepted -> deliveries.sent(delivery, accepted.providerMessageId(), now);
            case SendOutcome.Refused refused -> fail(delivery, refused.reason(), now);
            case SendOutcome.Unavailable unavailable -> {
                if (now.isAfter(delivery.createdAt().plus(properties.giveUpAfter()))) {
                    fail(delivery, "gave_up:" + unavailable.reason(), now);
                } else {
                    Instant next = now.plus(
                            Pauses.after(delivery.attempt(), properties.firstPause(), properties.longestPause()));
                    deliveries.retry(delivery, unavailable.reason(), next);
                }
            }
        }
        return outcome;
    }

    private SendOutcome send(PendingDelivery delivery, MessageChannel channel) {
        Optional<Contacts> contacts;
        try {
            contacts = identity.contacts(delivery.personId());
        } catch (Problem e) {
            return new SendOutcome.Unavailable("contacts_unavailable");
        }
        if (contacts.isEmpty()) {
            return new SendOutcome.Refused("person_unknown");
        }
        String address = contacts.get().address(delivery.channel());
        if (address == null || address.isBlank()) {
            return new SendOutcome.Refused("no_address");
        }
        Language language =
                preferences.language(delivery.personId()).orElse(contacts.get().spoken());
        return channel.send(message(delivery, address, language));
    }

    private OutgoingMessage message(PendingDelivery delivery, String address, Language language) {
        return switch (delivery.channel()) {
            case EMAIL -> {
                Templates.Text letter = templates.email(delivery.template(), delivery.params(), language);
                yield new OutgoingMessage(
                        delivery.id(), address, letter.title(), letter.body(), templates.html(letter, language));
            }
            case SMS ->
                new OutgoingMessage(
                        delivery.id(),
                        address,
                        "",
                        templates.sms(delivery.template(), delivery.params(), language),
                        "");
        };
    }

    private void fail(PendingDelivery delivery, String reason, Instant now) {
        LOG.info("Delivery {} failed: {}", delivery.id(), reason);
        deliveries.failed(delivery, reason, now);
    }
}

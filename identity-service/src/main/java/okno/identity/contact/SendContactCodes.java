package okno.identity.contact;

import java.time.Clock;
import java.time.Duration;
import okno.identity.contact.domain.ContactChange;
import okno.identity.contact.domain.ContactKind;
import okno.identity.contact.persistence.ContactChanges;
import okno.identity.person.domain.Person;
import okno.identity.person.persistence.Persons;
import okno.identity.signature.CodeMessage;
import okno.identity.signature.NotificationClient;
import okno.identity.signature.domain.OneTimeCode;
import okno.platform.core.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClientException;

/**
 * Sends codes to new phones and e-mails; apart from the request, so that its time tells nothing of whose they are, and
 * tried again while notification-service is away. The code is made when it is sent: before, there is none to steal.
 */
@Service
class SendContactCodes {

    private static final Logger LOG = LoggerFactory.getLogger(SendContactCodes.class);
    private static final int AT_ONCE = 50;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final ContactChanges changes;
    private final Persons persons;
    private final NotificationClient notification;
    private final Clock clock;

    SendContactCodes(ContactChanges changes, Persons persons, NotificationClient notification, Clock clock) {
        this.changes = changes;
        this.persons = persons;
        this.notification = notification;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void sendDue() {
        changes.takeDue(AT_ONCE, clock.instant(), LEASE).forEach(this::send);
    }

    private void send(ContactChange change) {
        String language = persons.find(change.personId()).map(Person::language).orElse("ru");
        OneTimeCode code = OneTimeCode.random();
        changes.keepCode(change.id(), code.digits());
        try {
            notification.send(CodeMessage.toContact(
                    change.personId().value(),
                    change.kind() == ContactKind.PHONE ? change.value() : null,
                    change.kind() == ContactKind.EMAIL ? change.value() : null,
                    language,
                    code.digits(),
                    change.expiresAt()));
            changes.sent(change.id());
        } catch (RestClientException | Problem failed) {
            LOG.warn(
                    "The code of contact change {} waits: {}",
                    change.id(),
                    failed.getClass().getSimpleName());
        }
    }
}

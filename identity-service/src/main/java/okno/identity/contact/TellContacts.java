package okno.identity.contact;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import okno.identity.contact.persistence.ContactChanges;
import okno.identity.contact.persistence.ContactChanges.Claim;
import okno.identity.person.domain.Person;
import okno.identity.person.persistence.Persons;
import okno.platform.core.Problem;
import okno.platform.security.ServiceClients;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Tells Keycloak the confirmed phone and e-mail of an account: codes and letters of log-in go there. */
@Service
class TellContacts {

    private static final Logger LOG = LoggerFactory.getLogger(TellContacts.class);
    private static final int AT_ONCE = 50;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final ContactChanges changes;
    private final Persons persons;
    private final RestClient keycloak;
    private final Clock clock;

    TellContacts(ContactChanges changes, Persons persons, ServiceClients clients, Clock clock) {
        this.changes = changes;
        this.persons = persons;
        this.keycloak = clients.to("keycloak");
        this.clock = clock;
    }

    private record Change(
            Map<String, String> attributes, @Nullable String email) {}

    @Scheduled(fixedDelayString = "PT1S")
    void tellDue() {
        changes.takeClaims(AT_ONCE, clock.instant(), LEASE).forEach(this::tell);
    }

    private void tell(Claim claim) {
        Person person = persons.find(claim.personId()).orElse(null);
        if (person == null) {
            changes.told(claim);
            return;
        }
        var contacts = person.contacts();
        // A phone that Keycloak takes for unconfirmed, after an unusual log-in, stays so when only the e-mail is new.
        Map<String, String> attributes = claim.withPhone()
                ? Map.of("phone", contacts.phone(), "phoneConfirmed", Boolean.toString(contacts.phoneConfirmed()))
                : Map.of();
        var change = new Change(attributes, contacts.email());
        try {
            keycloak.patch()
                    .uri("/okno-accounts/{id}", person.id().value())
                    .body(change)
                    .retrieve()
                    .toBodilessEntity();
            changes.told(claim);
        } catch (HttpClientErrorException refused) {
            // Not known there, or the e-mail belongs to an account that never became a person: no repeat helps.
            LOG.error("Keycloak refuses the contacts of {}: {}", person.id(), refused.getStatusCode());
            changes.told(claim);
        } catch (RestClientException | Problem failed) {
            LOG.warn(
                    "The contacts of {} wait for Keycloak: {}",
                    person.id(),
                    failed.getClass().getSimpleName());
        }
    }
}

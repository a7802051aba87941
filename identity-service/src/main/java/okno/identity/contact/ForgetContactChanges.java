package okno.identity.contact;

import java.time.Clock;
import java.time.Duration;
import okno.identity.contact.persistence.ContactChanges;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Removes changes that are over, a day after their begin: so long they count for the limit. */
@Service
class ForgetContactChanges {

    private final ContactChanges changes;
    private final Clock clock;

    ForgetContactChanges(ContactChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void forget() {
        changes.closeExpired(clock.instant());
        changes.forgetBefore(clock.instant().minus(Duration.ofDays(1)));
    }
}

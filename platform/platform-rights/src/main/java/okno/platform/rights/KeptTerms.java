package okno.platform.rights;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every ten minutes for persons whose kept records are to be looked at again; each person once a week. */
public class KeptTerms {

    private static final Logger LOG = LoggerFactory.getLogger(KeptTerms.class);
    private static final Duration LEASE = Duration.ofHours(1);
    private static final int AT_ONCE = 100;

    private final ErasedPersons persons;
    private final RemoveKept removeKept;
    private final Clock clock;

    KeptTerms(ErasedPersons persons, RemoveKept removeKept, Clock clock) {
        this.persons = persons;
        this.removeKept = removeKept;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${okno.rights.first-look:PT5M}", fixedDelayString = "${okno.rights.look:PT10M}")
    public void removeDue() {
        List<ErasedPersons.Due> due;
        do {
            due = persons.take(AT_ONCE, clock.instant(), LEASE);
            due.forEach(this::remove);
        } while (due.size() == AT_ONCE);
    }

    private void remove(ErasedPersons.Due due) {
        try {
            removeKept.handle(due);
        } catch (RuntimeException failed) {
            // Whatever it is, the others go on; the lease brings this one back in an hour.
            LOG.error("What is kept of erasure {} cannot be looked through", due.erasureId(), failed);
        }
    }
}

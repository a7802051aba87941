package okno.identity.rights;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import okno.identity.rights.domain.DataRequest;
import okno.identity.rights.domain.ExportPart;
import okno.identity.rights.persistence.DataRequests;
import okno.identity.rights.persistence.ExportParts;
import okno.platform.core.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks the services for what they have of persons, a few at a time and each in a thread of its own: a slow service holds
 * up nothing else here. What fails is asked for again, later and later; a part that was being collected when this service
 * ended is taken up by whoever runs next.
 */
@Component
class CollectExports {

    private static final Logger LOG = LoggerFactory.getLogger(CollectExports.class);
    private static final int AT_ONCE = 4;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final DataRequests requests;
    private final ExportParts parts;
    private final ExportContents contents;
    private final RightsProperties properties;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE);

    CollectExports(
            DataRequests requests,
            ExportParts parts,
            ExportContents contents,
            RightsProperties properties,
            Clock clock) {
        this.requests = requests;
        this.parts = parts;
        this.contents = contents;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void collectDue() {
        int places = free.drainPermits();
        int taken = 0;
        try {
            if (places > 0) {
                // Long enough for many files; whoever crashes loses the part after that.
                for (ExportPart part : parts.takeDue(
                        places, clock.instant(), properties.answer().multipliedBy(10))) {
                    Thread.ofVirtual().name("export-" + part.service()).start(() -> inItsPlace(part));
                    taken++;
                }
            }
        } finally {
            free.release(places - taken);
        }
    }

    private void inItsPlace(ExportPart part) {
        try {
            collect(part);
        } finally {
            free.release();
        }
    }

    private void collect(ExportPart part) {
        UUID person = requests.find(part.requestId()).map(DataRequest::personId).orElseThrow(Problem::notFound);
        try {
            ExportContents.Collected collected = contents.fetch(part.requestId(), part.service(), person);
            parts.collected(part, collected.records(), collected.files(), collected.lost());
        } catch (RuntimeException failed) {
            // Whatever it is: the part must be tried again, and nothing above would do it.
            LOG.warn(
                    "{} gives nothing for export {} at attempt {}: {}",
                    part.service(),
                    part.requestId(),
                    part.attempts(),
                    failed.toString());
            parts.failed(part, failed.getClass().getSimpleName(), nextAttempt(part, clock.instant()));
        }
        requests.wake(part.requestId(), clock.instant());
    }

    private Instant nextAttempt(ExportPart part, Instant now) {
        Duration pause = properties.pause().multipliedBy(1L << Math.min(part.attempts() - 1, 16));
        return now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
}

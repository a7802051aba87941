package okno.platform.rights;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Removes of one person what a law made the service keep and whose term is over (152-FZ article 21 part 4: within 30
 * days), enters it into the journal and counts it in {@code okno.kept.removed}.
 */
class RemoveKept {

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final Duration NEXT_LOOK = Duration.ofDays(7);

    private final ServiceName service;
    private final ErasePerson.Kept kept;
    private final Audit audit;
    private final MeterRegistry meters;
    private final Clock clock;
    private final TransactionOperations transaction;

    RemoveKept(
            ServiceName service,
            ErasePerson.Kept kept,
            Audit audit,
            MeterRegistry meters,
            Clock clock,
            TransactionOperations transaction) {
        this.service = service;
        this.kept = kept;
        this.audit = audit;
        this.meters = meters;
        this.clock = clock;
        this.transaction = transaction;
    }

    void handle(ErasedPersons.Due due) {
        Map<String, Long> counts = Objects.requireNonNull(transaction.execute(status -> remove(due)));
        counts.forEach((what, count) ->
                meters.counter("okno.kept.removed", "what", what).increment(count));
    }

    private Map<String, Long> remove(ErasedPersons.Due due) {
        Instant now = clock.instant();
        Keeping.Removed removed = kept.keeping().removeDue(due.personId(), LocalDate.ofInstant(now, ZONE));
        if (removed.counts().values().stream().anyMatch(count -> count > 0)) {
            audit.record(
                    service.full(),
                    AuditRecord.done(
                            "person.kept_removed",
                            "data_request",
                            due.erasureId(),
                            due.personId(),
                            "152-FZ art. 21 p. 4"));
        }
        if (removed.rest()) {
            kept.persons().lookAgain(due.personId(), now.plus(NEXT_LOOK));
        } else {
            kept.persons().forget(due.personId());
        }
        return removed.counts();
    }
}

package okno.identity.assurance;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import okno.identity.assurance.persistence.Attempts;
import okno.identity.assurance.persistence.Verifications;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lowers the level of persons whose document is no longer good, from the day after its last. */
@Service
class EndVerifications {

    private static final int AT_ONCE = 500;
    private static final Duration KEPT = Duration.ofDays(90);

    private final Verifications verifications;
    private final Attempts attempts;
    private final AssuranceLevels levels;
    private final Audit audit;
    private final Clock clock;

    EndVerifications(Verifications verifications, Attempts attempts, AssuranceLevels levels, Audit audit, Clock clock) {
        this.verifications = verifications;
        this.attempts = attempts;
        this.levels = levels;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    @Transactional
    void endExpired() {
        LocalDate today = Moscow.day(clock.instant());
        verifications.lockExpired(today, AT_ONCE).forEach(expired -> {
            levels.end(expired);
            audit.record(
                    "identity-service",
                    AuditRecord.done(
                            "assurance.lowered",
                            "person",
                            expired.personId(),
                            expired.personId().toString(),
                            IssueMfcCode.BASIS));
        });
    }

    /** Attempts hold nothing that anybody needs for longer than a quarter. */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT6H")
    @Transactional
    void forgetAttempts() {
        attempts.forgetBefore(clock.instant().minus(KEPT));
    }
}

package okno.identity.assurance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import okno.identity.assurance.persistence.Verifications;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lowers the level of persons whose document is no longer good, from the day after its last. */
@Service
class EndVerifications {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final int AT_ONCE = 500;

    private final Verifications verifications;
    private final AssuranceLevels levels;
    private final Audit audit;
    private final Clock clock;

    EndVerifications(Verifications verifications, AssuranceLevels levels, Audit audit, Clock clock) {
        this.verifications = verifications;
        this.levels = levels;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    @Transactional
    void endExpired() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), MOSCOW);
        verifications.lockExpired(today, AT_ONCE).forEach(expired -> {
            levels.lower(expired);
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
}

package okno.identity.anomaly;

import java.time.Clock;
import okno.identity.anomaly.domain.Finding;
import okno.identity.anomaly.domain.History;
import okno.identity.anomaly.domain.LogIn;
import okno.identity.anomaly.domain.Rules;
import okno.identity.anomaly.events.AnomalyFoundV1;
import okno.identity.anomaly.persistence.LogIns;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Ids;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps an attempt to log in and what the rules find about it, in one transaction. */
@Service
class JudgeLogIn {

    static final String BASIS = "152-FZ art. 19";

    private final LogIns logIns;
    private final AnomalyProperties properties;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    JudgeLogIn(LogIns logIns, AnomalyProperties properties, Outbox outbox, Audit audit, Clock clock) {
        this.logIns = logIns;
        this.properties = properties;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void handle(LogIn attempt) {
        if (!logIns.insert(attempt)) {
            return;
        }
        History before = History.before(attempt, logIns.around(attempt, properties.window()), properties.settings());
        new Rules(properties.settings()).of(attempt, before).forEach(finding -> keep(finding, attempt));
    }

    private void keep(Finding finding, LogIn attempt) {
        var id = Ids.next();
        logIns.insert(id, finding, attempt.at(), clock.instant());
        outbox.append(new OutgoingEvent(
                AnomalyFoundV1.TOPIC,
                AnomalyFoundV1.TYPE,
                finding.personId(),
                1,
                AnomalyFoundV1.from(finding, attempt.at())));
        audit.record(
                "identity-service",
                AuditRecord.done(
                        "anomaly.found", "anomaly", id, finding.personId().toString(), BASIS));
    }
}

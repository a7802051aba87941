package okno.org.power;

import java.time.Clock;
import java.time.Instant;
import okno.org.power.domain.PowerOfAttorney;
import okno.org.power.domain.PowerStatus;
import okno.org.power.events.PowerReceivedV1;
import okno.org.power.events.PowerTopic;
import okno.org.power.persistence.Powers;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes powers of attorney, tells the others and the journal. */
@Component
class KeepPower {

    static final String BASIS = "Civil Code art. 185-189";

    private static final String SELF = "org-service";
    private static final String OBJECT = "power_of_attorney";

    private final Powers powers;
    private final PowerProperties settings;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    KeepPower(Powers powers, PowerProperties settings, Outbox outbox, Audit audit, Clock clock) {
        this.powers = powers;
        this.settings = settings;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void written(Caller caller, PowerOfAttorney power, byte[] document) {
        if (powers.living(power.principalId()) >= settings.most()) {
            throw new Problem(ProblemKind.CONFLICT, "poa_too_many", settings.most());
        }
        powers.insert(power, document, power.createdAt().plus(settings.signWithin()));
        audit.record(caller, entry("written", power, power.principalId()));
    }

    /** The representative is looked for at once. */
    @Transactional
    void signed(Caller caller, PowerOfAttorney signed) {
        powers.save(signed, signed.changedAt());
        outbox.append(PowerTopic.granted(signed));
        audit.record(caller, entry("granted", signed, signed.principalId()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void ended(Caller caller, PowerOfAttorney before, PowerOfAttorney ended) {
        end(before, ended);
        audit.record(
                caller,
                entry(ended.status() == PowerStatus.REVOKED ? "revoked" : "refused", ended, ended.principalId()));
    }

    /** An account that has a side in it has ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    void endedWithAccount(PowerOfAttorney before, PowerOfAttorney ended) {
        end(before, ended);
        audit.record(SELF, entry("ended_with_account", ended, ended.principalId()));
    }

    /** Its days are over; nothing when it ended or was signed meanwhile. */
    @Transactional
    void expired(PowerOfAttorney seen) {
        powers.lock(seen.id())
                .filter(current -> current.version() == seen.version())
                .ifPresent(current -> {
                    PowerOfAttorney expired = current.expired(clock.instant());
                    end(current, expired);
                    audit.record(SELF, entry("expired", expired, expired.principalId()));
                });
    }

    /** The journal entry is the representative's: the principal must not learn by it who has an account. */
    @Transactional
    void received(PowerOfAttorney power, String representativeId) {
        if (powers.bind(power.id(), representativeId, power.terms().end())) {
            Instant now = clock.instant();
            outbox.append(PowerTopic.received(power, new PowerReceivedV1(power.id(), representativeId, now)));
            audit.record(SELF, entry("received", power, representativeId));
        }
    }

    /** One that was never signed was never anybody's right, so its end is nobody's news. */
    private void end(PowerOfAttorney before, PowerOfAttorney ended) {
        powers.save(ended, null);
        if (before.status() == PowerStatus.ACTIVE) {
            outbox.append(PowerTopic.ended(ended));
        }
    }

    private static AuditRecord entry(String done, PowerOfAttorney power, String personId) {
        return AuditRecord.done(OBJECT + "." + done, OBJECT, power.id(), personId, BASIS);
    }
}

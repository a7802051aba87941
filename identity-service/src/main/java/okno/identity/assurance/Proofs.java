package okno.identity.assurance;

import java.time.Clock;
import java.time.Instant;
import okno.identity.assurance.domain.Attempt;
import okno.identity.assurance.domain.Method;
import okno.identity.assurance.domain.Proof;
import okno.identity.assurance.domain.Verification;
import okno.identity.assurance.domain.VerificationRefused;
import okno.identity.assurance.persistence.Attempts;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.Person;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The transactions around a proof: its begin, and how it ends. Evidence is examined between them. */
@Service
class Proofs {

    private final AssuranceLevels levels;
    private final Attempts attempts;
    private final Audit audit;
    private final Clock clock;

    Proofs(AssuranceLevels levels, Attempts attempts, Audit audit, Clock clock) {
        this.levels = levels;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws VerificationRefused {@code already_confirmed} or {@code level_needed} */
    static void requireFitting(Method method, Ial known) {
        if (known == Ial.CONFIRMED) {
            throw VerificationRefused.alreadyProved();
        }
        if (known.compareTo(method.needs()) < 0) {
            throw VerificationRefused.levelNeeded();
        }
    }

    @Transactional
    void open(Attempt attempt, Caller caller) {
        attempts.insert(attempt);
        audit.record(
                caller,
                AuditRecord.done(
                        "verification.started", "verification", attempt.id(), caller.id(), IssueMfcCode.BASIS));
    }

    /**
     * Raises the level.
     *
     * @param caller who handed the evidence in; null: a verifier told of it
     * @throws VerificationRefused {@code verification_over} when the evidence, or the attempt, was used meanwhile
     */
    @Transactional
    Verification accept(@Nullable Caller caller, Attempt attempt, ProofMethod method, Proof proof) {
        Instant now = clock.instant();
        Person person = levels.lock(attempt.personId());
        requireFitting(attempt.method(), person.ial());
        boolean ended = attempt.method() == Method.MFC_CODE || attempts.end(attempt.id(), Attempt.Status.PROVED, null);
        if (!ended || !method.use(proof)) {
            throw VerificationRefused.over();
        }
        var verification = new Verification(
                attempt.id(),
                attempt.personId(),
                attempt.method(),
                person.ial(),
                attempt.method().proves(),
                proof.witness(),
                now,
                proof.validUntil(),
                null);
        levels.raise(verification, proof.passport());
        String id = attempt.personId().toString();
        record(caller, AuditRecord.done("assurance.raised", "person", id, id, IssueMfcCode.BASIS));
        return verification;
    }

    /** Keeps why; a wrong answer to a challenge ends it, so that nobody tries twice with one. */
    @Transactional
    void refuse(@Nullable Caller caller, Attempt attempt, Problem why) {
        String reason =
                why.faults().isEmpty() ? why.code() : why.faults().getFirst().code();
        attempts.end(attempt.id(), Attempt.Status.REFUSED, reason);
        String id = attempt.personId().toString();
        record(caller, AuditRecord.refused("assurance.raised", "person", id, id, IssueMfcCode.BASIS));
    }

    private void record(@Nullable Caller caller, AuditRecord entry) {
        if (caller == null) {
            audit.record("identity-service", entry);
        } else {
            audit.record(caller, entry);
        }
    }
}

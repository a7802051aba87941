package okno.identity.assurance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import okno.identity.assurance.domain.Method;
import okno.identity.assurance.domain.MfcCode;
import okno.identity.assurance.domain.PassportTerm;
import okno.identity.assurance.domain.Verification;
import okno.identity.assurance.domain.VerificationRefused;
import okno.identity.assurance.persistence.MfcCodes;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonId;
import okno.identity.person.persistence.Persons;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person types the code that a one-stop office gave them; the right one makes them known for certain. */
@Service
public class VerifyByMfcCode {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private final Persons persons;
    private final MfcCodes codes;
    private final AssuranceLevels levels;
    private final Audit audit;
    private final Clock clock;

    VerifyByMfcCode(Persons persons, MfcCodes codes, AssuranceLevels levels, Audit audit, Clock clock) {
        this.persons = persons;
        this.codes = codes;
        this.levels = levels;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was typed. */
    public record Command(String digits) {

        /** Never the digits. */
        @Override
        public String toString() {
            return "VerifyByMfcCode.Command";
        }
    }

    /**
     * A refusal commits too: the try that it cost must not come back.
     *
     * @throws VerificationRefused {@code code_wrong}, {@code mfc_code_unusable}, {@code own_witness},
     *     {@code passport_expired} or {@code already_confirmed}
     */
    @Transactional(noRollbackFor = VerificationRefused.class)
    public Verification handle(Caller caller, Command command) {
        Person person = persons.find(PersonId.of(caller)).orElseThrow(Problem::notFound);
        try {
            return verified(caller, person, command.digits());
        } catch (VerificationRefused refused) {
            audit.record(
                    caller,
                    AuditRecord.refused("assurance.raised", "person", person.id(), caller.id(), IssueMfcCode.BASIS));
            throw refused;
        }
    }

    private Verification verified(Caller caller, Person person, String digits) {
        if (person.ial() == Ial.CONFIRMED) {
            throw VerificationRefused.alreadyProved();
        }
        Instant now = clock.instant();
        MfcCode code =
                codes.lock(person.snils()).filter(found -> found.usable(now)).orElseThrow(VerificationRefused::noCode);
        if (!codes.matches(code, digits)) {
            codes.miss(code.id());
            throw VerificationRefused.codeWrong(code.attemptsLeft() - 1);
        }
        if (code.officerId().equals(caller.id())) {
            throw VerificationRefused.ownWitness();
        }
        LocalDate until =
                PassportTerm.validUntil(person.birthDate(), code.passport().issueDate());
        if (until != null && until.isBefore(LocalDate.ofInstant(now, MOSCOW))) {
            throw VerificationRefused.passportExpired();
        }
        codes.delete(code.id());
        var verification = new Verification(
                Ids.next(),
                person.id(),
                Method.MFC_CODE,
                person.ial(),
                Method.MFC_CODE.proves(),
                code.officerId(),
                now,
                until,
                null);
        levels.raise(verification, code.passport());
        audit.record(
                caller, AuditRecord.done("assurance.raised", "person", person.id(), caller.id(), IssueMfcCode.BASIS));
        return verification;
    }
}

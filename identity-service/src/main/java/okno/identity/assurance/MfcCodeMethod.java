package okno.identity.assurance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import okno.identity.assurance.domain.Evidence;
import okno.identity.assurance.domain.Method;
import okno.identity.assurance.domain.MfcCode;
import okno.identity.assurance.domain.PassportTerm;
import okno.identity.assurance.domain.Proof;
import okno.identity.assurance.domain.VerificationRefused;
import okno.identity.assurance.persistence.MfcCodes;
import okno.identity.person.domain.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person types the code that a one-stop office gave them; the right one makes them known for certain. */
@Service
class MfcCodeMethod implements ProofMethod {

    private final MfcCodes codes;
    private final Clock clock;

    MfcCodeMethod(MfcCodes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    @Override
    public Method method() {
        return Method.MFC_CODE;
    }

    /**
     * A refusal commits too: the try that it cost must not come back.
     *
     * @throws VerificationRefused {@code code_wrong}, {@code mfc_code_unusable}, {@code own_witness} or {@code
     *     passport_expired}
     */
    @Override
    @Transactional(noRollbackFor = VerificationRefused.class)
    public Proof examine(Person person, Evidence evidence) {
        if (!(evidence instanceof Evidence.Digits(var digits))) {
            throw VerificationRefused.noCode();
        }
        Instant now = clock.instant();
        MfcCode code =
                codes.lock(person.snils()).filter(found -> found.usable(now)).orElseThrow(VerificationRefused::noCode);
        if (!codes.matches(code, digits)) {
            codes.miss(code.id());
            throw VerificationRefused.codeWrong(code.attemptsLeft() - 1);
        }
        if (code.officerId().equals(person.id().toString())) {
            throw VerificationRefused.ownWitness();
        }
        LocalDate until = PassportTerm.goodOn(Moscow.day(now), person.birthDate(), code.passport());
        return new Proof(code.officerId(), code.passport(), until, code.id());
    }

    @Override
    public boolean use(Proof proof) {
        return proof.token() != null && codes.delete(proof.token());
    }
}

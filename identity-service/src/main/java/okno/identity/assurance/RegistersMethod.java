package okno.identity.assurance;

import java.time.Clock;
import java.time.LocalDate;
import okno.identity.assurance.domain.Evidence;
import okno.identity.assurance.domain.Method;
import okno.identity.assurance.domain.PassportTerm;
import okno.identity.assurance.domain.Proof;
import okno.identity.assurance.domain.VerificationRefused;
import okno.identity.person.domain.Passport;
import okno.identity.person.domain.Person;
import org.springframework.stereotype.Component;

/** Passport and SNILS are compared with the registers, by registry-service. */
@Component
class RegistersMethod implements ProofMethod {

    private final RegistryClient registry;
    private final Clock clock;

    RegistersMethod(RegistryClient registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public Method method() {
        return Method.REGISTERS;
    }

    /**
     * @throws VerificationRefused {@code passport_needed}, {@code passport_expired}, or {@code registers_disagree} with a
     *     fault for each thing that the registers know otherwise
     */
    @Override
    public Proof examine(Person person, Evidence evidence) {
        Passport typed = evidence instanceof Evidence.TypedPassport(var passport) ? passport : null;
        Passport shown = typed == null ? person.passport() : typed;
        if (shown == null) {
            throw VerificationRefused.passportNeeded();
        }
        LocalDate until = PassportTerm.goodOn(Moscow.day(clock.instant()), person.birthDate(), shown);
        var faults = registry.disagreements(person, shown);
        if (!faults.isEmpty()) {
            throw VerificationRefused.registersDisagree(faults);
        }
        return new Proof("registry-service", shown, until, null);
    }
}

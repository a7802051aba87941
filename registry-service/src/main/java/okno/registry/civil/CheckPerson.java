package okno.registry.civil;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.registry.civil.CivilRegisters.Holder;
import okno.registry.civil.CivilRegisters.Insured;
import okno.registry.civil.CivilRegisters.Passport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Compares what somebody says of themselves with the registers of insured persons and of passports. For our own services
 * only: who may ask whose passport it is, may find out whose it is. Of the answer nothing but reasons leaves.
 */
@Service
public class CheckPerson {

    private final CivilRegisters registers;
    private final Audit audit;
    private final TransactionOperations transaction;

    CheckPerson(CivilRegisters registers, Audit audit, TransactionOperations transaction) {
        this.registers = registers;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * What was said.
     *
     * @param snils 11 digits
     * @param purpose what for; kept in the journal
     */
    public record Command(
            String snils,
            String lastName,
            String firstName,
            @Nullable String middleName,
            LocalDate birthDate,
            String passportSeries,
            String passportNumber,
            LocalDate passportIssueDate,
            String purpose) {

        /** Never what was said. */
        @Override
        public String toString() {
            return "CheckPerson.Command";
        }
    }

    /**
     * Everything that does not hold: {@code snils_unknown}, {@code snils_of_another}, {@code person_deceased}, {@code
     * passport_unknown}, {@code passport_of_another}, {@code passport_void}. Empty: all of it holds.
     *
     * @throws okno.platform.core.Problem {@code dependency_unavailable} when one of the registers does not answer
     */
    List<String> handle(Caller caller, Command command) {
        Optional<Insured> insured = registers.insured(command.snils());
        Optional<Passport> passport = registers.passport(command.passportSeries(), command.passportNumber());
        List<String> reasons = new ArrayList<>();
        insured.ifPresentOrElse(known -> addFaults(reasons, command, known), () -> reasons.add("snils_unknown"));
        passport.ifPresentOrElse(known -> addFaults(reasons, command, known), () -> reasons.add("passport_unknown"));
        transaction.executeWithoutResult(status -> audit.record(
                caller, AuditRecord.done("civil_register.read", "civil_register", "person", null, command.purpose())));
        return reasons;
    }

    private static void addFaults(List<String> reasons, Command said, Insured known) {
        if (!isOf(said, known.holder())) {
            reasons.add("snils_of_another");
        } else if (known.deceased()) {
            reasons.add("person_deceased");
        }
    }

    private static void addFaults(List<String> reasons, Command said, Passport known) {
        if (!isOf(said, known.holder()) || !said.passportIssueDate().equals(known.issueDate())) {
            reasons.add("passport_of_another");
        } else if (known.status() == Passport.Status.VOID) {
            reasons.add("passport_void");
        }
    }

    private static boolean isOf(Command said, Holder holder) {
        return same(said.lastName(), holder.lastName())
                && same(said.firstName(), holder.firstName())
                && same(said.middleName(), holder.middleName())
                && said.birthDate().equals(holder.birthDate());
    }

    /** Registers write {@code ё} as {@code е}, and some of them everything in capitals. */
    private static boolean same(@Nullable String one, @Nullable String other) {
        return normal(one).equals(normal(other));
    }

    private static String normal(@Nullable String name) {
        return name == null ? "" : name.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}

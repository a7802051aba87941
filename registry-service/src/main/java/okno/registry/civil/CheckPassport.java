package okno.registry.civil;

import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Whether a passport that somebody was shown is good; never whose it is. */
@Service
public class CheckPassport {

    private final CivilRegisters registers;
    private final Audit audit;
    private final TransactionOperations transaction;

    CheckPassport(CivilRegisters registers, Audit audit, TransactionOperations transaction) {
        this.registers = registers;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** As typed; spaces do not matter. */
    public record Command(String series, String number) {

        /** Never the numbers. */
        @Override
        public String toString() {
            return "CheckPassport.Command";
        }
    }

    /** @param reason {@code passport_format}, {@code passport_unknown} or {@code passport_void}; null: it is good */
    public record Verdict(boolean valid, @Nullable String reason) {}

    /** @throws okno.platform.core.Problem {@code dependency_unavailable} when the register does not answer */
    Verdict handle(Caller caller, Command command) {
        String series = command.series().replaceAll("\\s", "");
        String number = command.number().replaceAll("\\s", "");
        if (!series.matches("\\d{4}") || !number.matches("\\d{6}")) {
            return new Verdict(false, "passport_format");
        }
        String reason = registers
                .passport(series, number)
                .map(known -> known.status() == CivilRegisters.Passport.Status.VOID ? "passport_void" : "")
                .orElse("passport_unknown");
        transaction.executeWithoutResult(status -> audit.record(
                caller, AuditRecord.done("civil_register.read", "civil_register", "passport", null, "passport.check")));
        return reason.isEmpty() ? new Verdict(true, null) : new Verdict(false, reason);
    }
}

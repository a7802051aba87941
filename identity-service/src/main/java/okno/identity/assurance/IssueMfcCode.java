package okno.identity.assurance;

import java.time.Clock;
import java.time.Instant;
import okno.identity.assurance.domain.MfcCode;
import okno.identity.assurance.persistence.MfcCodes;
import okno.identity.person.domain.Passport;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.number.Snils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An officer of a one-stop office has seen a visitor and their passport and hands them a code. Whether the visitor has an
 * account is not said: they may come before they register.
 */
@Service
public class IssueMfcCode {

    static final String BASIS = "152-FZ art. 6";

    private final MfcCodes codes;
    private final AssuranceProperties properties;
    private final Audit audit;
    private final Clock clock;

    IssueMfcCode(MfcCodes codes, AssuranceProperties properties, Audit audit, Clock clock) {
        this.codes = codes;
        this.properties = properties;
        this.audit = audit;
        this.clock = clock;
    }

    /** As the officer read them. */
    public record Command(Snils snils, Passport passport) {

        /** Never the numbers. */
        @Override
        public String toString() {
            return "IssueMfcCode.Command";
        }
    }

    /** What the officer hands out; the digits are shown this once. */
    public record Issued(MfcCode code, String digits) {

        /** Never the digits. */
        @Override
        public String toString() {
            return "Issued[" + code.id() + "]";
        }
    }

    /** A code handed out before for the same SNILS is worth nothing from now on. */
    @Transactional
    public Issued handle(Caller officer, Command command) {
        Instant now = clock.instant();
        var code = new MfcCode(
                Ids.next(),
                command.snils(),
                command.passport(),
                officer.id(),
                properties.attempts(),
                now,
                now.plus(properties.codeLife()));
        String digits = MfcCode.random();
        codes.replace(code, digits);
        audit.record(officer, AuditRecord.done("mfc_code.issued", "mfc_code", code.id(), null, BASIS));
        return new Issued(code, digits);
    }
}

package okno.application.registercheck;

import java.util.Map;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.persistence.Applications;
import okno.application.casefile.persistence.Forms;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.registercheck.domain.PostponedCheck;
import okno.application.registercheck.persistence.RegisterCheckRows;
import org.springframework.stereotype.Component;

/** Makes a check that was put off, of the form as it was submitted; asks another service, so it runs outside any transaction. */
@Component
class MakePostponedCheck {

    private final RegisterCheckRows rows;
    private final Applications applications;
    private final Forms forms;
    private final PassportQueries passports;
    private final CheckRegisters checkRegisters;
    private final SettleCheck settleCheck;

    MakePostponedCheck(
            RegisterCheckRows rows,
            Applications applications,
            Forms forms,
            PassportQueries passports,
            CheckRegisters checkRegisters,
            SettleCheck settleCheck) {
        this.rows = rows;
        this.applications = applications;
        this.forms = forms;
        this.passports = passports;
        this.checkRegisters = checkRegisters;
        this.settleCheck = settleCheck;
    }

    /** @throws okno.platform.core.Problem {@code dependency_unavailable} while the register is still away */
    void handle(UUID id) {
        PostponedCheck check = rows.pending(id).orElse(null);
        if (check == null) {
            rows.rest(id);
            return;
        }
        // The form first: it changes only while the application is with the applicant, and then what is read after it
        // says so.
        Map<String, Object> form = forms.get(check.applicationId()).fields();
        Application application = applications.find(check.applicationId()).orElseThrow();
        if (application.status().isEditable()) {
            // Sent back to be corrected: the next submission is checked instead.
            rows.rest(id);
            return;
        }
        Passport passport = passports.get(
                application.service().code(), application.service().version());
        settleCheck.handle(check, application, checkRegisters.later(passport, check.code(), form));
    }
}

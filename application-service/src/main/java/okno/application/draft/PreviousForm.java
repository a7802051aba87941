package okno.application.draft;

import java.util.Map;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.persistence.Applications;
import okno.application.casefile.persistence.Forms;
import okno.platform.core.Caller;
import org.springframework.stereotype.Component;

/** What the same owner wrote the last time they applied for a service. */
@Component
class PreviousForm {

    private final Applications applications;
    private final Forms forms;

    PreviousForm(Applications applications, Forms forms) {
        this.applications = applications;
        this.forms = forms;
    }

    /** The form of the newest application that was submitted; empty when there is none. */
    Map<String, Object> of(Caller caller, String service) {
        return applications
                .lastFiled(Owner.of(caller), service)
                .map(application -> forms.get(application.id()).fields())
                .orElse(Map.of());
    }
}

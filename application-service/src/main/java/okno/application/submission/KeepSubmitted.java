package okno.application.submission;

import okno.application.casefile.domain.Application;
import okno.application.casefile.persistence.Forms;
import okno.application.registercheck.PostponedChecks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was submitted beside the application, and orders the checks that could not be made of it yet. */
@Component
class KeepSubmitted {

    private final Forms forms;
    private final PostponedChecks postponedChecks;

    KeepSubmitted(Forms forms, PostponedChecks postponedChecks) {
        this.forms = forms;
        this.postponedChecks = postponedChecks;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(Application filed, CheckReadiness.Readiness judged) {
        keep(filed, judged);
        postponedChecks.add(filed.id(), judged.postponed());
    }

    /** What was submitted before stays; what was found, or was still to be found, about it does not count any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void again(Application before, Application corrected, CheckReadiness.Readiness judged) {
        forms.keepEarlierDocument(corrected.id(), before.signatureId(), corrected.updatedAt());
        keep(corrected, judged);
        postponedChecks.replace(corrected.id(), judged.postponed());
    }

    private void keep(Application submitted, CheckReadiness.Readiness judged) {
        forms.keepDocument(
                submitted.id(), judged.document().bytes(), judged.document().sha256());
    }
}

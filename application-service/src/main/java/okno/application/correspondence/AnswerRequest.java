package okno.application.correspondence;

import okno.application.casefile.RecordStep;
import okno.application.casefile.ResumeTerm;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.platform.core.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings an application back to review when the agency had asked for more. */
@Component
class AnswerRequest {

    private final RecordStep recordStep;
    private final ResumeTerm resumeTerm;

    AnswerRequest(RecordStep recordStep, ResumeTerm resumeTerm) {
        this.recordStep = recordStep;
        this.resumeTerm = resumeTerm;
    }

    /** True when the agency had asked and this was the answer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean handle(Caller caller, Application application) {
        if (application.status() != ApplicationStatus.INFO_REQUESTED) {
            return false;
        }
        recordStep.handle(caller, application, resumeTerm.answered(application));
        return true;
    }
}

package okno.application.processing;

import java.util.List;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Papers;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.domain.Processing.ResultBy;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Completes an approved application once the agency's result lies with it. */
@Component
class DeliverResult {

    private final AgencyApplications desk;
    private final Papers papers;
    private final PassportQueries passports;

    DeliverResult(AgencyApplications desk, Papers papers, PassportQueries passports) {
        this.desk = desk;
        this.papers = papers;
        this.passports = passports;
    }

    /** Completed, or refused when there is nothing to deliver. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Application deliver(Caller caller, Application approved) {
        if (!isReady(approved)) {
            throw Problem.invalid("/status", "result_missing");
        }
        return desk.move(caller, approved, Application::deliver);
    }

    /** Completed when approved and ready, otherwise as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Application deliverIfReady(Caller caller, Application application) {
        return application.status() == ApplicationStatus.APPROVED && isReady(application)
                ? desk.move(caller, application, Application::deliver)
                : application;
    }

    private boolean isReady(Application application) {
        ResultBy resultBy = passports
                .get(application.service().code(), application.service().version())
                .processing()
                .resultBy();
        List<Paper> files = papers.of(application.id());
        return resultBy == ResultBy.AGENCY
                && files.stream().anyMatch(paper -> paper.side() == Side.AGENCY && !paper.isRejected());
    }
}

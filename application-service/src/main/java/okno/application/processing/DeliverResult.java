package okno.application.processing;

import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Papers;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.Processing.ResultBy;
import okno.application.catalogue.domain.ResultRule;
import okno.application.result.IssueResults;
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
    private final IssueResults issueResults;
    private final NoteResult noteResult;

    DeliverResult(
            AgencyApplications desk,
            Papers papers,
            PassportQueries passports,
            IssueResults issueResults,
            NoteResult noteResult) {
        this.desk = desk;
        this.papers = papers;
        this.passports = passports;
        this.issueResults = issueResults;
        this.noteResult = noteResult;
    }

    /** A result was made for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void made(Caller caller, Application application, UUID resultId) {
        noteResult.audited(caller, application, resultId, "result.added");
        deliverIfReady(caller, application);
    }

    /** Completed, or refused when there is nothing to deliver. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Application deliver(Caller caller, Application approved) {
        if (!isReady(approved)) {
            throw Problem.invalid("/status", "result_missing");
        }
        return delivered(caller, approved);
    }

    /** Completed when approved and ready, otherwise as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Application deliverIfReady(Caller caller, Application application) {
        return application.status() == ApplicationStatus.APPROVED && isReady(application)
                ? delivered(caller, application)
                : application;
    }

    private Application delivered(Caller caller, Application approved) {
        Application completed = desk.move(caller, approved, Application::deliver);
        issueResults.handle(completed);
        return completed;
    }

    private boolean isReady(Application application) {
        Passport passport = passports.get(
                application.service().code(), application.service().version());
        return passport.processing().resultBy() == ResultBy.AGENCY
                && papers.of(application.id()).stream()
                        .anyMatch(paper ->
                                paper.side() == Side.AGENCY && !paper.isRejected() && grants(passport, paper.kind()));
    }

    /** A notice of refusal is no result of an approval. */
    private static boolean grants(Passport passport, String code) {
        return passport.result(code)
                .map(rule -> rule.outcome() == ResultRule.Outcome.APPROVED)
                .orElse(true);
    }
}

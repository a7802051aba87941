package okno.application.result;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.persistence.Applications;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.domain.ResultRule;
import okno.application.result.domain.IssuedResult;
import okno.application.result.persistence.ResultTaskRows;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes the documents that follow from a decision by themselves, then delivers what waited for nothing else. */
@Component
class MakeAutomaticResults {

    private static final String COMPONENT = "application-service";

    private final Applications applications;
    private final PassportQueries passports;
    private final KeepResult keepResult;
    private final DecidedResults decided;
    private final Settle settle;
    private final Audit audit;

    MakeAutomaticResults(
            Applications applications,
            PassportQueries passports,
            KeepResult keepResult,
            DecidedResults decided,
            Settle settle,
            Audit audit) {
        this.applications = applications;
        this.passports = passports;
        this.keepResult = keepResult;
        this.decided = decided;
        this.settle = settle;
        this.audit = audit;
    }

    void handle(UUID applicationId) {
        Application application = applications.find(applicationId).orElseThrow();
        Passport passport = passports.get(
                application.service().code(), application.service().version());
        for (ResultRule rule : decided.due(application, passport)) {
            keepResult.make(new KeepResult.Command(application, passport, rule, Map.of(), true), this::noted);
        }
        settle.handle(applicationId, passport);
    }

    private IssuedResult noted(IssuedResult result) {
        audit.record(
                COMPONENT,
                AuditRecord.done(
                        "result.added", "document", result.id(), result.origin().personId(), RecordStep.BASIS));
        return result;
    }

    /** Ends a task together with the step it was for. */
    @Component
    static class Settle {

        private final Applications applications;
        private final DecidedResults decided;
        private final RecordStep recordStep;
        private final ResultTaskRows tasks;
        private final TransactionOperations transaction;
        private final Clock clock;

        Settle(
                Applications applications,
                DecidedResults decided,
                RecordStep recordStep,
                ResultTaskRows tasks,
                TransactionOperations transaction,
                Clock clock) {
            this.applications = applications;
            this.decided = decided;
            this.recordStep = recordStep;
            this.tasks = tasks;
            this.transaction = transaction;
            this.clock = clock;
        }

        void handle(UUID applicationId, Passport passport) {
            transaction.executeWithoutResult(status -> {
                Application application = applications.find(applicationId).orElseThrow();
                decided.count(delivered(application), passport);
                tasks.done(applicationId);
            });
        }

        private Application delivered(Application application) {
            if (application.status() != ApplicationStatus.APPROVED) {
                return application;
            }
            Application delivered = application.deliver(clock.instant());
            recordStep.handle(COMPONENT, application, delivered);
            return delivered;
        }
    }
}

package okno.application.extract;

import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import okno.application.attachment.KeepPaper;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Applications;
import okno.application.casefile.persistence.Forms;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.extract.persistence.ExtractTaskRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Decides and fulfils an application by what the register answers: the extract is the result, no record is a refusal. */
@Component
class FulfilByExtract {

    private static final long MAX_BYTES = 20L * 1024 * 1024;
    private static final String COMPONENT = "application-service";

    private final Sources sources;
    private final ExtractClient registry;
    private final KeepPaper keepPaper;
    private final RecordStep recordStep;
    private final TransactionOperations transaction;
    private final Clock clock;

    FulfilByExtract(
            Sources sources,
            ExtractClient registry,
            KeepPaper keepPaper,
            RecordStep recordStep,
            TransactionOperations transaction,
            Clock clock) {
        this.sources = sources;
        this.registry = registry;
        this.keepPaper = keepPaper;
        this.recordStep = recordStep;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Where the application, its form, its passport and its task are read from. */
    @Component
    record Sources(Applications applications, Forms forms, PassportQueries passports, ExtractTaskRows tasks) {}

    void handle(UUID applicationId) {
        Application application = sources.applications.find(applicationId).orElseThrow();
        if (application.status() != ApplicationStatus.SUBMITTED) {
            // Withdrawn meanwhile, or fulfilled by another worker that was thought dead.
            sources.tasks.done(applicationId);
            return;
        }
        Passport passport = sources.passports.get(
                application.service().code(), application.service().version());
        Passport.Processing.Extract wanted =
                Objects.requireNonNull(passport.processing().extract());
        String key = String.valueOf(sources.forms
                .get(applicationId)
                .fields()
                .get(wanted.keyPointer().substring(1)));
        registry.make(wanted, key, application.owner().personId(), applicationId)
                .ifPresentOrElse(content -> deliver(application, passport, content), () -> refuse(application));
    }

    private void deliver(Application application, Passport passport, byte[] content) {
        Paper paper = keepPaper.judge(
                application.id(),
                Side.AGENCY,
                new KeepPaper.File("result", passport.code() + ".pdf", content),
                new KeepPaper.Rule(Set.of("PDF", "XML"), MAX_BYTES));
        keepPaper.handle(paper, content, () -> {
            recordStep.handle(COMPONENT, application, application.fulfilByRegister(clock.instant()));
            return sources.tasks.done(application.id());
        });
    }

    private void refuse(Application application) {
        transaction.executeWithoutResult(status -> {
            recordStep.handle(
                    COMPONENT, application, application.refuseByRegister("record_not_found", clock.instant()));
            sources.tasks.done(application.id());
        });
    }
}

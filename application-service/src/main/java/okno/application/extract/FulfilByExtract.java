package okno.application.extract;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import okno.application.attachment.KeepPaper;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Applications;
import okno.application.content.FileRule;
import okno.application.content.FileTypes;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Decides and fulfils an application by what the register answers: the extract is the result, no record is a refusal. */
@Component
class FulfilByExtract {

    private static final FileRule RULE = FileRule.ofOurOwn(Set.of("PDF", "XML"), 20L * 1024 * 1024);

    private final Applications applications;
    private final AskRegister askRegister;
    private final KeepPaper keepPaper;
    private final FileTypes types;
    private final SettleTask settleTask;
    private final Clock clock;

    FulfilByExtract(
            Applications applications,
            AskRegister askRegister,
            KeepPaper keepPaper,
            FileTypes types,
            SettleTask settleTask,
            Clock clock) {
        this.applications = applications;
        this.askRegister = askRegister;
        this.keepPaper = keepPaper;
        this.types = types;
        this.settleTask = settleTask;
        this.clock = clock;
    }

    void handle(UUID applicationId) {
        Application application = applications.find(applicationId).orElseThrow();
        if (application.status() != ApplicationStatus.SUBMITTED) {
            // Withdrawn meanwhile, or fulfilled by another worker that was thought dead.
            settleTask.drop(applicationId);
            return;
        }
        Optional<byte[]> content = askRegister.handle(application);
        askRegister
                .refusal(application, content.isPresent())
                .ifPresentOrElse(
                        ground -> refuse(application, ground), () -> deliver(application, content.orElseThrow()));
    }

    private void deliver(Application application, byte[] content) {
        String name = application.service().code() + "."
                + types.detect(content).map(Enum::name).orElse("").toLowerCase(Locale.ROOT);
        keepPaper.handle(
                application.id(),
                Side.AGENCY,
                new KeepPaper.File("result", name, new ByteArrayResource(content)),
                RULE,
                paper -> settleTask.deliver(application, application.fulfilByRegister(clock.instant()), paper));
    }

    private void refuse(Application application, String ground) {
        settleTask.handle(application, application.refuseByRegister(ground, clock.instant()));
    }
}

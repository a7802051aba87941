package okno.application.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import okno.application.catalogue.CatalogueSnapshots;
import okno.application.catalogue.PassportFormat;
import okno.application.catalogue.persistence.Passports;
import okno.application.publication.persistence.PassportDrafts;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Publishes a draft version: from then on it is what new applications get, and it never changes. Applications that are
 * under way, drafts among them, keep the version they were begun with.
 */
@Component
public class PublishVersion {

    private final PassportDrafts drafts;
    private final Passports published;
    private final ReviewPassport reviewPassport;
    private final CatalogueSnapshots snapshots;
    private final Audit audit;
    private final Publication publication;

    PublishVersion(
            PassportDrafts drafts,
            Passports published,
            ReviewPassport reviewPassport,
            CatalogueSnapshots snapshots,
            Audit audit,
            Publication publication) {
        this.drafts = drafts;
        this.published = published;
        this.reviewPassport = reviewPassport;
        this.snapshots = snapshots;
        this.audit = audit;
        this.publication = publication;
    }

    /** {@code dryRun}: only the report. */
    public record Command(Caller caller, String code, int version, boolean dryRun) {}

    /**
     * What the review found; published when that is nothing and it was no dry run.
     *
     * @throws Problem {@code not_found}; {@code version_published} (409) when a version as new is published; {@code
     *     invalid_content} with the findings when they stop publication
     */
    public Report handle(Command command) {
        // The review takes seconds for a big form, so it holds no connection; what is published is what was reviewed.
        String content = drafts.find(command.code, command.version).orElseThrow(() -> missing(command));
        PassportFormat.Written written = PassportFormat.check(content);
        Report report = reviewPassport.handle(written.passport());
        if (command.dryRun) {
            return report;
        }
        if (!report.publishable()) {
            throw Problem.invalid(report.findings());
        }
        publication.run(now -> {
            String taken = drafts.take(command.code, command.version).orElseThrow(() -> missing(command));
            if (!taken.equals(content)) {
                throw new Problem(ProblemKind.CONFLICT, "draft_changed");
            }
            refuseOlder(command);
            published.publish(
                    new Passports.Stored(command.code, command.version, written.content()), written.sha256(), now);
            audit.record(
                    command.caller,
                    AuditRecord.done(
                            "passport.published",
                            "passport",
                            SaveVersion.name(command.code, command.version),
                            null,
                            SaveVersion.BASIS));
        });
        snapshots.refresh();
        return report;
    }

    private Problem missing(Command command) {
        return published.sha256(command.code, command.version).isPresent()
                ? new Problem(ProblemKind.CONFLICT, "version_published", command.version)
                : Problem.notFound();
    }

    private void refuseOlder(Command command) {
        int newest = published.newestVersion(command.code);
        if (newest >= command.version) {
            throw new Problem(ProblemKind.CONFLICT, "version_published", newest);
        }
    }

    /** The one transaction of a publication, and its time. */
    @Component
    static class Publication {

        private final TransactionOperations transaction;
        private final Clock clock;

        Publication(TransactionOperations transaction, Clock clock) {
            this.transaction = transaction;
            this.clock = clock;
        }

        void run(Consumer<Instant> effect) {
            transaction.executeWithoutResult(status -> effect.accept(clock.instant()));
        }
    }
}

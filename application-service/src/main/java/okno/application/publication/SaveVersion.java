package okno.application.publication;

import java.time.Clock;
import okno.application.catalogue.PassportFormat;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.persistence.Passports;
import okno.application.publication.persistence.PassportDrafts;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saves a version of a passport as a draft; nobody sees it in the catalogue. */
@Component
public class SaveVersion {

    static final String BASIS = "210-FZ";

    private final PassportDrafts drafts;
    private final Passports published;
    private final Audit audit;
    private final Clock clock;

    SaveVersion(PassportDrafts drafts, Passports published, Audit audit, Clock clock) {
        this.drafts = drafts;
        this.published = published;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@code json}: the whole passport. */
    public record Command(Caller caller, String json) {}

    /**
     * The draft; saved again under the same version it is replaced.
     *
     * @throws Problem {@code invalid_content} with a pointer to everything that the format refuses; {@code
     *     version_published} (409) when this version or a newer one is published
     */
    @Transactional
    public PassportFormat.Written handle(Command command) {
        PassportFormat.Written written = PassportFormat.check(command.json);
        Passport passport = written.passport();
        int newest = published.newestVersion(passport.code());
        if (newest >= passport.version()) {
            throw new Problem(ProblemKind.CONFLICT, "version_published", newest);
        }
        drafts.save(
                new PassportDrafts.Draft(passport.code(), passport.version(), written.content(), written.sha256()),
                clock.instant());
        audit.record(
                command.caller,
                AuditRecord.done("passport.saved", "passport", name(passport.code(), passport.version()), null, BASIS));
        return written;
    }

    static String name(String code, int version) {
        return code + ":" + version;
    }
}

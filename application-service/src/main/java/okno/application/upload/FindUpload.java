package okno.application.upload;

import java.time.Clock;
import java.util.UUID;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.persistence.Applications;
import okno.application.upload.domain.Upload;
import okno.application.upload.persistence.Uploads;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Component;

/** How far an upload has come, for whoever may go on with it. */
@Component
public class FindUpload {

    private final Applications applications;
    private final Uploads uploads;
    private final Clock clock;

    FindUpload(Applications applications, Uploads uploads, Clock clock) {
        this.applications = applications;
        this.uploads = uploads;
        this.clock = clock;
    }

    /** Expired, finished or another's: not found. */
    public Upload handle(Caller caller, UUID applicationId, UUID id) {
        caller.requirePermission("applications.submit");
        applications.get(applicationId, Owner.of(caller));
        return uploads.find(applicationId, id, clock.instant()).orElseThrow(Problem::notFound);
    }
}

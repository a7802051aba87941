package okno.application.upload;

import java.time.Clock;
import java.util.UUID;
import okno.application.attachment.AttachFile;
import okno.application.casefile.RecordStep;
import okno.application.content.FileRule;
import okno.application.upload.domain.Upload;
import okno.application.upload.persistence.Uploads;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Announces a file for a draft: what could not be attached is refused before a byte is sent. */
@Component
public class BeginUpload {

    /** Of one application at a time. */
    private static final int MAX_UPLOADS = 10;

    private final AttachFile attachFile;
    private final Uploads uploads;
    private final Audit audit;
    private final Clock clock;

    BeginUpload(AttachFile attachFile, Uploads uploads, Audit audit, Clock clock) {
        this.attachFile = attachFile;
        this.uploads = uploads;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@code size} in bytes, {@code sha256} hex of the whole file. */
    public record Command(
            Caller caller,
            UUID applicationId,
            String kind,
            String fileName,
            long size,
            @Nullable String sha256) {}

    @Transactional
    public Upload handle(Command command) {
        FileRule rule = attachFile.rule(command.caller, command.applicationId, command.kind);
        if (command.size > rule.maxBytes()) {
            throw new Problem(ProblemKind.TOO_LARGE, "file_too_large", rule.maxBytes() / 1024);
        }
        if (uploads.count(command.applicationId) >= MAX_UPLOADS) {
            throw new Problem(ProblemKind.CONFLICT, "too_many_uploads", MAX_UPLOADS);
        }
        Upload upload = new Upload(
                Ids.next(),
                command.applicationId,
                command.kind,
                command.fileName,
                command.size,
                command.sha256,
                0,
                clock.instant().plus(Upload.LIFE));
        uploads.insert(upload);
        audit.record(
                command.caller,
                AuditRecord.done("upload.begun", "upload", upload.id(), command.caller.onBehalfOf(), RecordStep.BASIS));
        return upload;
    }
}

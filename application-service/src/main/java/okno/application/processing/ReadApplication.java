package okno.application.processing;

import java.util.UUID;
import okno.application.attachment.ReadPaper;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Side;
import okno.platform.core.Caller;
import org.springframework.stereotype.Component;

/** Opens one application of the desk, or one of its files, for an officer or the agency's machine. */
@Component
public class ReadApplication {

    private final AgencyApplications desk;
    private final ReadPaper readPaper;

    ReadApplication(AgencyApplications desk, ReadPaper readPaper) {
        this.desk = desk;
        this.readPaper = readPaper;
    }

    public Application handle(Caller caller, UUID id) {
        return desk.read(caller, id);
    }

    public ReadPaper.Opened attachment(Caller caller, UUID id, UUID attachmentId) {
        return readPaper.open(caller, desk.get(caller, id), Side.APPLICANT, attachmentId);
    }
}

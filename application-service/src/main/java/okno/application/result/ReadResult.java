package okno.application.result;

import java.util.UUID;
import okno.application.attachment.ReadPaper;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Applications;
import okno.application.result.domain.IssuedResult;
import okno.application.result.persistence.IssuedResults;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Component;

/** Hands results out to their owner. */
@Component
public class ReadResult {

    private final ReadPaper readPaper;
    private final IssuedResults results;
    private final Applications applications;

    ReadResult(ReadPaper readPaper, IssuedResults results, Applications applications) {
        this.readPaper = readPaper;
        this.results = results;
        this.applications = applications;
    }

    /**
     * {@code xml}: as XML, if there is one; the id may also be that of the XML itself.
     *
     * @throws Problem {@code not_found} while nothing is decided: what lies ready would tell how it will be
     */
    public ReadPaper.Opened handle(Caller caller, UUID applicationId, UUID id, boolean xml) {
        if (applications.get(applicationId, Owner.readBy(caller)).decision() == null) {
            throw Problem.notFound();
        }
        UUID file = xml ? results.find(id).map(result -> other(result, id)).orElse(id) : id;
        return readPaper.ofOwner(caller, applicationId, Side.AGENCY, file);
    }

    private static UUID other(IssuedResult result, UUID id) {
        IssuedResult.Xml xml = result.xml();
        return xml == null ? id : xml.id();
    }
}

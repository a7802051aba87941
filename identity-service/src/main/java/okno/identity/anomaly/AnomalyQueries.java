package okno.identity.anomaly;

import java.util.List;
import okno.identity.anomaly.domain.Found;
import okno.identity.anomaly.persistence.LogIns;
import okno.identity.person.domain.PersonId;
import okno.platform.core.Caller;
import org.springframework.stereotype.Service;

/** What was found about the caller's log-ins, newest first. */
@Service
public class AnomalyQueries {

    private final LogIns logIns;

    AnomalyQueries(LogIns logIns) {
        this.logIns = logIns;
    }

    public List<Found> of(Caller caller) {
        return logIns.foundOf(PersonId.of(caller));
    }
}

package okno.application.processing;

import java.util.List;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.persistence.Applications;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The queue of an agency, oldest first. */
@Component
public class AgencyQueries {

    private final Applications applications;

    AgencyQueries(Applications applications) {
        this.applications = applications;
    }

    /** One more than the limit. */
    public List<Application> page(
            Caller caller, @Nullable String status, boolean unassigned, int limit, @Nullable UUID after) {
        Desk desk = Desk.of(caller);
        return applications.page(
                desk.agency(), desk.region(), new Applications.AgencyFilter(status, unassigned, after), limit);
    }
}

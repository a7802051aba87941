package okno.application.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Casefile;
import okno.application.casefile.domain.HistoryEntry;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.persistence.Applications;
import okno.application.casefile.persistence.Casefiles;
import okno.application.casefile.persistence.Histories;
import okno.application.casefile.persistence.OwnerRows;
import okno.application.catalogue.PassportQueries;
import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an owner reads of their applications. */
@Component
public class CasefileQueries {

    private final Applications applications;
    private final Casefiles casefiles;
    private final OwnerRows rows;
    private final Histories histories;
    private final PassportQueries passports;

    CasefileQueries(
            Applications applications,
            Casefiles casefiles,
            OwnerRows rows,
            Histories histories,
            PassportQueries passports) {
        this.applications = applications;
        this.casefiles = casefiles;
        this.rows = rows;
        this.histories = histories;
        this.passports = passports;
    }

    /** Conditions of a list; {@code query} is a part of a number, or words of the service's title. */
    public record Filter(
            @Nullable String status,
            @Nullable String service,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String query) {}

    public Application get(Caller caller, UUID id) {
        return applications.get(id, Owner.readBy(caller));
    }

    public Casefile open(Caller caller, UUID id) {
        return casefiles.get(id, Owner.readBy(caller));
    }

    /** Newest first, one more than the limit. */
    public List<Application> page(Caller caller, Filter filter, int limit, @Nullable UUID after) {
        String query = filter.query == null || filter.query.isBlank() ? null : filter.query.strip();
        return rows.page(
                Owner.readBy(caller),
                new OwnerRows.Condition(
                        filter.status,
                        filter.service,
                        filter.from,
                        filter.to,
                        query,
                        query == null ? List.of() : passports.codesTitled(query)),
                limit,
                after);
    }

    /** Oldest first, one more than the limit; of an application that the caller may read. */
    public List<HistoryEntry> history(Application application, int limit, int after) {
        return histories.page(application.id(), limit, after);
    }
}
